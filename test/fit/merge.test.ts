import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck, Slide } from '../../src/model/deck.ts'
import { linesOf } from '../../src/model/layout.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, note, point, slide } from '../render/decks.ts'
import { fitDeck } from './fit-deck.ts'
import { several } from './several.ts'

const browser = oneBrowser()
const theme = loadTheme('lectern')
const fitOne = (deck: Deck) => fitDeck(deck, { browser: browser(), theme })

const titlesOf = (slides: readonly Slide[]) => slides.map(({ slots }) => slots.title?.text ?? null)
const pointCounts = (slides: readonly Slide[]) =>
  slides.map((each) => (each.layout === 'points' ? each.slots.points.length : 0))

const LONG = 'The gauge at the quay was read at every hour of the day and of the night, in every weather and by hand'

const short = (text: string, noteText: string, start: number): Slide<'points'> => {
  const sentences = note(noteText).sentences.map((each) => ({
    ...each,
    span: [start, start + noteText.length] as const,
  }))
  const slideNote = { sentences, seconds: 3, cue: null }
  return slide('points', { title: null, lead: null, points: [point(text)] }, { part: 1, note: slideNote })
}

test('merges untitled slides of one part, with their notes in order, but not those of another part', async () => {
  const other = { ...short('It was read by hand', 'It was read.', 60), part: 2 }
  const { slides, shownCounts } = await fitOne(
    deckOf([
      slide('part', { title: line('The quay'), number: line('1'), lede: null }, { part: 1 }),
      short('The gauge stands at the quay', 'The gauge stands.', 0),
      short('It is made of oak', 'It is oak.', 30),
      other,
    ]),
  )
  expect(pointCounts(slides)).toEqual([0, 2, 1])
  expect(slides[1]?.note.sentences.map(({ text }) => text)).toEqual(['The gauge stands.', 'It is oak.'])
  expect(slides[1]?.note.seconds).toBe(6)
  expect(shownCounts.length).toBeLessThanOrEqual(6)
})

test('leaves slides that have their own title or more than eighty words', async () => {
  const titled = (title: string, count: number) =>
    slide('points', { title: line(title), lead: null, points: several(count, (number) => point(`Point ${number}`)) })
  const wordy = slide('points', { title: null, lead: null, points: [point(LONG)] }, { part: 1 })
  const { slides } = await fitOne(deckOf([titled('Spring', 2), titled('Neap', 2), wordy, wordy, wordy]))
  expect(titlesOf(slides).slice(0, 2)).toEqual(['Spring', 'Neap'])
  for (const each of slides)
    expect(linesOf(layouts, each).flatMap(({ text }) => text.split(' ')).length).toBeLessThanOrEqual(80)
})

test('merges slides that continue under one title, and removes the number', async () => {
  const page = (index: number) =>
    slide('points', {
      title: { ...line(`Readings (${index}/2)`), added: [`(${index}/2)`] },
      lead: null,
      points: several(2, (number) => point(`Reading ${index}.${number} was taken`)),
    })
  const { slides } = await fitOne(deckOf([page(1), page(2)]))
  expect(titlesOf(slides)).toEqual(['Readings'])
  expect(pointCounts(slides)).toEqual([4])
  expect(slides[0]?.slots.title?.added).toEqual([])
})
