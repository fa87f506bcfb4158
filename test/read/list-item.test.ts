import { expect, test } from 'vitest'
import { beginsListItem } from '../../src/read/markdown/list-item.ts'

test.each([
  ['- Close the gate', true],
  ['   12) Close the gate', true],
  ['* Close', true],
  ['-5 degrees', false],
  ['1.5 metres', false],
  ['---', false],
  ['Close - the gate', false],
])('whether "%s" begins an item: %s', (line, expected) => {
  expect(beginsListItem(line)).toBe(expected)
})
