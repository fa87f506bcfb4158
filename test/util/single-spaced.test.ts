import { expect, test } from 'vitest'
import { singleSpaced } from '../../src/util/single-spaced.ts'

test('line breaks, indents and wide spaces become one space each', () => {
  expect(singleSpaced(' The lock\n    opens\u00A0\u3000at noon. ')).toBe(' The lock opens at noon. ')
})
