import { expect, test } from 'vitest'
import { newMemo } from '../../src/util/memo.ts'

test('only results that neither of the last two rounds used are forgotten', () => {
  const memo = newMemo<number>()
  memo.set('always', 1)
  memo.set('once', 2)
  memo.endRound()
  expect(memo.get('always')).toBe(1)
  memo.endRound()
  expect([memo.get('always'), memo.get('once')]).toEqual([1, undefined])
  memo.endRound()
  expect(memo.get('always')).toBe(1)
})
