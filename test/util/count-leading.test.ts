import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countLeading } from '../../src/util/count-leading.ts'

test('counts the elements before the first that does not meet the condition', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(50), (numbers, limit) => {
      const sorted = numbers.toSorted((one, other) => one - other)
      const expected = sorted.filter((number) => number < limit).length
      expect(countLeading(sorted, (number) => number < limit)).toBe(expected)
    }),
  )
})
