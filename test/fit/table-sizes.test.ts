import { expect, test } from 'vitest'
import { loadTheme } from '../../src/theme/load-theme.ts'
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
