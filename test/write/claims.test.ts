import { expect, test } from 'vitest'
import type { Content, Line } from '../../src/model/draft.ts'
import { claimsOf } from '../../src/write/claims.ts'

const line = (text: string): Line => ({ text, spans: [], added: [], kind: 'prose', weight: 1 })
const texts = (lines: readonly Line[]) => lines.map(({ text }) => text)

const CASES: readonly (readonly [Content, readonly string[]])[] = [
  [{ type: 'points', lead: null, points: [{ line: line('It opens'), depth: 0 }] }, ['It opens']],
  [{ type: 'statement', statement: line('It opens'), source: line('a pilot') }, ['It opens']],
  [{ type: 'number', value: line('40 %'), label: line('of all boats'), context: null }, ['of all boats']],
  [{ type: 'quote', quote: line('It holds'), speaker: line('Ada Marsh') }, ['It holds']],
  [
    {
      type: 'comparison',
      sides: [
        { name: line('Some'), text: line('wait') },
        { name: line('Others'), text: line('leave') },
      ],
    },
    ['wait', 'leave'],
  ],
  [{ type: 'timeline', moments: [{ when: line('1998'), what: line('It opened') }] }, ['It opened']],
  [{ type: 'code', language: null, lines: [line('open()')] }, []],
]

test.each(CASES)('the claims of a slide: $type', (content, claims) => {
  expect(texts(claimsOf(content))).toEqual(claims)
})
