import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import { parserOf } from '../../src/write/parser.ts'
import { placeIn, topicsAmong } from '../../src/write/topic.ts'

const parse = parserOf(loadGrammar())

function bestOf(sentences: readonly string[]): string | null {
  const [topic] = topicsAmong(parse, sentences)
  return topic === undefined ? null : (sentences[topic.index]?.slice(...topic.span) ?? null)
}

test.each([
  [
    'what several sentences name',
    ['The pump failed.', 'A tide gauge stands on the pier.', 'The old tide gauges are read by hand.'],
    'tide gauge',
  ],
  ['the longer of two', ['We bought night bus tickets.', 'Most night bus tickets are cheap.'], 'night bus tickets'],
  ['nothing that one sentence names', ['The harbour has a tide gauge.', 'Nobody reads it.'], null],
  ['nothing that only tells things apart', ['The same boat left.', 'Some took the same boat.'], null],
  [
    'nothing that is said to be lacking',
    ['A lack of spare parts stops the line.', 'The lack of spare parts is old.'],
    null,
  ],
  ['no place in the text', ['Chapter 18 looks at ropes.', 'Chapter 18 is long.'], null],
  ['no half of a longer name', ['The No Waste Act was passed.', 'Many like the No Waste Act.'], null],
])('a topic is %s', (_, sentences, topic) => {
  expect(bestOf(sentences)).toBe(topic)
})

test('a topic stands early or late in a line', () => {
  const [topic] = topicsAmong(parse, ['The tide gauge is old.', 'They read the tide gauge.'])
  if (topic === undefined) throw new Error('no topic')
  expect(placeIn('Tide gauges need care, and so do boats', topic)).toBe(0)
  expect(placeIn('Boats and harbours need a tide gauge', topic)).toBeGreaterThan(0.5)
  expect(placeIn('The gauge of the tide', topic)).toBeNull()
})
