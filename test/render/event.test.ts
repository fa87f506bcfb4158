import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { fit as fitSlides } from '../../src/fit/fit.ts'
import { loadEvent } from '../../src/illustrate/load-event.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { sample as looks } from '../../src/look/sample.ts'
import type { Deck } from '../../src/model/deck.ts'
import type { Event, Logo, LogoImage } from '../../src/model/event.ts'
import type { Canvas, Theme } from '../../src/model/theme.ts'
import { read } from '../../src/read/read.ts'
import { renderEventFoot } from '../../src/render/event.ts'
import { renderPrint } from '../../src/render/print.ts'
import { withEventColours } from '../../src/theme/event-colours.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { svg } from '../illustrate/images.ts'
import { deckOf, line, point, slide } from './decks.ts'
import { extremes, sample } from './sample.ts'

const CANVASES: readonly (readonly [string, Canvas])[] = [
  ['16:9', { width: 1280, height: 720 }],
  ['4:3', { width: 960, height: 720 }],
]

const drawing = (width: number): LogoImage => ({
  picture: {
    data: `data:image/svg+xml;base64,${svg(`viewBox="0 0 ${width} 60"`).toString('base64')}`,
    width,
    height: 60,
    isDrawing: true,
    isPhotograph: false,
  },
  colours: ['#202020'],
})

const wide: Logo = { light: drawing(620), dark: null, isWordmark: false }

/** An event with everything that it can have, each as long as people make it. */
const longEvent: Event = {
  ...(await loadEvent('slides/events/harbour-days/event.yaml')),
  name: 'The Fourteenth International Conference on Harbour Security',
  short: null,
  edition: 'Fourteenth edition, in memory of the old lock',
  dates: 'From Wednesday, 30 September to Saturday, 3 October 2026',
  place: 'The Great Hall of the Former Rope Works, Nordhavn an der Gere',
  hashtag: '#HarbourSecurityConference2026',
  speaker: {
    name: 'Prof. Dr. Ida Maria Quay-Lindqvist',
    role: 'Head of Tidal Statistics, Harbour Workshop',
    contact: 'ida.quay-lindqvist@harbour-workshop.example',
  },
  logo: wide,
  sponsors: [
    ...Array.from({ length: 4 }, (_, index) => ({ name: `Sponsor ${index}`, logo: wide })),
    ...['Port of Nordhavn', 'Lindqvist Rope and Chain', 'Sluice & Sons', 'The Lock Keepers'].map((name) => ({
      name,
      logo: null,
    })),
  ],
  conduct:
    'Be kind, let others finish, ask before you film; whoever sees it otherwise will find a steward at every door of the hall.',
}

/** The pattern does not matter here. */
const QR_CODE = { size: 21, path: 'M0 0h7v7H0z' }

const picture = { image: { type: 'image', url: 'a.svg' }, content: drawing(90).picture } as const

const deckWithAllLayouts: Deck = {
  ...deckOf(
    [
      ...sample.slides,
      ...looks.slides.filter(({ layout }) => layout === 'chart'),
      slide('image', { title: line('The gauge'), picture, caption: line('At noon', 'caption') }, { part: 2 }),
      ...extremes.slides,
    ].map((each, index) => ({ ...each, id: `s-${index + 1}` })),
  ),
  parts: [...sample.parts, ...extremes.parts.slice(sample.parts.length)],
  event: longEvent,
}

const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))

const browser = oneBrowser()

describe.each(themeNames().flatMap((name) => CANVASES.map(([shape, canvas]) => ({ name, shape, canvas }))))(
  'an event on $name at $shape',
  ({ name, canvas }) => {
    test('covers nothing', async () => {
      const theme: Theme = { ...withEventColours(loadTheme(name), longEvent, new VFile()), canvas }
      const found = await browser().withPage(async (page) => {
        const fitted = await fitSlides(deckWithAllLayouts, { article, layouts, theme, page }, new VFile())
        await page.show(renderPrint(fitted, layouts, theme), canvas)
        return { ...(await page.evaluate(collisions)), sponsors: await page.evaluate(visibleSponsors) }
      })
      expect(found.sponsors).toEqual(found.sponsors.map(() => true))
      expect(found.sponsors.length).toBeGreaterThan(0)
      expect(found.furniture).toBeGreaterThan(200)
      expect(new Set(found.layouts).size).toBe(Object.keys(layouts).length)
      expect(found.collisions).toEqual([])
    })
  },
)

const shortEvent: Event = {
  ...longEvent,
  footer: 'Foghorn Summit 2026, Nordhavn',
  address: { url: 'https://foghorn-summit.example/2026', text: 'foghorn-summit.example/2026', code: QR_CODE },
  hashtag: '#Fog26',
  logo: { ...wide, light: drawing(60) },
  conduct: null,
  sponsors: [
    { name: 'Port of Nordhavn', logo: null },
    { name: 'Kotwica', logo: { ...wide, light: drawing(180) } },
  ],
}

const LONG_NAME = 'Foghorn Summit for Coastal Engineering and Harbour Software'

test.each(themeNames())(
  '%s shows the footer whole, no torn address, and sponsors with air around them',
  async (name) => {
    const theme = loadTheme(name)
    const slides = [
      slide('points', { title: line('The horn'), lead: null, points: [point('It is loud')] }, { part: 1 }),
      slide('points', { title: line('Harbours'), lead: null, points: [point('They are deep')] }, { part: 2 }),
      slide('closing', { title: line('Thank you'), credits: [line('Ida Quay')] }),
    ]
    const parts = ['What went wrong', 'Harbours'].map((each, index) => ({ number: index + 1, name: each }))
    const deck: Deck = { ...deckOf(slides), parts, event: shortEvent }
    const found = await browser().withPage(async (page) => {
      const fitted = await fitSlides(deck, { article, layouts, theme, page }, new VFile())
      await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
      return page.evaluate(() => ({
        cutNames: [...document.querySelectorAll('.foot-name')]
          .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
          .map((each) => each.textContent),
        addressLines: [...document.querySelectorAll('.strip-address > *')].map((each) => each.getClientRects().length),
        chips: [...document.querySelectorAll('[data-layout="closing"] .sponsors [data-chip]')].map((each) => {
          const { paddingTop, backgroundClip, backgroundOrigin } = getComputedStyle(each)
          return [Number.parseFloat(paddingTop) > 4, backgroundClip, backgroundOrigin].join(' ')
        }),
      }))
    })
    expect(found.cutNames).toEqual([])
    expect(found.addressLines).toEqual([1, 1])
    expect(found.chips.every((each) => each === 'true border-box content-box')).toBe(true)
  },
)

test.each([
  [
    'the short name where the whole one has no room',
    'Foghorn 26',
    '26th edition',
    { name: 'Foghorn 26', edition: '26th edition' },
    0,
  ],
  [
    'its long name in smaller type if it has no short one',
    null,
    '26th edition',
    { name: LONG_NAME, edition: '26th edition' },
    0,
  ],
  [
    'no edition, and says so, if there is room for the name alone',
    null,
    'The twenty-sixth edition, in memory of all the keepers of the old lock',
    { name: LONG_NAME },
    1,
  ],
] as const)('the first slide has %s', async (_, short, edition, expected, messages) => {
  const event: Event = { ...shortEvent, name: LONG_NAME, short, edition }
  const slides = [slide('title', { title: line('Tides'), subtitle: null, credits: [] })]
  const theme: Theme = { ...loadTheme('lectern'), canvas: { width: 960, height: 720 } }
  const file = new VFile()
  const shown = await browser().withPage(async (page) => {
    const fitted = await fitSlides({ ...deckOf(slides), event }, { article, layouts, theme, page }, file)
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(() => {
      const textOf = (selector: string) => {
        const found = document.querySelector(selector)
        const [box, mark] = [found, found?.closest('.slide-mark')].map((each) => each?.getBoundingClientRect())
        if (!found?.checkVisibility() || !box || !mark) return undefined
        const isWhole = box.top >= mark.top && box.bottom <= mark.bottom && box.right <= mark.right
        return isWhole ? (found.textContent ?? '') : `${found.textContent} (cut off)`
      }
      return { name: textOf('.mark-name'), edition: textOf('.mark-edition') }
    })
  })
  expect(shown).toEqual(expected)
  expect(file.messages.filter(({ ruleId }) => ruleId === 'event-name')).toHaveLength(messages)
})

test('screen readers are told the sponsors and the edition on the last slide too', () => {
  const slides = [slide('closing', { title: line('Thank you'), credits: [] })]
  const page = String(renderPrint({ ...deckOf(slides), event: shortEvent }, layouts, loadTheme('lectern')))
  expect(/<div class="sponsors"[^>]*>/.exec(page)?.[0]).toBe('<div class="sponsors">')
  expect(/<p class="mark-edition"[^>]*>/.exec(page)?.[0]).toBe('<p class="mark-edition">')
})

test('the foot of a slide has the short name of the event', () => {
  const event: Event = { ...longEvent, name: 'Nordic Building Physics Days', short: 'NBPD', footer: null, logo: null }
  const slides = [slide('points', { title: line('The horn'), lead: null, points: [point('It is loud')] })]
  const page = String(renderPrint({ ...deckOf(slides), event }, layouts, loadTheme('lectern')))
  expect(/class="foot-name"[^>]*>([^<]*)/.exec(page)?.[1]).toBe('NBPD')
})

test.each([
  ['stays where there is room for it', '#Fog26', ['#Fog26', 'The third winter']],
  ['makes room for it where there is not', '#FoghornSummitNordhavn2026', ['The third winter']],
])('the hashtag at the foot of a slide with the name of its part %s in paper', async (_, hashtag, expected) => {
  const theme = loadTheme('paper')
  const points = { title: line('The fault was ours'), lead: null, points: [point('It had a battery')] }
  const deck: Deck = {
    ...deckOf([slide('points', points, { part: 1 })]),
    ...{ parts: [{ number: 1, name: 'The third winter' }], event: { ...shortEvent, hashtag } },
  }
  const shown = await browser().withPage(async (page) => {
    const fitted = await fitSlides(deck, { article, layouts, theme, page }, new VFile())
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.foot-hashtag, .kicker-text')]
        .filter((each) => {
          const [box, clip] = [each, each.closest('.slide-kicker, .foot-title')].map((found) =>
            found?.getBoundingClientRect(),
          )
          return box !== undefined && clip !== undefined && box.width > 0 && box.top < clip.bottom
        })
        .map((each) => each.textContent)
        .sort(),
    )
  })
  expect(shown).toEqual(expected)
})

/** Tells for each sponsor whether it is visible and whole. Runs in the page and closes over nothing. */
function visibleSponsors(): boolean[] {
  return [...document.querySelectorAll('.sponsor')].map((sponsor) => {
    const box = sponsor.getBoundingClientRect()
    return ['.sponsors', '.slide-strip', '.slide'].every((selector) => {
      const clip = sponsor.closest(selector)?.getBoundingClientRect()
      return (
        clip !== undefined &&
        sponsor.checkVisibility() &&
        box.top >= clip.top - 1 &&
        box.bottom <= clip.bottom + 1 &&
        box.left >= clip.left - 1 &&
        box.right <= clip.right + 1
      )
    })
  })
}

interface Found {
  readonly furniture: number
  readonly layouts: readonly string[]
  readonly collisions: readonly string[]
}

/**
 * Finds the parts of an event that overlap content or other furniture, or extend beyond their slide. Runs in the page
 * and closes over nothing.
 */
function collisions(): Found {
  // A rounding error of the browser, in CSS px.
  const TOLERANCE = 1
  const context = document.createElement('canvas').getContext('2d')
  const found: string[] = []
  let furniture = 0

  /**
   * Returns the boxes of an element's lines, without the empty space above and below their letters, which is large in
   * large type.
   */
  const letterBoxesIn = (area: Element) => {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
    const letterBoxes: { name: string; box: DOMRect }[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (text === '' || element === null || context === null) continue
      const { fontStyle, fontWeight, fontSize, fontFamily, visibility, display } = getComputedStyle(element)
      if (visibility === 'hidden' || display === 'none') continue
      // The shorthand is empty if ligatures are set.
      context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      const metrics = context.measureText(text)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue
        const height = metrics.fontBoundingBoxAscent + metrics.fontBoundingBoxDescent
        const baseline = box.top + (box.height * metrics.fontBoundingBoxAscent) / height
        const top = baseline - metrics.actualBoundingBoxAscent
        const clip = element
          .closest('.foot-name, .mark-name, .foot-title, .slide-mark, .sponsors')
          ?.getBoundingClientRect()
        const bottom = Math.min(baseline + metrics.actualBoundingBoxDescent, clip?.bottom ?? Number.POSITIVE_INFINITY)
        const right = Math.min(box.right, clip?.right ?? box.right)
        // Text that does not fit is on the next line, out of sight.
        if (clip && (top >= clip.bottom - TOLERANCE || box.left >= right)) continue
        letterBoxes.push({ name: text.slice(0, 40), box: new DOMRect(box.left, top, right - box.left, bottom - top) })
      }
    }
    return letterBoxes
  }

  const boxesOf = (slide: Element, selector: string) =>
    [...slide.querySelectorAll(selector)].flatMap((element) => {
      const { visibility } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const clip = element.closest('.foot-title, .slide-mark, .sponsors')?.getBoundingClientRect()
      if (visibility === 'hidden' || box.width === 0 || box.height === 0) return []
      // Text that does not fit in the foot is on its next line, out of sight.
      if (clip && box.top >= clip.bottom - TOLERANCE) return []
      return [{ name: element.className, box }]
    })

  const overlap = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > TOLERANCE &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > TOLERANCE

  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    const frame = slide.getBoundingClientRect()
    const where = `${slide.closest('section')?.id} ${slide.dataset.layout}`
    const own = [
      ...boxesOf(slide, '.event-logo, .foot-number, .foot-progress, .qr-code'),
      ...['.foot-name', '.foot-dates', '.foot-hashtag', '.slide-mark', '.slide-strip'].flatMap((selector) =>
        boxesOf(slide, selector).length === 0 ? [] : [...slide.querySelectorAll(selector)].flatMap(letterBoxesIn),
      ),
    ]
    furniture += own.length
    const content = [
      ...[...slide.querySelectorAll('.slide-head, .slide-body')].flatMap(letterBoxesIn),
      ...[...slide.querySelectorAll('.slide-kicker')].flatMap(letterBoxesIn),
      ...boxesOf(slide, '.slide-body :is(img, table, pre)'),
    ]
    for (const [index, { name, box }] of own.entries()) {
      const isOut =
        box.left < frame.left - TOLERANCE ||
        box.right > frame.right + TOLERANCE ||
        box.bottom > frame.bottom + TOLERANCE ||
        box.top < frame.top - TOLERANCE
      if (isOut && name !== '') found.push(`${where}: ${name} is outside`)
      for (const other of content) if (overlap(box, other.box)) found.push(`${where}: ${name} on ${other.name}`)
      for (const other of own.slice(index + 1).filter((each) => each.name !== name))
        if (overlap(box, other.box)) found.push(`${where}: ${name} on ${other.name}`)
    }
  }
  const layouts = [...document.querySelectorAll<HTMLElement>('.slide')].map(({ dataset }) => dataset.layout ?? '')
  return { furniture, layouts, collisions: [...new Set(found)] }
}

test.each([
  ['stands in the footer already', 'Room Kestrel · #Fog26', []],
  ['is not in the footer', 'Room Kestrel · #Fog2026', ['#Fog26']],
])('the hashtag at the foot of a slide is shown once if it %s', (_, footer, expected) => {
  const shown = slide('points', { title: line('The horn'), lead: null, points: [point('It is loud')] })
  const foot = renderEventFoot({ ...shortEvent, footer }, { slide: shown, theme: loadTheme('lectern') })
  const hashtags = foot.filter(({ properties }) => String(properties.className).includes('foot-hashtag'))
  expect(hashtags.map(({ children: [text] }) => text?.type === 'text' && text.value)).toEqual(expected)
})
