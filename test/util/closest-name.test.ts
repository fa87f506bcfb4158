import { expect, test } from 'vitest'
import { closestName, didYouMean } from '../../src/util/closest-name.ts'

const NAMES = ['title', 'layout', 'hidden', 'part']

test.each([
  ['hiden', 'hidden'],
  ['Layout', 'layout'],
  ['titel', 'title'],
  ['prat', 'part'],
  ['colour', null],
  ['again', null],
])('the name closest to "%s" is %s', (name, expected) => expect(closestName(name, NAMES)).toBe(expected))

test('there is no closest name if no names are known', () => expect(closestName('title', [])).toBeNull())

test('a message asks about a misspelling, and about nothing else', () => {
  expect(didYouMean('titel', NAMES)).toBe('Did you mean "title"?')
  expect(didYouMean('colour', NAMES)).toBeNull()
})
