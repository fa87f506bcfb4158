import { expect, test } from 'vitest'
import { withoutRadicals } from '../../src/export/chinese-radicals.ts'

test('a radical becomes the character that it looks like, and everything else stays', () => {
  expect(withoutRadicals('系统设计入⻔，⻄日本，⻓⻚')).toBe('系统设计入门，西日本，长页')
  expect(withoutRadicals('用⼾')).toBe(withoutRadicals('用戶'))
  expect(withoutRadicals('気が𨓜れて➀')).toBe('気が逸れて①')
  expect(withoutRadicals('Ein Tor: ⺮ and ⺀')).toBe('Ein Tor: 竹 and ⺀')
})
