import { expect, test } from 'vitest'
import { isEnglish, primaryLanguage } from '../../src/grammar/language-tag.ts'

test.each([
  ['en', 'en', true],
  ['en-GB', 'en', true],
  ['EN-us', 'en', true],
  ['zh-Hant-TW', 'zh', false],
  ['enm', 'enm', false],
  ['', '', false],
])('the language of the tag "%s" is "%s"', (tag, language, english) => {
  expect(primaryLanguage(tag)).toBe(language)
  expect(isEnglish(tag)).toBe(english)
})
