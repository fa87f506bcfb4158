import { expect, test } from 'vitest'
import { endsInColon } from '../../src/util/ends-in-colon.ts'

test.each([
  ['The keeper wrote:', true],
  ['The keeper wrote: \n', true],
  ['他写道：', true],
  ['Open at 12:30', false],
  ['', false],
])('%j', (text, expected) => {
  expect(endsInColon(text)).toBe(expected)
})
