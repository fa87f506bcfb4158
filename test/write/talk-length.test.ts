import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { type Conversion, convert } from '../../src/convert.ts'
import type { Draft } from '../../src/model/draft.ts'
import type { Sentence } from '../../src/model/outline.ts'
import { shortenToLength } from '../../src/write/talk-length.ts'

const PATH = 'slides/nato-rutte/nato-rutte.txt'

async function talkOf(minutes: number): Promise<Conversion & { readonly file: VFile }> {
  const file = new VFile({ path: PATH, value: readFileSync(PATH) })
  return { ...(await convert(file, { formats: [], minutes }, { browser: null })), file }
}

const minutesOf = ({ deck }: Conversion) => deck.slides.reduce((sum, { note }) => sum + note.seconds, 0) / 60
const sentencesIn = ({ deck }: Conversion) => deck.slides.flatMap(({ note }) => note.sentences.map(({ text }) => text))

test.each([3, 5, 8])(
  'a talk of %i minutes takes that long, and its notes still have every sentence in order',
  async (minutes) => {
    const talk = await talkOf(minutes)
    expect(Math.abs(minutesOf(talk) - minutes) / minutes).toBeLessThan(0.15)
    const prose = (sentence: string) => /[.!?]$/.test(sentence)
    expect(sentencesIn(talk).filter(prose)).toEqual(sentencesIn(await talkOf(60)).filter(prose))
  },
)

test('a shorter talk has fewer slides, some of every part while there is time, and its title', async () => {
  const [short, long] = [await talkOf(5), await talkOf(60)]
  expect(short.deck.slides.length).toBeLessThan(long.deck.slides.length * 0.75)
  expect(new Set(short.deck.slides.map(({ part }) => part))).toEqual(new Set([0, 1, 2, 3, 4]))
  expect(short.deck.slides[0]).toMatchObject({ layout: 'title' })
})

test('a talk longer than its article is reported, and not padded', async () => {
  const talk = await talkOf(60)
  expect(minutesOf(talk)).toBeLessThan(20)
  expect(talk.file.messages.map(({ ruleId, fatal }) => ({ ruleId, fatal }))).toContainEqual({
    ruleId: 'length',
    fatal: undefined,
  })
})

const sentence = (start: number): Sentence => ({
  text: 'The old lock lifts forty boats a day over the weir. '.repeat(5).trim(),
  span: [start, start + 10],
  kind: 'prose',
  startsBlock: true,
})
const draft = (start: number, points: number, kind: 'prose' | 'item' = 'prose'): Draft => ({
  type: 'draft',
  purpose: 'body',
  part: 1,
  title: null,
  content: {
    type: 'points',
    lead: null,
    points: Array.from({ length: points }, (_, index) => ({
      line: {
        text: `Point ${index}`,
        spans: [[start + index, start + index + 1]],
        added: [],
        kind,
        weight: 0.5,
      },
      depth: 0,
    })),
  },
  noteSentences: [sentence(start)],
})

test('of slides with equal weights, one with two points is kept before one with a single point', () => {
  const pieces = [1, 2, 1, 2, 1, 2].map((points, index) => draft(index * 20, points))
  const kept = shortenToLength(pieces, { minutes: 1, language: 'en' }).filter(({ type }) => type === 'draft')
  expect(kept).toEqual(pieces.filter((_, index) => index % 2 === 1))
})

test('a list is kept before prose of the same weight, and as a whole', () => {
  const pieces = [draft(0, 2), draft(20, 2), draft(40, 2), draft(60, 2, 'item'), draft(80, 2, 'item'), draft(100, 2)]
  const kept = shortenToLength(pieces, { minutes: 1, language: 'en' }).filter(({ type }) => type === 'draft')
  expect(kept).toEqual(expect.arrayContaining(pieces.slice(3, 5)))
  expect(kept).toHaveLength(3)
})

/** A slide without words for the notes. */
const frame = (purpose: 'opening' | 'agenda' | 'part', part = 0): Draft => {
  const [span, kind] = [[900 + part, 901 + part] as const, 'heading' as const]
  return {
    ...draft(0, 1),
    ...{ purpose, part, noteSentences: [] },
    title: { text: `Part ${part}`, spans: part === 0 ? [] : [span], added: [], kind, weight: 1 },
  }
}

/** A talk of two parts with more than four minutes of words. */
const inParts = [
  ...[frame('opening'), frame('agenda')],
  ...[1, 2].flatMap((part) => [
    frame('part', part),
    ...[0, 1, 2, 3, 4].map((index): Draft => ({ ...draft(part * 200 + index * 20, 2), part })),
  ]),
]

test.each([
  [6, ['opening', 'agenda', 'part', 'part'], 10],
  [4.7, ['opening', 'agenda'], 10],
  [4.3, ['opening'], 10],
  [2, ['opening'], 4],
])('in %s minutes, slides that open parts and the agenda are left out before content', (minutes, frames, bodies) => {
  const shortened = shortenToLength(inParts, { minutes, language: 'en' })
  const purposes = shortened.flatMap((each) => (each.type === 'draft' ? [each.purpose] : []))
  expect(purposes.filter((purpose) => purpose !== 'body')).toEqual(frames)
  expect(purposes.filter((purpose) => purpose === 'body')).toHaveLength(bodies)
  const headings = shortened.flatMap(({ type, noteSentences }) => (type === 'draft' ? [] : noteSentences))
  const isMoved = !frames.includes('part')
  expect(headings.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(
    isMoved ? ['Part 1', 'Part 2'] : [],
  )
})
