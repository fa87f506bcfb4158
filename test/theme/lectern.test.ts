import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import { CANVASES } from '../../src/model/settings.ts'
import type { Canvas } from '../../src/model/theme.ts'
import { read } from '../../src/read/read.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'
import { sample } from '../render/sample.ts'

const CANVAS_LIST = [CANVASES['16:9'], CANVASES['4:3']] as Canvas[]
const [WIDE] = CANVAS_LIST as [Canvas]

/** The slides are not made from this article, which only messages need. */
const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))

const browser = oneBrowser()

/** Returns what a function finds on the page with these slides, fitted. */
async function onSlides<T>(slides: readonly Slide[], canvas: Canvas, find: () => T): Promise<T> {
  const theme = { ...loadTheme('lectern'), canvas }
  return browser().withPage(async (page) => {
    const numbered = slides.map((each, index) => ({ ...each, id: `s-${index + 1}` }))
    const deck = { ...deckOf(numbered), parts: sample.parts }
    const fitted = await fitDeck(deck, { article, layouts, theme, page }, new VFile())
    await page.show(renderPrint(fitted, layouts, theme), canvas)
    return page.evaluate(find)
  })
}

const title = line('What the harbour needs')
const pointsOf = (...texts: readonly string[]) =>
  slide('points', { title, lead: null, points: texts.map((text) => point(text)) }, { part: 1 })

test('lectern has the same rule under all titles, well above the first point', async () => {
  const moments = [{ when: line('1976'), what: line('The gale') }]
  const seen = await onSlides(
    [
      pointsOf('A sensor'),
      pointsOf('A sensor over the well, which sees the water', 'A pipe', 'A line to the office of the harbour master'),
      slide('timeline', { title, moments }, { part: 1 }),
      slide('number', { title, value: line('92%'), label: line('of the water'), context: null }, { part: 1 }),
    ],
    WIDE,
    () =>
      [...document.querySelectorAll('.slide')].map((each) => {
        const head = each.querySelector('.slide-head') ?? each
        const { height, backgroundColor, marginTop } = getComputedStyle(head, '::after')
        const text = each.querySelector('.point-text')?.getBoundingClientRect()
        return {
          rule: `${height} ${backgroundColor} ${marginTop}`,
          air: text ? text.top - head.getBoundingClientRect().bottom : 40,
        }
      }),
  )
  expect(new Set(seen.map(({ rule }) => rule)).size).toBe(1)
  expect(seen[0]?.rule).toBe('4px rgb(217, 152, 26) 16px')
  for (const { air } of seen) expect(air).toBeGreaterThanOrEqual(40)
})

test.each(CANVAS_LIST)(
  'the rings of lectern are clear of the words of statements and quotations (%o)',
  async (canvas) => {
    const long =
      'It lets the tide in and keeps the waves out, if the hole at its foot is no more than a tenth as wide as the pipe'
    const heading = line('The pipe that stands in the water matters more than the sensor above it')
    const slides = [heading, null].flatMap((above) => [
      slide('statement', { title: above, statement: line(long), source: null, formula: null }, { part: 1 }),
      slide('quote', { title: above, quote: line(long), speaker: line('Ida Quay') }, { part: 1 }),
    ])
    const distances = await onSlides(slides, canvas, () =>
      [...document.querySelectorAll('.slide')].map((each) => {
        const radii = [...getComputedStyle(each).backgroundImage.matchAll(/([\d.]+)px/g)].map(([, px]) => Number(px))
        const { right, top } = each.getBoundingClientRect()
        const texts = [...each.querySelectorAll('.title, .statement, .quote-text')].flatMap((text) => {
          const range = document.createRange()
          range.selectNodeContents(text)
          return [...range.getClientRects()]
        })
        const nearest = Math.min(...texts.map((box) => Math.hypot(right - box.right, box.top - top)))
        return { radius: Math.max(...radii), nearest }
      }),
    )
    expect(distances).toHaveLength(4)
    for (const { radius, nearest } of distances) {
      expect(radius).toBeGreaterThan(100)
      expect(nearest).toBeGreaterThan(radius)
    }
  },
)

test('lectern shows the way through a talk on a line of one length, however many parts there are', async () => {
  const lengths = await browser().withPage(async (page) => {
    const found: number[] = []
    for (const count of [3, 13]) {
      const names = Array.from({ length: count }, (_, index) => `Part ${index + 1}`)
      await page.show(renderPrint(deckOf([pointsOf('A sensor')], names), layouts, loadTheme('lectern')), WIDE)
      found.push(
        await page.evaluate(() => document.querySelector('.foot-progress')?.getBoundingClientRect().width ?? 0),
      )
    }
    return found
  })
  expect(lengths[0]).toBeGreaterThan(200)
  expect(lengths[1]).toBe(lengths[0])
})
