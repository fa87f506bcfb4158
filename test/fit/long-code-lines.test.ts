import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { CANVASES } from '../../src/model/settings.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, slide } from '../render/decks.ts'
import { fitDeck } from './fit-deck.ts'

const browser = oneBrowser()

const LONG = '    return math.degrees(math.asin(clip(c * dt / base)))'
const LONGER = `    return math.degrees(math.asin(np.clip(c * dt / distance, -1, 1))) + offset_of(left, right, rate)`

/** Fits a listing that ends in this line; returns the size of its type, whether a line wraps, and the messages. */
function fitListing(last: string, name: string, shape: '16:9' | '4:3') {
  return fitLines(['def bearing(left, right):', '    dt = lag(left, right)', last], name, shape)
}

async function fitLines(texts: readonly string[], name: string, shape: '16:9' | '4:3') {
  const plain = loadTheme(name)
  const theme = { ...plain, canvas: CANVASES[shape] ?? plain.canvas }
  const lines = texts.map((text) => line(text, 'code'))
  const listing = slide('code', { title: line('The bearing'), language: 'python', lines, pieces: null })
  const { deck, messages } = await fitDeck(deckOf([listing]), { browser: browser(), theme })
  const shown = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    return page.evaluate(() => {
      /** The distances of the lines in an element, from the top of the first to the next element. */
      const distancesIn = (element: Element) => {
        const { top, bottom } = element.getBoundingClientRect()
        const range = document.createRange()
        range.selectNodeContents(element)
        const lines = new Set([...range.getClientRects()].map((rect) => Math.round(rect.bottom / 4))).size
        return Math.round((bottom - top) / Math.max(1, lines))
      }
      const code = document.querySelector('.code') ?? document.body
      const heights = [...code.querySelectorAll('.code-line')].map((each) => each.getBoundingClientRect().height)
      return {
        size: Number.parseFloat(getComputedStyle(code).fontSize),
        /** How far the words are from the padding at the bottom of the panel. */
        room:
          code.getBoundingClientRect().bottom -
          Number.parseFloat(getComputedStyle(code).paddingBottom) -
          (code.querySelector('code')?.getBoundingClientRect().bottom ?? 0),
        wraps: Math.max(...heights) > 1.5 * Math.min(...heights),
        distances: [...new Set([...code.querySelectorAll('.code-line')].flatMap(distancesIn))],
      }
    })
  })
  return { ...shown, messages }
}

test.each(themeNames())('%s sets a line of code that would wrap at 4:3 in smaller type', async (name) => {
  const { size, wraps, messages } = await fitListing(LONG, name, '4:3')
  expect(wraps).toBe(false)
  expect(size).toBeGreaterThanOrEqual(20)
  expect(messages).toEqual([])
})

test('one line of code that fits only in type too small for the last row wraps, and is reported', async () => {
  const { size, wraps, messages } = await fitListing(LONGER, 'lectern', '4:3')
  expect(wraps).toBe(true)
  expect(size).toBe(24)
  expect(messages).toEqual([expect.stringContaining('This line of code is too long for its slide')])
})

test.each(themeNames())(
  '%s lets the longest line of a listing wrap, so that all its lines are larger',
  async (name) => {
    const longest = '    """Metres of water: the mean of ten pulses, without the two worst."""'
    const lines = [
      'from statistics import mean',
      '',
      'def height(sensor):',
      longest,
      '    pulses = sorted(sensor.all())',
    ]
    const shown = await fitLines([...lines, '    return mean(pulses[1:-1])'], name, '16:9')
    const { size, wraps, distances, messages } = shown
    expect(wraps).toBe(true)
    // The two parts of the line are as far apart as other lines.
    expect(distances).toHaveLength(1)
    expect(size).toBeGreaterThanOrEqual(28)
    expect(messages).toEqual([])
  },
)

test.each(themeNames())('%s sets a short listing as large as its points', async (name) => {
  const { size } = await fitListing('    return c * dt', name, '16:9')
  expect(size).toBeGreaterThanOrEqual(36)
})

test.each(themeNames())('%s spreads the lines of a short listing over its panel', async (name) => {
  const theme = loadTheme(name)
  const lines = ['import numpy as np', '', `def fit(hours):`, `    return ${'solve(hours) + '.repeat(4)}0`]
  const listing = slide('code', {
    title: line('The fit'),
    language: 'python',
    lines: lines.map((text) => line(text, 'code')),
    pieces: null,
  })
  const { deck } = await fitDeck(deckOf([listing]), { browser: browser(), theme })
  const distances = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    return page.evaluate(() => {
      const rows = [...document.querySelectorAll('.code-line')]
      const size = Number.parseFloat(getComputedStyle(rows[0] ?? document.body).fontSize)
      const tops = rows.map((row) => row.getBoundingClientRect().top)
      return tops.slice(1).map((top, index) => (top - (tops[index] ?? 0)) / size)
    })
  })
  for (const distance of distances) expect(distance).toBeGreaterThan(1.7)
})

test.each(themeNames())(
  '%s divides a long listing of long lines so that none crosses the foot at 4:3',
  async (name) => {
    const rowOf = (index: number) =>
      `## ${index}  r-devel-linux-x86_64-debian-clang   1.1.1   ${index}.74  51.08  56.82  OK`
    const addressOf = (index: number) =>
      `## ${index}  https://www.harbour.example/gauges/checks/r-devel-linux-x86_64-debian-clang/rhub-00check.html`
    const texts = Array.from({ length: 24 }, (_, index) => (index < 12 ? rowOf(index) : addressOf(index)))
    const { messages } = await fitLines(texts, name, '4:3')
    expect(messages.filter((message) => message.includes('too tall'))).toEqual([])
  },
)

test.each(themeNames())('in %s, a listing is as far from the bottom of its panel as from the top', async (name) => {
  const loop = ['for (const boat of boats) {', '  // one more', '}', '']
  const { room } = await fitLines([...loop, ...loop].slice(0, -1), name, '16:9')
  expect(room).toBeGreaterThan(-1)
})
