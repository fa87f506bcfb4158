import { expect, test } from 'vitest'
import { complementAfter, remainderAfter } from '../../src/write/title-remainder.ts'
import { parse } from '../support/written.ts'

function remainderOf(title: string, sentence: string): string | null {
  const span = remainderAfter(parse(sentence), sentence.indexOf(title) + title.length)
  return span === null ? null : sentence.slice(...span)
}

test.each([
  ['We will close the pier', ' because it is a risk to the boats.', 'because it is a risk to the boats.'],
  [
    'We will close the pier',
    ' primarily because it is a risk to the boats.',
    'primarily because it is a risk to the boats.',
  ],
  [
    'The water tank holds enough for one load',
    ', so it is best to connect the hose.',
    'it is best to connect the hose.',
  ],
  ['The lock has two gates', ', and every gate leaks.', 'every gate leaks.'],
  ['Open source is no exclusive club', '; it is made by people like you.', 'it is made by people like you.'],
])('after "%s", the rest "%s" can be a point', (title, rest, point) => {
  expect(remainderOf(title, title + rest)).toBe(point)
})

test.each([
  ['The volcano erupted on Friday', ', shooting ash into the air.'],
  ['The reason that the boats wait', ' - is that the lock is closed.'],
  ['The pier opens in May', '.'],
  ['The town bought a pump', ', which cost 40 pounds.'],
  ['The tank keeps the image with the readings', ', so that anyone can check a ring.'],
  ['The old boats stay in the harbour', ', because of the rising wind from the north.'],
])('after "%s", the rest "%s" cannot be a point', (title, rest) => {
  expect(remainderOf(title, title + rest)).toBeNull()
})

test.each([
  ['The problem with the old lock', ' is that its gates leak into the harbour.', 'its gates leak into the harbour.'],
  ['The problem with the old lock', ' is not that its gates leak.', null],
  ['The problem with the old lock', ' is its gates.', null],
  ['The pilots', ' said that the gates leak.', null],
])('after the subject "%s", the rest "%s" says "%s" of it', (title, rest, complement) => {
  const span = complementAfter(parse(title + rest), title.length)
  expect(span === null ? null : (title + rest).slice(...span)).toBe(complement)
})
