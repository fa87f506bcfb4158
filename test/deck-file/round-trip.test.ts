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
import { deckOf, parseDeckFile, plainDeck, printDeckFile } from './round-trip.ts'

const FIXTURES = 'test/fixtures/articles'
const ARTICLES = [...EXAMPLES, ...readdirSync(FIXTURES).map((name) => join(FIXTURES, name))]

describe.each(ARTICLES)('%s', (path) => {
  const articleWithDeck = deckOf(readFileSync(path), path)

  test('the deck file gives the same deck when it is read, and is printed unchanged', async () => {
    const { article, deck } = await articleWithDeck
    const text = printDeckFile({ article, deck })
    const parsed = parseDeckFile(text)
    expect(parsed.file.messages.map(String)).toEqual([])
    expect(plainDeck(parsed.deck, article.text.length)).toEqual(plainDeck(deck))
    expect(parsed.leftOut).toEqual([])
    expect(printDeckFile({ article: { ...parsed.article, path: article.path }, deck: parsed.deck })).toBe(text)
  })

  test('neither Prettier, nor trimmed lines, nor other line endings change a slide', async () => {
    const { article, deck } = await articleWithDeck
    const text = printDeckFile({ article, deck })
    const trimmed = text.replace(/[ \t]+$/gm, '').replaceAll('\n', '\r\n')
    for (const other of [await format(text, { parser: 'markdown' }), trimmed]) {
      const { deck: parsed, leftOut } = parseDeckFile(other)
      expect(plainDeck(parsed, article.text.length)).toEqual(plainDeck(deck))
      expect(leftOut).toEqual([])
      expect(parsed.slides.filter(({ isAuthored }) => isAuthored)).toEqual([])
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

/** Makes a line like those that the reader makes: visible words with single spaces. */
function tidy(line: Line): Line {
  const text = line.text
    .normalize()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return { ...line, text: text === '' ? '…' : text }
}

/** Tidies all lines of some slots. */
function tidyAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidyAll)
  if (typeof value === 'string') return tidy({ text: value } as Line).text
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, key === 'pieces' ? each : tidyAll(each)])
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
      slots: tidyAll(slots),
      note: { sentences: [], seconds: 0, cue: null },
    })),
  ) as fc.Arbitrary<Slide>

const title: Line = { text: 'A talk', spans: [], added: [], kind: 'frame', weight: 1 }

const anyDeck: fc.Arbitrary<Deck> = fc.array(slide, { minLength: 1, maxLength: 6 }).map((slides) => ({
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

test('printing and reading a deck keeps the lines and layouts of its slides', () => {
  const linesBySlide = ({ slides }: Deck) =>
    slides.map((each) => [each.id, each.layout, linesOf(layouts, each).map(({ text }) => text)])
  fc.assert(
    fc.property(anyDeck, (deck) => {
      const text = printDeck({ deck, article: ARTICLE, layouts, settings: {} })
      const parsed = parseDeckFile(text)
      expect(linesBySlide(parsed.deck)).toEqual(linesBySlide(deck))
      expect(parsed.deck.slides.filter(({ isAuthored }) => isAuthored)).toEqual([])
    }),
    { numRuns: 60, seed: 22 },
  )
})

test('a slide that follows the same one as when it was written says so once either is edited', async () => {
  const article = '# Tides\n\n## Harbours\n\nThe wall broke.\n\n![The wall](wall.png)\n\nThe wind rose at night.\n'
  const text = printDeckFile(await deckOf(article, 'talk.md'))
  const following = (deckFile: string) =>
    parseDeckFile(deckFile).deck.slides.map((each) => [each.layout, each.hasOriginalPredecessor === true] as const)
  const edited = text.replace('The wall broke', 'The long wall broke')
  expect(edited).not.toBe(text)
  expect(following(text).filter(([, follows]) => follows)).toEqual([])
  expect(following(edited)).toContainEqual(['image', true])
  expect(following(text.replace('---\n<!-- slide: the-wall', '---\n\n## Mine\n\n- New\n\n$&'))).not.toContainEqual([
    'image',
    true,
  ])
})

test.each(['Note:', '???'])('a line "%s" that is shown stays on its slide', (words) => {
  const escaped = words.replace(/[:?]/, '\\$&')
  const read = parseDeckFile(`---\nlectern: deck/1\n---\n\n# Deck\n\n---\n\n## Rules\n\n${escaped}\n\n- One\n- Two\n`)
  const again = parseDeckFile(printDeckFile(read))
  const linesIn = ({ slides }: Deck) => slides.flatMap((slide) => linesOf(layouts, slide).map(({ text }) => text))
  expect(linesIn(read.deck)).toContain(words)
  expect(linesIn(again.deck)).toEqual(linesIn(read.deck))
})
