import { describe, expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck } from '../../src/model/deck.ts'
import { renderDeck } from '../../src/render/render.ts'
import { patchBetween, splitPage } from '../../src/serve/page-patch.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { deckOf, line, note, slide } from '../render/decks.ts'
import { sample } from '../render/sample.ts'

const theme = loadTheme('lectern')
const piecesOf = (deck: Deck, look = theme) =>
  splitPage(renderDeck(deck, layouts, look, { minutes: null, events: 'events' }))
const statement = (id: string, text: string) =>
  slide('statement', { title: null, statement: line(text), source: null, formula: null }, { id, note: note(text) })
const one = deckOf([statement('a', 'One tide'), statement('b', 'Two tides'), statement('c', 'Three tides')])

test('a page is split into its slides, styles and title, and the rest has nothing of them', () => {
  const { slides, styles, title, rest } = piecesOf(sample)
  expect([...slides.keys()]).toEqual(sample.slides.map(({ id }) => id))
  expect(styles).toHaveLength(2)
  expect(title).toBe(sample.title)
  expect(rest).not.toContain('</section>')
  expect(rest).not.toContain('@font-face')
  expect(rest).toContain('Content-Security-Policy')
})

describe('a patch', () => {
  test('of a changed slide has only that slide', () => {
    const other = { ...one, slides: one.slides.with(1, statement('b', 'Two high tides')) }
    const [from, to] = [piecesOf(one), piecesOf(other)]
    expect(patchBetween(from, to)).toEqual({
      from: from.version,
      version: to.version,
      order: ['a', 'b', 'c'],
      slides: [expect.stringMatching(/^<section id="b"[\s\S]*Two high tides[\s\S]*<\/section>$/)],
      styles: [],
      title: one.title,
    })
  })

  test('of an added, a removed and two swapped slides has their order', () => {
    const [a, , c] = one.slides.map(({ id }) => statement(id, 'One tide'))
    const from = piecesOf(deckOf([a, c].flatMap((each) => each ?? [])))
    const to = piecesOf(deckOf([c, statement('d', 'A new tide')].flatMap((each) => each ?? [])))
    const patch = patchBetween(from, to)
    expect(patch?.order).toEqual(['c', 'd'])
    // The number in its foot has changed.
    expect(patch?.slides.map((section) => /id="(\w)"/.exec(section)?.[1])).toEqual(['c', 'd'])
  })

  test('of more slides, and of fewer, can be made', () => {
    const [short, long] = [piecesOf({ ...one, slides: one.slides.slice(0, 1) }), piecesOf(one)]
    expect(patchBetween(short, long)?.slides).toHaveLength(2)
    expect(patchBetween(long, short)).toMatchObject({ order: ['a'], slides: [] })
  })

  test('of a changed theme has the stylesheet that changed', () => {
    const look = { ...theme, tokens: { ...theme.tokens, ink: '#123456' } }
    const patch = patchBetween(piecesOf(one), piecesOf(one, look))
    expect(patch?.slides).toEqual([])
    expect(patch?.styles).toEqual([[1, expect.stringContaining('--ink:#123456')]])
  })

  test('cannot be made for another language', () => {
    expect(patchBetween(piecesOf(one), piecesOf({ ...one, language: 'de' }))).toBeNull()
  })
})
