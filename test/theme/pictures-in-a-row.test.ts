import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide, Slots } from '../../src/model/deck.ts'
import type { Canvas } from '../../src/model/theme.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { photograph } from '../illustrate/photograph.ts'
import { deckOf, line, point, slide, row as tableRow } from '../render/decks.ts'

const browser = oneBrowser()

const WIDE: Canvas = { width: 1280, height: 720 }
const SQUARE: Canvas = { width: 960, height: 720 }

const captioned = (width: number, height: number, caption: string) => ({
  picture: photograph(width, height),
  caption: line(caption, 'caption'),
})

type Plate = Pick<Slots['image'], 'picture' | 'caption'>

/** A picture that is not a photograph, and so is never cropped. */
function drawing(width: number, height: number, text: string): Plate {
  const { picture, caption } = captioned(width, height, text)
  return { picture: { ...picture, content: { ...picture.content, isPhotograph: false } }, caption }
}

function row(...plates: readonly Plate[]): Slide {
  return rowUnder('One year at the gauge', plates)
}

function rowUnder(title: string, [first = captioned(1, 1, 'Nothing'), ...others]: readonly Plate[]): Slide {
  return slide('image', { title: line(title), ...first, others })
}

/** Lists the boxes of heads and bodies, and of the pictures, captions and points in them. Runs in the page. */
function readBoxes() {
  const boxOf = (element: Element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect()
    return { top, bottom, left, right }
  }
  const all = (selector: string) => [...document.querySelectorAll(`section.page ${selector}`)].map(boxOf)
  return {
    bodies: all('.slide-body'),
    pictures: all('.picture'),
    captions: all('.plate .caption'),
    sharedCaptions: all('.plates > .caption'),
    heads: all('.slide-head'),
    items: all('.point'),
  }
}

async function boxesOn(name: string, canvas: Canvas, slides: readonly Slide[]) {
  const theme = { ...loadTheme(name), canvas }
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf(slides), layouts, theme), canvas)
    return page.evaluate(readBoxes)
  })
}

const roundedSet = (values: readonly number[]) => new Set(values.map((value) => Math.round(value)))

test.each(themeNames())('%s sets a row of pictures in the middle of the slide, as wide as possible', async (name) => {
  const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'].map((season) => drawing(900, 600, season))
  for (const [canvas, count] of [
    [WIDE, 3],
    [SQUARE, 2],
  ] as const) {
    const { bodies, pictures, captions } = await boxesOn(name, canvas, [row(...seasons.slice(0, count))])
    const [body] = bodies
    const [first] = pictures
    const lowest = Math.max(...captions.map(({ bottom }) => bottom))
    expect(roundedSet(pictures.map(({ bottom }) => bottom)).size).toBe(1)
    expect(roundedSet(captions.map(({ top }) => top)).size).toBe(1)
    expect(Math.abs((first?.top ?? 0) - (body?.top ?? 0) - ((body?.bottom ?? 0) - lowest))).toBeLessThan(80)
    const totalWidth = pictures.reduce((sum, { left, right }) => sum + right - left, 0)
    const span = (pictures.at(-1)?.right ?? 0) - (first?.left ?? 0)
    expect(totalWidth / span).toBeGreaterThan(0.85)
  }
})

test.each(themeNames())(
  '%s fills the slide with photographs, and sets short captions on their corners',
  async (name) => {
    const seasons = ['Spring', 'Summer', 'Autumn', 'Winter', 'Spring again', 'Summer again']
    for (const canvas of [WIDE, SQUARE])
      for (const [count, [width, height]] of [
        [3, [900, 640]],
        [3, [600, 900]],
        [4, [900, 640]],
        [4, [600, 900]],
        [5, [900, 640]],
        [6, [900, 640]],
      ] as const) {
        const plates = seasons.slice(0, count).map((season) => captioned(width, height, season))
        const { bodies, heads, pictures, captions } = await boxesOn(name, canvas, [row(...plates)])
        const [body, head] = [bodies[0], heads[0]]
        const bodyArea = ((body?.right ?? 0) - (body?.left ?? 0)) * ((body?.bottom ?? 0) - (body?.top ?? 0))
        const areas = pictures.map(({ top, bottom, left, right }) => (bottom - top) * (right - left))
        const label = `${count} pictures of ${width} by ${height} at ${canvas.width}`
        expect(areas.reduce((sum, area) => sum + area, 0) / bodyArea, label).toBeGreaterThan(0.6)
        for (const [index, { top, bottom, left, right }] of pictures.entries()) {
          const ratio = (right - left) / (bottom - top) / (width / height)
          expect(Math.min(ratio, 1 / ratio), label).toBeGreaterThan(0.58)
          expect(top, label).toBeGreaterThanOrEqual(head?.bottom ?? Number.POSITIVE_INFINITY)
          expect(bottom, label).toBeLessThanOrEqual(body?.bottom ?? 0)
          const caption = captions[index]
          expect(caption?.left, label).toBeCloseTo(left, 0)
          expect(caption?.bottom, label).toBeCloseTo(bottom, 0)
          expect(caption?.right, label).toBeLessThan(right)
          expect(caption?.top, label).toBeGreaterThan(top)
        }
      }
  },
)

test('drawings and pictures with long captions are whole, each above its caption', async () => {
  const texts = ['Spring', 'Summer', 'Autumn', 'Winter']
  const photographs = texts.map((season) =>
    captioned(900, 640, `${season}, when the water in the harbour is as low as it ever is in a year`),
  )
  const drawings = texts.map((season) => drawing(900, 640, season))
  for (const plates of [photographs, drawings]) {
    const { pictures, captions } = await boxesOn('lectern', WIDE, [row(...plates)])
    for (const [index, { top, bottom, left, right }] of pictures.entries()) {
      expect((right - left) / (bottom - top)).toBeCloseTo(900 / 640, 1)
      expect(captions[index]?.top).toBeGreaterThanOrEqual(bottom)
    }
  }
})

test.each(themeNames())('%s sets four landscape drawings beside the title, each above its caption', async (name) => {
  const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'].map((season) => drawing(900, 640, season))
  const { bodies, heads, pictures, captions } = await boxesOn(name, WIDE, [
    rowUnder('One year at the gauge below the market hall', seasons),
  ])
  expect(roundedSet(pictures.map(({ top }) => top)).size).toBe(2)
  expect(roundedSet(pictures.map(({ left }) => left)).size).toBe(2)
  const [first, second] = pictures
  // The columns are no wider than the pictures, so that none has a hole beside it.
  expect((second?.left ?? 0) - (first?.right ?? 0)).toBeLessThan(40)
  for (const [index, { top, bottom, left, right }] of pictures.entries()) {
    expect(right - left).toBeGreaterThan(320)
    expect(left).toBeGreaterThanOrEqual(heads[0]?.right ?? Number.POSITIVE_INFINITY)
    expect(top).toBeGreaterThanOrEqual(bodies[0]?.top ?? 0)
    const caption = captions[index]
    expect(caption?.top ?? 0).toBeGreaterThanOrEqual(bottom)
    expect(caption?.bottom ?? 0).toBeLessThanOrEqual((bodies[0]?.bottom ?? 0) - 16)
  }
})

test.each(themeNames())('%s keeps a row of pictures of other shapes on the slide', async (name) => {
  const { bodies, pictures, captions } = await boxesOn(name, WIDE, [
    row(
      captioned(400, 1200, 'The tower'),
      captioned(1200, 400, 'The bay'),
      captioned(600, 600, 'The clock in the hall of the office'),
    ),
  ])
  const [body] = bodies
  expect(Math.min(...pictures.map(({ top }) => top))).toBeGreaterThanOrEqual(body?.top ?? 0)
  expect(Math.max(...captions.map(({ bottom }) => bottom))).toBeLessThanOrEqual(body?.bottom ?? 0)
  expect(roundedSet(pictures.map(({ bottom }) => bottom)).size).toBe(1)
  for (const [index, { left, right }] of pictures.entries())
    expect(left, `picture ${index}`).toBeGreaterThanOrEqual(pictures[index - 1]?.right ?? Math.min(left, right))
})

test.each(themeNames())('%s sets a caption that pictures share below all of them', async (name) => {
  const uncaptioned = { ...captioned(800, 600, ''), caption: null }
  for (const [canvas, count] of [
    [WIDE, 2],
    [SQUARE, 2],
    [WIDE, 3],
    [WIDE, 4],
    [WIDE, 5],
  ] as const) {
    const last = captioned(600, 600, 'The gauge before the storm (left) and after it (right)')
    const plates = [...Array.from({ length: count - 1 }, () => uncaptioned), last]
    const { bodies, pictures, captions, sharedCaptions } = await boxesOn(name, canvas, [row(...plates)])
    const [caption] = sharedCaptions
    expect([pictures.length, captions.length, sharedCaptions.length]).toEqual([count, 0, 1])
    expect(caption?.top).toBeGreaterThanOrEqual(Math.max(...pictures.map(({ bottom }) => bottom)))
    expect(caption?.bottom).toBeLessThanOrEqual(bodies[0]?.bottom ?? 0)
    expect(caption?.left).toBeLessThanOrEqual((pictures[0]?.left ?? 0) + 1)
  }
})

test.each(themeNames())('%s sets a small picture beside points on its caption', async (name) => {
  const points = ['The boat leaves at nine', 'It comes back at noon'].map((text) => point(text))
  for (const [width, height] of [
    [48, 40],
    [30, 60],
  ] as const) {
    const small = captioned(width, height, 'The old lighthouse')
    const { pictures, captions } = await boxesOn(name, WIDE, [slide('image', { title: line('Fog'), points, ...small })])
    const [[picture], [caption]] = [pictures, captions]
    if (picture === undefined || caption === undefined) throw new Error('nothing is shown')
    expect(caption.left).toBeLessThanOrEqual(picture.left + 1)
    expect(caption.right).toBeGreaterThanOrEqual(picture.right - 1)
    const offsets = [picture.left - caption.left, (picture.left + picture.right - caption.left - caption.right) / 2]
    expect(Math.min(...offsets.map(Math.abs))).toBeLessThan(16)
  }
})

test('in paper, no line of credits begins with a dot', async () => {
  const credits = [
    'A Tide Clock in Thirty Lines: Reading the Sea with a Cheap Computer',
    'The Quayside Workshop',
    '17 January 2026',
  ]
  const closing = slide('closing', { title: line('Thank you'), credits: credits.map((text) => line(text, 'frame')) })
  const theme = loadTheme('paper')
  const dots = await browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([closing]), layouts, theme), WIDE)
    return page.evaluate(() =>
      [...document.querySelectorAll('.credit')].map((credit) => ({
        top: Math.round(credit.getBoundingClientRect().bottom),
        hasDot: getComputedStyle(credit, '::before').content !== 'none',
      })),
    )
  })
  expect(dots.map(({ hasDot }) => hasDot)).toEqual([false, false, true])
  expect(dots[0]?.top).toBeLessThan(dots[1]?.top ?? 0)
  expect(dots[1]?.top).toBe(dots[2]?.top)
})

test.each(themeNames())('%s sets a caption beside points no wider than its picture', async (name) => {
  const texts = ['A stilling well stands at the pier', 'A sensor looks down into it']
  const beside = slide('image', {
    title: line('What a gauge needs'),
    ...captioned(400, 600, 'The lighthouse in the evening'),
    points: texts.map((text) => point(text)),
  })
  for (const canvas of [WIDE, SQUARE]) {
    const { pictures, captions } = await boxesOn(name, canvas, [beside])
    const [picture, caption] = [pictures[0], captions[0]]
    expect(caption?.left ?? 0).toBeGreaterThan((picture?.left ?? 0) - 4)
    expect(caption?.right ?? 0).toBeLessThan((picture?.right ?? 0) + 4)
  }
})

test.each(themeNames())(
  '%s gives a tall picture beside points the height of the slide, beside the title',
  async (name) => {
    const points = ['A stilling well', 'A sensor over it'].map((text) => point(text))
    const beside = (width: number, height: number) =>
      slide('image', { title: line('What a gauge needs'), ...captioned(width, height, 'The lighthouse'), points })
    const { pictures, heads, items } = await boxesOn(name, WIDE, [beside(400, 600), beside(400, 520), beside(200, 300)])
    expect(pictures).toHaveLength(3)
    for (const [index, { top, bottom, left, right }] of pictures.entries()) {
      expect(bottom - top, `picture ${index}`).toBeGreaterThan(0.7 * WIDE.height)
      expect(right - left, `picture ${index}`).toBeLessThan(0.4 * WIDE.width)
      const words = [heads[index], ...items.slice(2 * index, 2 * index + 2)]
      for (const word of words) expect(word?.right ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(left)
      expect(top, `picture ${index}`).toBeLessThanOrEqual(heads[index]?.bottom ?? 0)
    }
  },
)

test.each([WIDE, SQUARE])('paper aligns headings and all that is read at the left (%o)', async (canvas) => {
  const title = line('What a gauge needs')
  const pier = { name: line('The pier'), blocks: [{ type: 'text', line: line('a well') } as const] }
  const moment = { when: line('1976'), what: line('The gale') }
  const listing = ['const tide = low + rise'].map((text) => line(text, 'code'))
  const slides = [
    slide('points', { title, lead: null, points: [point('A stilling well'), point('A sensor'), point('A line')] }),
    slide('table', { title, header: null, rows: [tableRow('Well', 'Pier')], align: null, caption: null }),
    slide('code', { title, language: 'js', lines: listing, pieces: null }),
    slide('number', { title, value: line('92%'), label: line('of what the water did'), context: null }),
    slide('comparison', { title, columns: [pier, pier] }),
    slide('timeline', { title, moments: [moment, moment] }),
  ]
  const theme = { ...loadTheme('paper'), canvas }
  const edges = await browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf(slides), layouts, theme), canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('section.page')].flatMap((slide) => {
        const title = slide.querySelector('.title')
        if (title === null) return []
        const texts = [title, ...slide.querySelectorAll(':first-child > :is(.side-name, .moment-when)')].map(
          (element) => {
            const range = document.createRange()
            range.selectNodeContents(element)
            return range
          },
        )
        const boxes = [...texts, ...slide.querySelectorAll('.point, .table, .code')]
        return boxes.map((box) => Math.round(box.getBoundingClientRect().left - slide.getBoundingClientRect().left))
      }),
    )
  })
  expect(edges).toHaveLength(13)
  expect([...new Set(edges)]).toHaveLength(1)
})

test.each(['briefing', 'signal'])('%s has the title on a picture where it has all titles', async (name) => {
  const title = line('The quay at dawn')
  const points = slide('points', { title, lead: null, points: [] }, { part: 1 })
  const picture = slide('image', { title, ...captioned(1600, 900, 'The quay before the first ferry') }, { part: 1 })
  for (const canvas of [WIDE, SQUARE]) {
    const seen = await browser().withPage(async (page) => {
      const theme = { ...loadTheme(name), canvas }
      await page.show(renderPrint(deckOf([points, picture], ['The quay at dawn']), layouts, theme), canvas)
      return page.evaluate(() =>
        [...document.querySelectorAll('section.page')].map((section) => {
          const shown = section.querySelector('.title') ?? document.body
          const { top, left } = shown.getBoundingClientRect()
          const number = section.querySelector('.kicker-number')?.checkVisibility()
          return {
            top: top - section.getBoundingClientRect().top,
            left,
            size: getComputedStyle(shown).fontSize,
            number,
          }
        }),
      )
    })
    const [usual, onPicture] = seen
    expect(onPicture).toEqual({ ...usual, top: onPicture?.top })
    expect(Math.abs((onPicture?.top ?? 0) - (usual?.top ?? 0))).toBeLessThan(6)
  }
})
