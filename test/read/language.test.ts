import { expect, test } from 'vitest'
import { tagOf } from '../../src/read/language.ts'

test.each([
  ['de', 'de'],
  ['pt_BR', 'pt-BR'],
  ['zh_TW.UTF-8', 'zh-TW'],
  ['ca_ES@valencia', 'ca-ES'],
  [' EN-us ', 'en-US'],
  ['a language', undefined],
])('the tag of the language "%s" is %s', (name, tag) => {
  expect(tagOf(name)).toBe(tag)
})
