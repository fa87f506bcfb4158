import { expect, test } from 'vitest'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, row, slide } from '../render/decks.ts'
import { fitDeck } from './fit-deck.ts'

const browser = oneBrowser()

test('a table that fits keeps its size beside longer tables, which all get one size', async () => {
  const tableOf = (length: number) =>
    slide('table', {
      title: line('Heights'),
      header: row('Gate', 'Height'),
      rows: Array.from({ length }, (_, index) => row(`Gate ${index}`, `${index} m`)),
      align: null,
      caption: null,
    })
  const deck = deckOf([4, 11, 12].map((length, index) => ({ ...tableOf(length), id: `t-${length}-${index}` })))
  const { slides } = await fitDeck(deck, { browser: browser(), theme: loadTheme('lectern') })
  const steps = slides.map(({ id, slots }) => [id.slice(0, 4), slots.step ?? 0])
  const long = new Set(steps.filter(([id]) => id !== 't-4-').map(([, step]) => step))
  expect(steps[0]).toEqual(['t-4-', 0])
  expect([...long]).toEqual([expect.toSatisfy((step) => step > 0)])
})

test.each(themeNames())(
  '%s sets a short listing as large before a long one under its title as by itself',
  async (name) => {
    const listingOf = (length: number) => ({
      ...slide('code', {
        title: line('The gates'),
        language: 'js',
        lines: Array.from({ length }, (_, index) => line(`gate(${index}).open()`, 'code')),
        pieces: null,
      }),
      id: `l-${length}`,
    })
    const { deck } = await fitDeck(deckOf([listingOf(2), listingOf(18)]), {
      browser: browser(),
      theme: loadTheme(name),
    })
    const [short, ...long] = deck.slides.map(({ slots }) => slots)
    expect(short?.step).toBeUndefined()
    expect(short?.bodySize).toBeGreaterThanOrEqual(36)
    expect(long.every(({ step = 0 }) => step > 0)).toBe(true)
  },
)
