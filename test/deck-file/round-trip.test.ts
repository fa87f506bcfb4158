import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { format } from 'prettier'
import { describe, expect, test } from 'vitest'
import { printDeck } from '../../src/deck-file/print.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Article } from '../../src/model/article.ts'
import type { Deck, LayoutName, Slide } from '../../src/model/deck.ts'
import type { Line } from '../../src/model/draft.ts'
import { linesOf } from '../../src/model/layout.ts'
import { layoutNames, slotsOf } from '../layout/arbitrary.ts'
import { EXAMPLES } from '../support/examples.ts'
import { outlined, parsed, plainDeck, printed } from './round-trip.ts'

const FIXTURES = 'test/fixtures/articles'
const ARTICLES = [...EXAMPLES, ...readdirSync(FIXTURES).map((name) => join(FIXTURES, name))]

describe.each(ARTICLES)('%s', (path) => {
  const made = outlined(readFileSync(path), path)

  test('the deck file says what its deck does, and is printed unchanged when read again', async () => {
    const { article, deck } = await made
    const text = printed({ article, deck })
    const again = parsed(text)
    expect(again.file.messages.map(String)).toEqual([])
    expect(plainDeck(again.deck, article.text.length)).toEqual(plainDeck(deck))
    expect(again.leftOut).toEqual([])
    expect(printed({ article: { ...again.article, path: article.path }, deck: again.deck })).toBe(text)
  })

  test('neither Prettier, nor trimmed lines, nor other line endings change a slide', async () => {
    const { article, deck } = await made
    const text = printed({ article, deck })
    const trimmed = text.replace(/[ \t]+$/gm, '').replaceAll('\n', '\r\n')
    for (const other of [await format(text, { parser: 'markdown' }), trimmed]) {
      const { deck: again, leftOut } = parsed(other)
      expect(plainDeck(again, article.text.length)).toEqual(plainDeck(deck))
      expect(leftOut).toEqual([])
      expect(again.slides.filter(({ isAuthored }) => isAuthored)).toEqual([])
    }
  })
})

const ARTICLE: Article = {
  type: 'article',
  path: 'talk.txt',
  text: '',
  language: 'en',
  direction: 'ltr',
  root: { type: 'section', depth: 0, blocks: [], sections: [] },
  marks: [],
  anchors: [],
}

/** A line like those that the reader makes: of visible words, with single spaces. */
function tidy(line: Line): Line {
  const text = line.text
    .normalize()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return { ...line, text: text === '' ? '…' : text }
}

/** Normalises all lines of some slots, and makes each unique, so that they can be distinguished. */
function tidied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidied)
  if (typeof value === 'string') return tidy({ text: value } as Line).text
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, key === 'pieces' ? each : tidied(each)])
  const copy = Object.fromEntries(entries)
  return 'cells' in copy ? { ...copy, line: { ...copy.line, text: copy.cells.join('\t') } } : copy
}

const slide: fc.Arbitrary<Slide> = fc
  .constantFrom(...layoutNames.filter((name) => name !== 'title' && name !== 'part'))
  .chain((layout: LayoutName) =>
    slotsOf[layout].map((slots) => ({
      type: 'slide',
      layout,
      id: layout,
      part: 0,
      slots: tidied(slots),
      note: { sentences: [], seconds: 0, cue: null },
    })),
  ) as fc.Arbitrary<Slide>

const title: Line = { text: 'A talk', spans: [], added: [], kind: 'frame', weight: 1 }

const deckOfAny: fc.Arbitrary<Deck> = fc.array(slide, { minLength: 1, maxLength: 6 }).map((slides) => ({
  type: 'deck',
  title: 'A talk',
  author: null,
  language: 'en',
  direction: 'ltr',
  text: '',
  marks: [],
  parts: [],
  event: null,
  slides: [
    {
      type: 'slide',
      layout: 'title',
      id: 'a-talk',
      part: 0,
      slots: { title, subtitle: null, credits: [] },
      note: { sentences: [], seconds: 0, cue: null },
    },
    ...slides.map((each, index) => ({ ...each, id: `slide-${index}` })),
  ],
}))

test('the lines of any slides survive, on slides of the same layouts', () => {
  const said = ({ slides }: Deck) =>
    slides.map((each) => [each.id, each.layout, linesOf(layouts, each).map(({ text }) => text)])
  fc.assert(
    fc.property(deckOfAny, (deck) => {
      const text = printDeck({ deck, article: ARTICLE, layouts, settings: {} })
      const again = parsed(text)
      expect(said(again.deck)).toEqual(said(deck))
      expect(again.deck.slides.filter(({ isAuthored }) => isAuthored)).toEqual([])
    }),
    { numRuns: 100, seed: 22 },
  )
})
