import { expect, test } from 'vitest'
import { isElliptical } from '../../src/grammar/english-ellipsis.ts'
import { loadGrammar } from '../../src/grammar/load.ts'
import { parse } from '../../src/grammar/parse.ts'

const grammar = loadGrammar()

test.each([
  'Then again, neither did anyone else at the time.',
  'So did the keepers of the lock.',
  'Nor is it cheap.',
  'Not so.',
  'Others do not.',
  'But few could.',
  'Or you can row.',
  'The same is true of ropes.',
  'True, for boats that are small.',
  'The lock is closed in winter, however.',
  'Take a look at the costs too.',
  'A flat-bottomed boat does not.',
  'Then take out the pin.',
  'Doing so keeps the gate dry.',
  'The answer is no.',
  'Similar changes were made to the gate.',
  'A rope instead would be dear.',
  'Either one will do.',
  'The second is rust.',
  'Some of them leak.',
  'I went back to the lock.',
  'The pump was doing the second, and then it stopped.',
  'The new gauge turned up two more.',
  'Also some side talk about gates.',
  'For the old boats, keepers instead had to open both.',
  'If yes, the gate was shut.',
  'Or, should the gate hold the boat?',
])('%s leaves out what was said before', (sentence) => {
  expect(isElliptical(parse(grammar, sentence), sentence)).toBe(true)
})

test.each([
  'So far the lock has held.',
  'Boats that row do not sail.',
  'Most keepers sleep when they can.',
  'Neither the lock nor the gate is open.',
  'No boat may leave at night.',
  'The gate is either open or shut.',
  'The first boat is old.',
  'Some of the boats leak.',
  'I row to the lock every day.',
  'I learnt from the keeper of the lock that every old gate leaks.',
  'A rope instead of a chain would be dear.',
  'Similar to the gate, the lock is old.',
])('%s says all of it', (sentence) => {
  expect(isElliptical(parse(grammar, sentence), sentence)).toBe(false)
})
