import { expect, test } from 'vitest'
import { lineOf } from '../../src/write/line.ts'

/** The line of the text between the bars, joined. */
function lineIn(marked: string): string {
  const text = marked.replaceAll('|', '')
  const bars = [...marked.matchAll(/\|/g)].map(({ index }, count) => index - count)
  const spans = bars.flatMap((start, index) =>
    index % 2 === 0 ? [[start, bars[index + 1] ?? text.length] as const] : [],
  )
  return lineOf({ text, spans, kind: 'prose', weight: 1 }).text
}

test.each([
  ['a full stop that begins a name stays', '|.profile is read first.|', '.profile is read first'],
  ['and keeps away from the word before it', '|Keep| all of |.profile and .NET|', 'Keep .profile and .NET'],
  ['one that ends something, or an ellipsis, goes', '|... and the gate opens.|', 'And the gate opens'],
  ['how it is meant goes with the stop', '|The gate is open. 🎉|', 'The gate is open'],
  ['a picture that says something itself stays', '|The gate: 🔒|', 'The gate: 🔒'],
  ['a plain word is raised, a spelt one is not', '|gauges float|', 'Gauges float'],
  ['a plain word is raised, a spelt one is not', '|iPhone users|', 'iPhone users'],
  ['a letter without a capital of its own stays', '|ßoden is deep|', 'ßoden is deep'],
  ['a ligature stays', '|ﬁelds are wet|', 'ﬁelds are wet'],
  [
    'a name that is explained is spelt as it is',
    '|no-open-gates - keeps gates shut|',
    'no-open-gates - keeps gates shut',
  ],
])('%s', (_, marked, line) => {
  expect(lineIn(marked)).toBe(line)
})

test('an empty remainder after a cut is no source of the line', () => {
  const text = 'The gate holds (as a rule).'
  const spans = [
    [0, 14],
    [27, 27],
  ] as const
  expect(lineOf({ text, spans, kind: 'prose', weight: 1 }).spans).toEqual([[0, 14]])
})
