import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { namePattern, namesOf } from '../../src/read/html/tree.ts'

const PATTERN = namePattern('sub-?title|dek')

test.each([
  ['p.post-subtitle', true],
  ['p#article_dek', true],
  ['p.Sub-Title', true],
  ['p.subtitled', false],
  ['p.dekoration', false],
])('whether the names of %s have one of the words: %s', (selector, expected) => {
  expect(PATTERN.test(namesOf(h(selector)))).toBe(expected)
})
