import { expect, test } from 'vitest'
import type { Content, Line } from '../../src/model/draft.ts'
import { claimsOf, supportingLinesOf } from '../../src/write/claims.ts'

const line = (text: string): Line => ({ text, spans: [], added: [], kind: 'prose', weight: 1 })
const texts = (lines: readonly (Line | null)[]) => lines.flatMap((each) => each?.text ?? [])

const CASES: readonly (readonly [Content, readonly string[], readonly string[]])[] = [
  [{ type: 'points', lead: null, points: [{ line: line('It opens'), depth: 0 }] }, ['It opens'], []],
  [{ type: 'statement', statement: line('It opens'), source: line('a pilot') }, ['It opens'], ['a pilot']],
  [{ type: 'number', value: line('40 %'), label: line('of all boats'), context: null }, ['of all boats'], ['40 %']],
  [{ type: 'quote', quote: line('It holds'), speaker: line('Ada Marsh') }, ['It holds'], ['Ada Marsh']],
  [
    {
      type: 'comparison',
      sides: [
        { name: line('Some'), text: line('wait') },
        { name: line('Others'), text: line('leave') },
      ],
    },
    ['wait', 'leave'],
    ['Some', 'Others'],
  ],
  [{ type: 'timeline', moments: [{ when: line('1998'), what: line('It opened') }] }, ['It opened'], ['1998']],
  [{ type: 'code', language: null, lines: [line('open()')] }, [], []],
]

test.each(CASES)('the claims of a slide and the lines that support them: $type', (content, claims, names) => {
  expect(texts(claimsOf(content))).toEqual(claims)
  expect(texts(supportingLinesOf(content))).toEqual(names)
})
