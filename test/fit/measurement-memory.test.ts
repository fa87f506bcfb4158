import { expect, test } from 'vitest'
import type { MeasurementMemory } from '../../src/fit/gauge.ts'
import type { Deck } from '../../src/model/deck.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'
import { fitDeck } from './fit-deck.ts'
import { several } from './several.ts'

const browser = oneBrowser()
const theme = loadTheme('lectern')
const fitOne = (deck: Deck, memory: MeasurementMemory) => fitDeck(deck, { browser: browser(), theme, memory })

const LONG = 'The gauge at the quay was read at every hour of the day and of the night, in every weather and by hand'

const points = several(11, (number) => point(`${LONG}, says ${number}`))
const spilling = slide('points', { title: line('Readings'), lead: null, points })
const steady = (text: string) => slide('statement', { title: null, statement: line(text), source: null, formula: null })

test('a slide is not measured again while it looks the same, wherever it is', async () => {
  const memory: MeasurementMemory = new Map()
  const first = await fitOne(deckOf([steady('Tides'), spilling, steady('The tide turns')]), memory)
  const again = await fitOne(deckOf([steady('Tides'), spilling, steady('The tide turns')]), memory)
  expect(first.shownCounts.length).toBeGreaterThan(1)
  expect(again.shownCounts).toEqual([])
  expect(again.slides).toEqual(first.slides)
  const moved = await fitOne(
    deckOf([steady('Tides'), steady('The tide turned'), spilling, steady('The tide turns')]),
    memory,
  )
  expect(moved.shownCounts).toEqual([1])
})

test('a measurement is forgotten when no slide has that appearance any more', async () => {
  const memory: MeasurementMemory = new Map()
  await fitOne(deckOf([spilling]), memory)
  await fitOne(deckOf([steady('The tide turns')]), memory)
  expect(memory.size).toBe(1)
})

test('a measurement is not reused with another theme', async () => {
  const memory: MeasurementMemory = new Map()
  await fitOne(deckOf([steady('The tide turns')]), memory)
  const [before] = memory.keys()
  await fitDeck(deckOf([steady('The tide turns')]), { browser: browser(), theme: loadTheme('stage'), memory })
  expect([...memory.keys()]).not.toContain(before)
})
