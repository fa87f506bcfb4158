import { expect, test } from 'vitest'
import { withoutPartNumber } from '../../src/write/heading-numbers.ts'

test.each([
  ['2. Method', 2, 'Method', [12, 18]],
  ['2) Method', 2, 'Method', [12, 18]],
  ['3. Method', 2, '3. Method', [9, 18]],
  ['2 weeks at sea', 2, '2 weeks at sea', [4, 18]],
  ['2.1 Method', 2, '2.1 Method', [8, 18]],
  ['2.', 2, '2.', [16, 18]],
])('%s, as part %i, is %s', (text, number, name, span) => {
  const heading = { text, span: [18 - text.length, 18] as const }
  expect(withoutPartNumber(heading, number)).toEqual({ text: name, span })
})
