import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { fit as fitSlides } from '../../src/fit/fit.ts'
import { measure, TOLERANCE } from '../../src/fit/measure.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck } from '../../src/model/deck.ts'
import type { Face } from '../../src/model/face.ts'
import type { Canvas, Theme } from '../../src/model/theme.ts'
import { read } from '../../src/read/read.ts'
import { renderHandout } from '../../src/render/handout.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { svg } from '../illustrate/images.ts'
import { photograph } from '../illustrate/photograph.ts'
import { deckOf, line, slide } from '../render/decks.ts'
import { extremes, sample } from '../render/sample.ts'

const CANVASES: readonly (readonly [string, Canvas])[] = [
  ['16:9', { width: 1280, height: 720 }],
  ['4:3', { width: 960, height: 720 }],
]

/** The width of a space that hangs over the end of its line and may be measured with it, in CSS px. */
const HANGING_SPACE = 16

/** The smallest sizes of labels, listings and all other content, in CSS px. */
const MIN_SIZES = { label: 18, code: 22, content: 24 }

/** WCAG 2 AA: text, and text from 24 px on. */
const CONTRAST = { text: 4.5, large: 3 }

/** Faces that only the handout uses: its titles are upright in every theme. */
const HANDOUT_FACES = ['500 normal Alegreya']

const picture = {
  image: { type: 'image', url: 'gauge.png', alt: 'The gauge' },
  content: {
    data: `data:image/svg+xml;base64,${svg('viewBox="0 0 400 300"').toString('base64')}`,
    width: 400,
    height: 300,
    isDrawing: true,
    isPhotograph: false,
  },
} as const

/**
 * Content that the sample lacks: pictures with their captions, a formula as text, a highlighted listing, a part of each
 * colour.
 */
const moreSlides = [
  ...[1, 2, 3, 4].map((part) =>
    slide(
      'image',
      { title: line('The gauge'), picture: photograph(1200, 750), caption: line('The gauge at noon', 'caption') },
      { part },
    ),
  ),
  ...[2, 3, 4].map((part) =>
    slide('image', { title: line('The gauge'), picture, caption: line('The gauge at noon', 'caption') }, { part }),
  ),
  slide('image', { title: null, picture: { ...picture, content: null }, caption: line('A picture that is gone') }),
  slide(
    'statement',
    { title: null, statement: line('h(t) = A cos(wt + p)', 'math'), source: null, formula: null },
    { part: 3 },
  ),
  slide('part', { title: line('Power'), number: line('3', 'frame'), lede: line('which is never free') }, { part: 3 }),
  slide(
    'code',
    {
      title: line('A listing'),
      language: 'js',
      lines: [line("const tide = 'late' // as ever", 'code')],
      pieces: [
        [
          { text: 'const', role: 'keyword' },
          { text: ' tide = ', role: null },
          { text: "'late'", role: 'string' },
          { text: ' // as ever', role: 'comment' },
        ],
      ],
    },
    { part: 2 },
  ),
]

const parts = [...sample.parts, ...extremes.parts.slice(sample.parts.length)]
const deck: Deck = {
  ...deckOf(
    [...sample.slides, ...moreSlides, ...extremes.slides].map((each, index) => ({ ...each, id: `s-${index + 1}` })),
  ),
  parts,
}

/** The deck is not made from this article, which only messages need. */
const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))

const browser = oneBrowser()

describe.each(themeNames().flatMap((name) => CANVASES.map(([shape, canvas]) => ({ name, shape, canvas }))))(
  'the look of $name at $shape',
  ({ name, canvas }) => {
    const theme: Theme = { ...loadTheme(name), canvas }
    test('lets nothing overflow its slide', async () => {
      const spilling = await browser().withPage(async (page) => {
        const fitted = await fitSlides(deck, { article, layouts, theme, page }, new VFile())
        await page.show(renderPrint(fitted, layouts, theme), canvas)
        const spills = await measure(page)
        return fitted.slides.flatMap(({ id, layout }, index) => {
          const { below = 0, beside = 0 } = spills[index] ?? {}
          return below <= TOLERANCE && beside <= HANGING_SPACE
            ? []
            : [`${id} ${layout}: ${below} below, ${beside} beside`]
        })
      })
      expect(spilling).toEqual([])
    })

    test('has no text that is too small or too faint, or in a font that it does not embed', async () => {
      const texts = await browser().withPage(async (page) => {
        await page.show(renderPrint(deck, layouts, theme), canvas)
        return page.evaluate(readTexts)
      })
      expect(texts.length).toBeGreaterThan(300)
      const latin = theme.faces.filter(({ subsets }) => subsets.some(({ name }) => name === 'latin'))
      const faces = new Set(latin.map(faceName))
      const faults = texts.flatMap((text) => {
        const { kind, size, ink, ground, face, isLoaded } = text
        const fault = (fact: string) => `${text.slide}: ${fact}: ${text.text}`
        const ratio = contrast(ink, ground)
        return [
          ...(size < MIN_SIZES[kind] ? [fault(`${size} px`)] : []),
          ...(ratio < (size >= MIN_SIZES.content ? CONTRAST.large : CONTRAST.text)
            ? [fault(`${ratio} of ${ink} on ${ground}`)]
            : []),
          ...(isLoaded && faces.has(face) ? [] : [fault(face)]),
        ]
      })
      expect([...new Set(faults)]).toEqual([])
      const used = new Set([...texts.map(({ face }) => face), ...HANDOUT_FACES])
      expect([...faces].filter((face) => !used.has(face))).toEqual([])
    })
  },
)

test.each(themeNames())(
  'the look of %s has no text that is too faint on a handout, where backgrounds are white',
  async (name) => {
    const theme = loadTheme(name)
    const texts = await browser().withPage(async (page) => {
      const heights = deck.slides.map(() => ({ heading: 40, beside: [], rest: [] }))
      await page.show(renderHandout({ deck, layouts, theme, layout: '1', paper: 'a4' }, heights).html, theme.canvas)
      return page.evaluate(readTexts)
    })
    expect(texts.length).toBeGreaterThan(200)
    const faint = texts.flatMap(({ slide, text, size, ink, ground }) => {
      const ratio = contrast(ink, ground)
      return ratio < (size >= MIN_SIZES.content ? CONTRAST.large : CONTRAST.text)
        ? [`${slide}: ${ratio} of ${ink} on ${ground}: ${text}`]
        : []
    })
    expect([...new Set(faint)]).toEqual([])
  },
)

function faceName({ family, weight, style }: Face): string {
  return `${weight} ${style} ${family}`
}

interface VisibleText {
  readonly slide: string
  readonly text: string
  readonly kind: keyof typeof MIN_SIZES
  readonly size: number
  /** Red, green and blue, to 255. */
  readonly ink: readonly number[]
  readonly ground: readonly number[]
  readonly face: string
  readonly isLoaded: boolean
}

/** Lists every visible text with its background: the first opaque colour behind it. Runs in the page. */
function readTexts(): VisibleText[] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const pixel = canvas.getContext('2d', { willReadFrequently: true })
  const known = new Map<string, readonly number[]>()
  /** Returns red, green and blue, to 255, and alpha, to 1, of a colour in any notation. */
  const rgba = (colour: string) => {
    const before = known.get(colour)
    if (before !== undefined || pixel === null) return before ?? []
    pixel.clearRect(0, 0, 1, 1)
    pixel.fillStyle = colour
    pixel.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data
    const values = [red, green, blue, alpha / 255]
    known.set(colour, values)
    return values
  }
  const found: VisibleText[] = []
  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    slide.scrollIntoView()
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = [...range.getClientRects()].find(({ width }) => width > 0)
      if (text === '' || element === null || box === undefined) continue
      const { color, fontSize, fontWeight, fontStyle, fontFamily, visibility } = getComputedStyle(element)
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const stack = document.elementsFromPoint(x, y)
      if (visibility === 'hidden' || y > innerHeight || !stack.includes(element)) continue
      const behind = stack.slice(stack.indexOf(element)).map((each) => rgba(getComputedStyle(each).backgroundColor))
      const family = fontFamily.match(/^"?([^",]+)/)?.[1] ?? ''
      found.push({
        slide: slide.dataset.layout ?? '',
        text,
        kind: element.closest('.slide-kicker, .slide-foot') ? 'label' : element.closest('pre') ? 'code' : 'content',
        size: Number.parseFloat(fontSize),
        ink: rgba(color),
        ground: behind.find(([, , , alpha = 1]) => alpha === 1) ?? [255, 255, 255],
        face: `${fontWeight} ${fontStyle} ${family}`,
        isLoaded: document.fonts.check(`${fontStyle} ${fontWeight} ${fontSize} "${family}"`, text),
      })
    }
  }
  return found
}

/** Computes the contrast ratio of WCAG 2. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const channel = value / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
