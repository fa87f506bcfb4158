import { describe, expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck } from '../../src/model/deck.ts'
import type { PictureContent } from '../../src/model/draft.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { png, svg } from '../illustrate/images.ts'
import { deckOf, line, slide, unmarked } from '../render/decks.ts'
import { documentOf, textOf, withClass, withTag } from '../render/document.ts'

const theme = loadTheme('lectern')

interface PictureOptions {
  readonly width: number
  readonly height: number
  readonly title?: string
  readonly caption?: string
  readonly kind?: 'photograph' | 'drawing'
}

function contentOf({ width, height, kind = 'photograph' }: PictureOptions): PictureContent {
  const isDrawing = kind === 'drawing'
  const bytes = isDrawing ? svg(`viewBox="0 0 ${width} ${height}"`) : png(width, height)
  const data = `data:image/${isDrawing ? 'svg+xml' : 'png'};base64,${bytes.toString('base64')}`
  return { data, width, height, isDrawing, isPhotograph: kind === 'photograph' }
}

function deckFor(pictures: readonly PictureOptions[]): Deck {
  return deckOf(
    pictures.map((shown) =>
      slide(
        'image',
        {
          title: shown.title === undefined ? null : line(shown.title),
          caption: shown.caption === undefined ? null : line(shown.caption, 'caption'),
          picture: { image: { type: 'image', url: 'gauge.png', alt: 'The gauge' }, content: contentOf(shown) },
        },
        { part: 1 },
      ),
    ),
    ['The Pull of the Moon'],
  )
}

const CAPTION = 'How often the gauge was read between 1842 and 1901, with the weather of the day'
const LONG_TITLE = 'The moon pulls harder on the near side, and that difference raises two bulges'

const SHAPES = [
  { width: 1600, height: 900 },
  { width: 1200, height: 600 },
  { width: 300, height: 1200 },
  { width: 800, height: 800 },
  { width: 24, height: 24 },
  { width: 3000, height: 2 },
  { width: 2, height: 3000 },
  { width: 40, height: 30, kind: 'drawing' },
] as const

/** Each shape alone, with a caption, with a short caption and a title, and with more than fits. */
const pictures: readonly PictureOptions[] = SHAPES.flatMap((shape) => [
  shape,
  { ...shape, caption: CAPTION },
  { ...shape, caption: 'The gauge', title: 'Delays' },
  { ...shape, caption: `${CAPTION}, ${CAPTION}, ${CAPTION}`, title: LONG_TITLE },
])

test.each([
  ['gauge.jpg', 'The gauge at noon', 'bleed'],
  ['img/Screenshot 2024-05-03 at 10.20.30.jpg', 'The gauge', 'plate'],
  ['shot1.jpeg?w=1200', 'A screen shot of the log', 'plate'],
  ['Bildschirmfoto_2.jpg', 'Das Protokoll', 'plate'],
  ['log.webp', 'Flowchart of a lockage', 'plate'],
])('a picture in the format of a photograph, %s (%s), is arranged as a %s', (url, alt, arrangement) => {
  const deck = deckOf([
    slide(
      'image',
      { title: null, caption: null, picture: { image: { type: 'image', url, alt }, content: contentOf(SHAPES[0]) } },
      { part: 1 },
    ),
  ])
  expect(renderPrint(deck, layouts, theme)).toContain(`data-arrangement="${arrangement}"`)
})

const browser = oneBrowser()

describe.each([
  ['16:9', theme.canvas],
  ['4:3', { width: 960, height: 720 }],
])('in a browser, at %s, every picture', (_, canvas) => {
  /** Measures the boxes of all pictures and their captions, slide by slide. */
  const measure = () =>
    browser().withPage(async (page) => {
      await page.show(renderPrint(deckFor(pictures), layouts, { ...theme, canvas }), canvas)
      return page.evaluate(() => {
        const boxOf = (element: Element | null) => {
          const { left, top, right, bottom } = element?.getBoundingClientRect() ?? new DOMRect()
          return { left, top, right, bottom }
        }
        return [...document.querySelectorAll('.slide')].map((slide) => ({
          isBleed: slide.getAttribute('data-arrangement') === 'bleed',
          slide: boxOf(slide),
          head: boxOf(slide.querySelector('.slide-head .title')),
          foot: boxOf(slide.querySelector('.slide-foot')),
          picture: boxOf(slide.querySelector('.picture')),
          caption: boxOf(slide.querySelector('.caption')),
        }))
      })
    })

  test('keeps its shape, is enlarged to at most twice its size, and stays within its slide', async () => {
    for (const [index, { isBleed, slide: frame, head, foot, picture, caption }] of (await measure()).entries()) {
      if (isBleed) continue
      const { width = 0, height = 0, kind, ...rest } = pictures[index] ?? {}
      const name = `${width} × ${height} ${JSON.stringify(rest)}`
      const [shownWidth, shownHeight] = [picture.right - picture.left, picture.bottom - picture.top]
      expect(Math.abs(shownWidth - (shownHeight * width) / height), name).toBeLessThan(Math.max(1, width / height))
      expect(shownWidth, name).toBeGreaterThan(0)
      if (kind !== 'drawing') expect(shownWidth, name).toBeLessThanOrEqual(width * 2 + 0.5)
      expect(picture.left, name).toBeGreaterThanOrEqual(frame.left)
      expect(picture.right, name).toBeLessThanOrEqual(frame.right)
      expect(picture.top, name).toBeGreaterThanOrEqual(head.bottom)
      expect(Math.max(picture.bottom, caption.bottom), name).toBeLessThanOrEqual(foot.top)
      const isBeside = caption.left >= picture.right || caption.top >= picture.bottom
      expect(isBeside || caption.bottom === 0, `${name} is not covered by its caption`).toBe(true)
    }
  })

  test('with nearly the shape of its slide fills it, and is cropped by at most a sixth', async () => {
    const filling = (await measure()).flatMap((each, index) =>
      each.isBleed ? [{ ...each, shown: pictures[index] }] : [],
    )
    for (const { slide: frame, picture, shown } of filling) {
      expect(picture).toEqual(frame)
      const [slideRatio, pictureRatio] = [canvas.width / canvas.height, (shown?.width ?? 0) / (shown?.height ?? 1)]
      expect(Math.max(pictureRatio / slideRatio, slideRatio / pictureRatio)).toBeLessThanOrEqual(1.21)
      expect(shown?.width).toBeGreaterThanOrEqual(960)
    }
    expect(filling.length).toBe(canvas.width === 1280 ? 4 : 0)
  })

  test('has the space that it needs', async () => {
    const alone = (await measure()).filter((_, index) => isAlone(pictures[index]))
    // A picture goes from margin to margin in one direction, and so does a drawing, however small it is.
    for (const { picture, slide: frame } of alone) {
      const widthShare = (picture.right - picture.left) / (frame.right - frame.left)
      const heightShare = (picture.bottom - picture.top) / (frame.bottom - frame.top)
      expect(Math.max(widthShare / 0.85, heightShare / 0.75)).toBeGreaterThanOrEqual(1)
    }
    expect(alone).toHaveLength(SHAPES.length - 1)
  })
})

/** Whether a picture has a slide to itself, and enough pixels to fill it. */
function isAlone(shown: PictureOptions | undefined): boolean {
  return shown !== undefined && shown.title === undefined && shown.caption === undefined && shown !== pictures[TINY]
}

const TINY = 16

describe('the markup', () => {
  const rendered = (shown: PictureOptions) => documentOf(renderPrint(deckFor([shown]), layouts, theme))

  test('has the words of the article as alternative text', () => {
    const [image] = withTag(rendered(pictures[1] ?? SHAPES[0]), 'img')
    expect(image?.properties.alt).toBe('The gauge')
    expect(withTag(rendered(pictures[1] ?? SHAPES[0]), 'figcaption').map(textOf)).toEqual([CAPTION])
  })

  test('has classes for the shape of the picture and the length of its caption', () => {
    const hooks = (shown: PictureOptions) => {
      const { dataPicture, dataCaption } = withClass(rendered(shown), 'slide')[0]?.properties ?? {}
      return [dataPicture, dataCaption]
    }
    expect(hooks({ width: 30, height: 10 })).toEqual(['wide', 'none'])
    expect(hooks({ width: 16, height: 9, caption: 'The gauge' })).toEqual(['square', 'line'])
    expect(hooks({ width: 9, height: 16, caption: CAPTION })).toEqual(['tall', 'lines'])
    expect(hooks({ width: 9, height: 9, caption: '潮'.repeat(100) })).toEqual(['square', 'many'])
  })
})

describe('a missing picture', () => {
  const frameOf = (alt: string, url: string, caption: string | null) =>
    layouts.image
      .render(
        {
          title: null,
          caption: caption === null ? null : line(caption, 'caption'),
          picture: { image: { type: 'image', url, alt }, content: null },
        },
        { pageOf: () => null, idOf: () => null, level: 2, article: unmarked, event: null },
      )
      .flatMap((element) => withClass(element, 'picture-words'))

  test('leaves its caption', () => {
    const [words] = frameOf('A gauge at the quay', 'img/the-gauge.png?raw=1', 'The gauge')
    expect(words && textOf(words)).toBe('The gauge')
  })

  test('without a caption, leaves its alternative text or its file name', () => {
    const label = (alt: string, url: string) => frameOf(alt, url, null).map(textOf).join()
    expect(label('A long description', 'gauge.png')).toBe('A long description')
    expect(label('', 'C:\\img\\gauge.png')).toBe('gauge.png')
    expect(label('', `data:image/png;base64,${'A'.repeat(9000)}`)).toBe('data:image/png')
  })
})
