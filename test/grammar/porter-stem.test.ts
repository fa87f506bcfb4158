import { expect, test } from 'vitest'
import { stem } from '../../src/grammar/porter-stem.ts'

test.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['dies', 'die'],
  ['agreed', 'agre'],
  ['feed', 'feed'],
  ['hopping', 'hop'],
  ['hoping', 'hope'],
  ['falling', 'fall'],
  ['conflated', 'conflat'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['rationally', 'ration'],
  ['analogies', 'analog'],
  ['hopefulness', 'hope'],
  ['replacement', 'replac'],
  ['adoption', 'adopt'],
  ['controlling', 'control'],
  ['news', 'news'],
  ['as', 'as'],
])('%s becomes %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})
