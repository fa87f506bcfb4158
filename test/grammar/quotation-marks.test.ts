import { expect, test } from 'vitest'
import { hasQuotation, isQuotation, openMarkAfter, withoutOpeningMark } from '../../src/grammar/quotation-marks.ts'

test.each([
  ['He said: "We wait.', '"'],
  ['He said: “We wait.', '“'],
  ['He said: ‘We don’t know yet.', '‘'],
  ['He said ‘yes’ and the sailors’ boats ‘left', '‘'],
  ['He said: ‘We don’t know yet.’', null],
  ['‘The sailors’ boats left.’', null],
  ['“We call it ‘the lock’,” he said.', null],
  ['The sailors’ boats left.', null],
  ["\" 'Stay here,' she said.", '"'],
  ['Rock ‘n’ roll in the ‘90s', null],
])('the quotation left open by: %s', (text, mark) => {
  expect(openMarkAfter(text, null)).toBe(mark)
})

test('a quotation that is open closes in a later sentence', () => {
  expect(openMarkAfter('We don’t know yet.’', '‘')).toBe(null)
  expect(openMarkAfter('The sailors’ boats left.', '‘')).toBe('‘')
})

test('apostrophes are not quotations', () => {
  expect(['The sailors’ boats don’t leave.', 'It’s late', 'He said ‘yes’'].map(hasQuotation)).toEqual([
    false,
    false,
    true,
  ])
})

test('a quotation is whole only from mark to mark', () => {
  expect(['‘We wait.’', '"We wait."', '“We wait,” he said.', 'We wait.’'].map(isQuotation)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(withoutOpeningMark('‘We wait.’')).toBe('We wait.’')
  expect(withoutOpeningMark('‘Tis late')).toBe('‘Tis late')
})
