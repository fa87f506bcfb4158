import { expect, test } from 'vitest'
import { withoutByteOrderMark } from '../../src/util/byte-order-mark.ts'

test('only a mark at the start of the text is removed', () => {
  expect(withoutByteOrderMark('\uFEFFname: ours\uFEFF')).toBe('name: ours\uFEFF')
  expect(withoutByteOrderMark('name: ours')).toBe('name: ours')
})
