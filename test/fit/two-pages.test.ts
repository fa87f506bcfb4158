import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { BrowserPage } from '../../src/browser/browser-page.ts'
import { keepBrowser } from '../../src/browser/kept-browser.ts'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck } from '../../src/model/deck.ts'
import { read } from '../../src/read/read.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, row, slide } from '../render/decks.ts'

const theme = loadTheme('lectern')
const browser = oneBrowser()

/** Slides of many heights, some of them too full. */
const DECK = deckOf(
  Array.from({ length: 40 }, (_, index) => [
    slide('points', {
      title: line(`Pier ${index + 1}`),
      lead: null,
      points: Array.from({ length: 1 + (index % 14) }, (_, number) =>
        point(`Reading ${number + 1} was taken at low water, ${'and again '.repeat(index % 5)}at noon`),
      ),
    }),
    slide('table', {
      title: line(`Levels at pier ${index + 1}`),
      caption: null,
      header: row('Hour', 'Level'),
      align: ['left', 'right'],
      rows: Array.from({ length: 2 + (index % 30) }, (_, hour) => row(`${hour}`, `${hour * 7} cm`)),
    }),
  ]).flat(),
)

/** Fits the deck with this second page, and counts how often each page shows slides. */
async function fitted(withSecondPage?: <T>(use: (page: BrowserPage) => Promise<T>) => Promise<T>) {
  const file = new VFile({ path: 'deck.md', value: 'Words of no matter.' })
  const article = await read(new TextEncoder().encode('Words of no matter.'), file)
  const counts = { first: 0, second: 0 }
  const counting = (page: BrowserPage, which: keyof typeof counts): BrowserPage => ({
    ...page,
    show: (html, viewport) => {
      counts[which]++
      return page.show(html, viewport)
    },
  })
  const deck = await browser().withPage((page) =>
    fitDeck(
      DECK,
      {
        ...{ article, layouts, theme, page: counting(page, 'first') },
        withSecondPage: withSecondPage && ((use) => withSecondPage((second) => use(counting(second, 'second')))),
      },
      file,
    ),
  )
  return { deck: contentsOf(deck), counts, reasons: file.messages.map(String) }
}

function contentsOf({ slides }: Deck) {
  return slides.map(({ id, layout, slots }) => ({ id, layout, slots }))
}

test('A deck with many slides is measured in two pages, and fits as in one', { timeout: 60_000 }, async () => {
  const inOne = await fitted()
  const inTwo = await fitted(browser().withSecondPage)
  expect(inOne.counts.second).toBe(0)
  expect(inTwo.counts.second).toBeGreaterThan(0)
  expect(inOne.deck.length).toBeGreaterThan(DECK.slides.length)
  expect(inTwo.deck).toEqual(inOne.deck)
  expect(inTwo.reasons).toEqual(inOne.reasons)
})

test('A kept browser keeps its second page, which is not the first', { timeout: 60_000 }, async () => {
  const kept = keepBrowser({ executable: null })
  try {
    const { withPage, withSecondPage } = await kept.getBrowser(() => undefined)
    await withPage((page) => page.show('<p>first'))
    await withSecondPage((page) => page.show('<p>second'))
    const textOf = (page: BrowserPage) => page.evaluate(() => document.body.textContent)
    expect(await withPage(textOf)).toBe('first')
    expect(await withSecondPage(textOf)).toBe('second')
    // Both draw frames.
    const view = { width: 80, height: 40, top: 0, scale: 1 }
    expect((await withPage((page) => page.screenshot(view))).length).toBeGreaterThan(0)
    expect((await withSecondPage((page) => page.screenshot(view))).length).toBeGreaterThan(0)
  } finally {
    await kept.close()
  }
})
