import { describe, expect, test } from 'vitest'
import { versionsOf as lengthsIn, quotationsIn } from '../../src/write/sentence-versions.ts'
import { outlineOf, parse, sentenceOf, versionsOf } from '../support/written.ts'

describe('a sentence may end at a mark if the rest can be left out', () => {
  test.each([
    ['Boats wait in the roads, and pilots ring the bell.', ['Boats wait in the roads']],
    [
      'If the tide is low, the boats wait outside, and the keepers ring the bell.',
      ['If the tide is low, the boats wait outside'],
    ],
    ['However, the council rejected the plan.', ['The council rejected the plan']],
    ['But the gate held, thanks to Ann Bell.', ['The gate held, thanks to Ann Bell']],
  ])('%s', async (sentence, shorter) => {
    const [whole, ...rest] = await versionsOf(sentence)
    expect(`${whole}.`).toBe(sentence)
    expect(rest).toEqual(shorter)
  })
})

describe('it stays whole', () => {
  test.each([
    ['in quotation marks', 'The keeper said, "The lock is shut, and it stays so, whatever you say."'],
    ['in brackets', 'The lock (two gates, one pump) lifts forty boats a day.'],
    ['in a row', 'They sell ropes, masts, and tar.'],
    ['in a longer row', 'The lock needs paint, rope, and a new keeper in May.'],
    ['where it asks', 'Is the lock shut, or does it only look so?'],
    ['before the words of its verb', 'The mayor of Hull, a former pilot, opened the lock in May.'],
    ['before who said so', 'The bridge is safe, the mayor said.'],
    ['behind who said so', 'According to the mayor, the bridge is safe.'],
    ['before its condition', 'The plan works, if the river stays low.'],
    ['between conditions', 'The town, if the river rises, will close the road.'],
    ['before its exception', 'No boat may pass the lock, except the ferry.'],
    ['before what a rule holds of', 'The gate opens only at noon, when the tide is high.'],
    [
      'before the main clause, even if the tree takes another for it',
      'Even though not every user of the codebase will contribute by developing code, sooner or later somebody will meet the need.',
    ],
    ['before a number behind a sign', 'The paint of the old gate contains colours such as Red #40 or Yellow #5.'],
    ['where its first word stands for the verb before', 'So do the keepers of the lower lock.'],
    ['where nothing can be spared', 'The lock is the oldest in the country, apart from the one in Hull.'],
  ])('%s', async (_, sentence) => {
    expect(await versionsOf(sentence)).toHaveLength(1)
  })
})

test('each version has its dependence and its position', async () => {
  const text = 'However, the council rejected the plan.'
  const { context, sentence } = await sentenceOf(text)
  const lengths = lengthsIn(context, sentence)
  expect(lengths.map(({ dependence, words }) => [dependence, words])).toEqual([
    ['connective', 6],
    [null, 5],
  ])
  expect(lengths.map(({ line }) => line.spans.map((span) => text.slice(...span)))).toEqual([
    [text],
    ['the council rejected the plan.'],
  ])
})

test('a sentence from a longer quotation has quotation marks, and stays whole', async () => {
  const text = 'Ann Bell spoke. “The gate held, thanks to the crew. The pump failed. Nobody slept.” The bell rang.'
  const { article, opening } = await outlineOf(text, 'talk.txt')
  const sentences = opening.flatMap((paragraph) => paragraph.sentences)
  const quoted = quotationsIn(sentences)
  const shown = sentences.map((sentence) =>
    lengthsIn({ article, parse }, sentence, quoted.get(sentence.span[0])).map(({ line }) => line.text),
  )
  expect(shown).toEqual([
    ['Ann Bell spoke'],
    ['“The gate held, thanks to the crew”'],
    ['“The pump failed”'],
    ['“Nobody slept.”'],
    ['The bell rang'],
  ])
})

test.each([
  [
    'a mark that the paragraph never closes',
    'We read ‘How a weakness becomes a strength”. It shows how the town decides. The issue was the gate.',
  ],
  ['an opening mark that is never closed', 'The sign says “Shut the gate. It hangs on the wall. The gate was open.'],
])('%s makes no quotation of the sentences after it', async (_, text) => {
  const { opening } = await outlineOf(text, 'talk.txt')
  expect([...quotationsIn(opening.flatMap(({ sentences }) => sentences)).keys()]).toEqual([])
})

test('a quotation of two paragraphs has a mark at the start of each', async () => {
  const text = 'Ann Bell spoke. “The gate held all night. The pump failed.\n\n“Nobody slept. The bell rang.” We left.'
  const { article, opening } = await outlineOf(text, 'talk.md')
  const sentences = opening.flatMap((paragraph) => paragraph.sentences)
  const quoted = quotationsIn(sentences)
  const lines = sentences.flatMap(
    (sentence) => lengthsIn({ article, parse }, sentence, quoted.get(sentence.span[0]))[0] ?? [],
  )
  expect(lines.map(({ line: { text, added } }) => [text, added])).toEqual([
    ['Ann Bell spoke', []],
    ['“The gate held all night”', ['”']],
    ['“The pump failed”', ['“', '”']],
    ['“Nobody slept”', ['”']],
    ['“The bell rang.”', ['“']],
    ['We left', []],
  ])
})

test('half of a bracketed phrase is not shown', async () => {
  const { context, sentence } = await sentenceOf('The lock (which is old lifts boats.')
  expect(lengthsIn(context, sentence)).toEqual([])
})
