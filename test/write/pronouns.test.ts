import { expect, test } from 'vitest'
import { referentOf } from '../../src/write/pronouns.ts'
import { parse } from '../support/written.ts'

function namedIn(before: string, text: string): readonly string[] | null {
  const found = referentOf(parse(text), parse(before))
  return found === null ? null : [text.slice(...found.pronoun), before.slice(...found.name)]
}

test.each([
  ['The gates, which are old, are made of oak.', 'They open twice a day.', 'The gates'],
  ['The keepers work by night.', 'They ring the bell.', 'The keepers'],
  ['Ann Bell built the lock.', 'She sold it.', 'Ann Bell'],
  ['Ann Bell and Cy Marsh built the lock.', 'They sold it.', 'Ann Bell and Cy Marsh'],
])('after "%s", "%s" is about %s', (before, text, name) => {
  expect(namedIn(before, text)).toEqual([text.split(' ')[0], name])
})

test.each([
  ['another number', 'The gate is old.', 'They open at noon.'],
  ['"it", which often stands for something else', 'The gate is old.', 'It opens at noon.'],
  ['a thing for a person', 'The gate is old.', 'She left.'],
  ['somebody of whom we do not know', 'The keeper rang the bell.', 'He left.'],
  ['nothing definite', 'Some sank.', 'They were old.'],
  ['some of several', 'Some of the gates are old.', 'They leak.'],
  ['a few of several', 'Three gates of the lock are old.', 'They leak.'],
  ['half of a name', 'The harbour manager Ann Bell left.', 'She is ill.'],
  ['not the subject', 'The gate is old.', 'The pump is new, and it works.'],
])('a pronoun is not replaced where it would be %s', (_, before, text) => {
  expect(namedIn(before, text)).toBeNull()
})
