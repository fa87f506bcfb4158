import { expect, test } from 'vitest'
import { referenceIn } from '../../src/export/pdf-reference.ts'

test.each([
  ['Info', 5],
  ['Root', 12],
  ['Size', 0],
  ['Pages', 0],
])('the entry %s refers to object %i', (entry, number) => {
  expect(referenceIn('<</Size 30\n/Root 12 0 R\n/Info 5 0 R>>', entry)).toBe(number)
})
