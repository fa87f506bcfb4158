import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../src/convert.ts'
import { deckJson } from '../src/export/deck-json.ts'
import { layouts } from '../src/layout/layout-table.ts'
import { linesOf } from '../src/model/layout.ts'
import { UnreadableError } from '../src/read/unreadable-error.ts'
import { renderDeck } from '../src/render/render.ts'
import { loadTheme } from '../src/theme/load-theme.ts'
import { coverageOf, inventedLines } from './support/promises.ts'

const EXAMPLE = 'slides/nato-rutte/nato-rutte.txt'

/** The deck of a text without a browser; null if there is nothing to read. */
async function deckOf(path: string, text: string): Promise<Conversion | null> {
  try {
    return await convert(new VFile({ path, value: text }), { formats: ['json'] }, { browser: null })
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}

/** Sentences of every kind in which the writer cuts, joins and reorders nothing. */
const sentence = fc.oneof(
  fc.constantFrom(
    'Furthermore, the plan, which cost 4 million euros, was likely approved by the council.',
    'By moving the timetable, the city doubled its riders, pleasing nearly everyone.',
    'One of the key issues is the state of the bridges.',
    'Let us say no more.',
    "Let's dive into the details.",
    'The tests cover speed, size, and safety.',
    'It includes rivers, lakes and canals.',
    '"We did not know," said the mayor (who had been told).',
    'In conclusion, nothing was lost.',
    'However, no one — not even the driver — saw it…',
    'Dr. Smith paid $3.50 at 9 a.m. in the U.S.',
    'They never agreed',
    '日本語の文です。もう一つ。',
    'Ünïcödé "straight" and “curly”!',
    'a',
    '!?',
  ),
  fc.lorem({ maxCount: 25 }).map((words) => `${words}.`),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join(' '))
const heading = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.lorem({ maxCount: 5 }))
  .map(([depth, words]) => `${'#'.repeat(depth)} ${words}`)
const list = fc
  .array(sentence, { minLength: 1, maxLength: 9 })
  .map((items) => items.map((item) => `- ${item.replaceAll('\n', ' ')}`).join('\n'))
const table = fc.constant('| a | b |\n| - | - |\n| one | two |\n| three | 4 |')
const code = fc.constant('```js\nconst a = 1\n\nrun(a)\n```')
const markdown = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 2, arbitrary: heading }, list, table, code), {
    maxLength: 14,
  })
  .map((blocks) => blocks.join('\n\n'))

describe('on any Markdown and any text', () => {
  const anyText = fc.tuple(fc.constantFrom('talk.md', 'talk.txt'), markdown)

  test('nothing is invented, lost or said twice, the notes keep the order, and no slide is too full or empty', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async ([path, text]) => {
        const made = await deckOf(path, text)
        if (made === null) return
        expect(inventedLines(made.deck, made.article, layouts)).toEqual([])
        expect(coverageOf(made.deck, made.article, layouts)).toEqual({ lost: '', isOrdered: true })
        for (const slide of made.deck.slides) {
          const lines = linesOf(layouts, slide)
          expect(lines.length).toBeGreaterThan(0)
          if (slide.layout !== 'points') continue
          expect(slide.slots.points.filter(({ depth }) => depth === 0).length).toBeLessThanOrEqual(6)
          expect(lines.flatMap((line) => line.text.split(/\s+/)).length).toBeLessThanOrEqual(80)
        }
      }),
      { numRuns: 50, seed: 1 },
    )
  })

  test('the same text gives the same deck, page and data', async () => {
    const theme = loadTheme('lectern')
    await fc.assert(
      fc.asyncProperty(anyText, async ([path, text]) => {
        const [one, other] = [await deckOf(path, text), await deckOf(path, text)]
        expect(one?.files).toEqual(other?.files)
        const pages = [one, other].map((made) => made && renderDeck(made.deck, layouts, theme))
        expect(pages[0]).toBe(pages[1])
      }),
      { numRuns: 10, seed: 1 },
    )
  })
})

describe('on the example', () => {
  const made = convert(
    new VFile({ path: EXAMPLE, value: readFileSync(EXAMPLE) }),
    { formats: ['json'] },
    { browser: null },
  )

  test('its data follows the contract, and counts nothing as lost', async () => {
    const { deck, article } = await made
    const data = JSON.parse(
      deckJson({ deck, article, sentences: deck.slides.flatMap(({ note }) => note.sentences), layouts, messages: [] }),
    )
    expect(Object.keys(data)).toEqual([
      'lectern',
      'title',
      'language',
      'direction',
      'article',
      'slides',
      'coverage',
      'messages',
    ])
    expect(data.lectern).toBe('deck/1')
    expect(
      data.article.headings.map(
        ({ text, span }: { text: string; span: [number, number] }) => article.text.slice(...span) === text,
      ),
    ).toEqual([true, true, true, true])
    expect(data.coverage.nowhere).toBe(0)
    expect(data.coverage.inNotes).toBe(data.coverage.sentences)
    expect(data.coverage.onSlides).toBeGreaterThan(data.coverage.sentences / 4)
    for (const slide of data.slides) {
      const keys = Object.keys(slide).filter((key) => key !== 'alternatives')
      expect(keys).toEqual(['id', 'layout', 'part', 'title', 'lines', 'note'])
      if (slide.title !== null) expect(slide.lines[0].text).toBe(slide.title)
      for (const { alternatives: _, ...line } of slide.lines)
        expect(Object.keys(line)).toEqual(['text', 'spans', 'added', 'kind', 'weight'])
      expect(Object.keys(slide.note)).toEqual(['text', 'spans', 'seconds', 'cue'])
    }
  })

  test('all its paragraphs are in the notes, in order, once', async () => {
    const { deck, article } = await made
    const source = readFileSync(EXAMPLE, 'utf8')
    const paragraphs = source.split('\n').filter((line) => line.length > 100)
    const notes = deck.slides.flatMap(({ note }) => note.sentences.map(({ text }) => text)).join(' ')
    expect(notes).toBe(paragraphs.join(' ').trim())
    expect(article.root.sections.length).toBe(4)
  })

  test('no slide shows a sentence about the text itself, and no conclusion is repeated as a point', async () => {
    const { deck } = await made
    const shown = deck.slides
      .filter(({ layout }) => layout !== 'takeaways')
      .flatMap((slide) => linesOf(layouts, slide).map(({ text }) => text))
    expect(shown.filter((text) => /^let['’]s\b|in conclusion|in summary/i.test(text))).toEqual([])
  })
})
