import fc from 'fast-check'
import { expect, it } from 'vitest'
import { segmentsOf } from '../../src/grammar/segments.ts'

it('finds what Intl.Segmenter finds, however long the text', () => {
  const part = fc.constantFrom(
    '今日は寒い。',
    '帰ろう。',
    'x'.repeat(700),
    'One two. ',
    'สวัสดีครับ',
    '\n',
    'y '.repeat(900),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.constantFrom('word', 'sentence'), (parts, granularity) => {
      const text = parts.join('')
      const expected = Array.from(new Intl.Segmenter('ja', { granularity }).segment(text), (each) => each.segment)
      const found = segmentsOf(text, 'ja', granularity)
      expect(found.map((segment) => segment.text)).toEqual(expected)
      expect(found.every(({ start, text: segment }) => text.startsWith(segment, start))).toBe(true)
    }),
    { numRuns: 60, seed: 1 },
  )
})
