import { expect, test } from 'vitest'
import { unifyCharacters } from '../../src/export/unify-characters.ts'

test('a radical becomes the character that it looks like, and everything else stays', () => {
  expect(unifyCharacters('系统设计入⻔，⻄日本，⻓⻚')).toBe('系统设计入门，西日本，长页')
  expect(unifyCharacters('用⼾')).toBe(unifyCharacters('用戶'))
  expect(unifyCharacters('気が𨓜れて➀')).toBe('気が逸れて①')
  expect(unifyCharacters('Iʼve seen Hawaiʻi')).toBe('I’ve seen Hawai‘i')
  expect(unifyCharacters('Ein Tor: ⺮ and ⺀')).toBe('Ein Tor: 竹 and ⺀')
})
