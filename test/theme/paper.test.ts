import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import { CANVASES } from '../../src/model/settings.ts'
import { read } from '../../src/read/read.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { photograph } from '../illustrate/photograph.ts'
import { deckOf, line, point, row, slide } from '../render/decks.ts'

const SHAPES = Object.entries(CANVASES).map(([shape, canvas]) => ({ shape, canvas }))

/** The slides are not made from this article, which only messages need. */
const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))

const browser = oneBrowser()

const title = line('Storms to remember')

const captioned = (width: number, height: number) => ({
  picture: photograph(width, height),
  caption: line('The bay in March', 'caption'),
})

/** Returns, for each slide, the left and right edges of these elements; for text, those of its letters. */
async function edgesOn(slides: readonly Slide[], selector: string, canvas = loadTheme('paper').canvas) {
  const theme = { ...loadTheme('paper'), canvas }
  return browser().withPage(async (page) => {
    const deck = {
      ...deckOf(slides.map((each, index) => ({ ...each, id: `s-${index + 1}` }))),
      parts: Array.from({ length: 12 }, (_, index) => ({ number: index + 1, name: `Part ${index + 1}` })),
    }
    const fitted = await fitDeck(deck, { article, layouts, theme, page }, new VFile())
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(
      (wanted) =>
        [...document.querySelectorAll('section.page .slide')].map((shown) => {
          const origin = shown.getBoundingClientRect().left
          return [...shown.querySelectorAll(wanted)].map((element) => {
            const range = document.createRange()
            range.selectNodeContents(element)
            const box = element.matches('.title, .caption, .foot-number, .kicker-number') ? range : element
            const { left, right } = box.getBoundingClientRect()
            return { left: left - origin, right: right - origin }
          })
        }),
      selector,
    )
  })
}

test.each(SHAPES)('paper has everything between two equal margins at $shape', async ({ canvas }) => {
  const listing = ['const tide = low + rise'].map((text) => line(text, 'code'))
  const slides = [
    slide('table', { title, header: null, rows: [row('Well', 'Pier')], align: null, caption: null }, { part: 1 }),
    slide('code', { title, language: 'js', lines: listing, pieces: null }, { part: 1 }),
    slide('image', { title, ...captioned(900, 700), others: [captioned(900, 700)] }, { part: 1 }),
  ]
  for (const boxes of await edgesOn(slides, '.title, .table, .code, .picture, .foot-number', canvas)) {
    const margin = boxes[0]?.left ?? 0
    expect(margin).toBeGreaterThan(60)
    expect(boxes[1]?.left).toBeCloseTo(margin, 0)
    expect(boxes.at(-2)?.right).toBeCloseTo(canvas.width - margin, -1)
    expect(boxes.at(-1)?.right).toBeCloseTo(canvas.width - margin, 0)
  }
})

test.each(SHAPES)('in paper, a number of two figures is clear of the title at $shape', async ({ canvas }) => {
  const shown = slide('points', { title, lead: null, points: [point('The gale of 1976')] }, { part: 12 })
  for (const [one, other] of await edgesOn([shown], '.title, .kicker-number', canvas)) {
    const [number, heading] = [one, other].sort((a, b) => (a?.left ?? 0) - (b?.left ?? 0))
    expect(number?.left).toBeGreaterThan(8)
    expect(heading?.left).toBeGreaterThan((number?.right ?? Number.POSITIVE_INFINITY) + 14)
  }
})

test('in paper, the caption of a panorama begins where the title does', async () => {
  const shown = slide('image', { title, ...captioned(1600, 500) })
  for (const [heading, caption] of await edgesOn([shown], '.title, .caption')) {
    expect(caption?.left).toBeCloseTo(heading?.left ?? 0, 0)
  }
})

test.each(SHAPES)('paper begins the marks of a list where the title does at $shape', async ({ canvas }) => {
  const shown = slide('points', { title, lead: null, points: [point('The gale of 1976')] })
  const [[heading, item] = []] = await edgesOn([shown], '.title, .point', canvas)
  expect(heading).toBeDefined()
  expect(item?.left).toBeCloseTo(heading?.left ?? 0, 0)
})

test('paper has the ribbon of the part on red pages and on pictures too', async () => {
  const slides = [
    slide('statement', { title, statement: line('It lets the tide in'), source: null, formula: null }, { part: 2 }),
    slide('image', { title, ...captioned(1600, 900) }, { part: 2 }),
  ]
  const ribbons = await edgesOn(slides, '.kicker-number')
  expect(ribbons.flat()).toHaveLength(2)
  for (const { left, right } of ribbons.flat()) expect(right - left).toBeGreaterThan(8)
})
