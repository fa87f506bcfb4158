import { expect, test } from 'vitest'
import { hasLetterOrDigit, lettersAndDigits } from '../../src/util/letters-and-digits.ts'

test.each([
  ['The lock, re-opened', 'thelockreopened'],
  ['Schleuse № 3 – Über­sicht', 'schleuse3übersicht'],
  ['水闸，第二次', '水闸第二次'],
  ['* * *', ''],
])('%s has the letters and digits %s', (text, letters) => {
  expect(lettersAndDigits(text)).toBe(letters)
  expect(hasLetterOrDigit(text)).toBe(letters !== '')
})
