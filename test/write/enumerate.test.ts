import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import { enumerationIn } from '../../src/write/enumerate.ts'
import { parserOf } from '../../src/write/parser.ts'

const parse = parserOf(loadGrammar())

function listIn(sentence: string): readonly string[] | null {
  const found = enumerationIn(parse, sentence)
  return found && [found.lead, ...found.items].map((span) => sentence.slice(...span))
}

test.each([
  [
    'They sent help to the coast, including blankets, clean water, and doctors.',
    ['They sent help to the coast', 'blankets', 'clean water', 'doctors'],
  ],
  ['The kit includes a float, a pipe and a sensor.', ['The kit includes', 'a float', 'a pipe', 'a sensor']],
  [
    'Three things matter here: light, warmth, and patience.',
    ['Three things matter here', 'light', 'warmth', 'patience'],
  ],
  ['The work covers reading maps, drawing charts, and keeping logs.', null],
])('%s', (sentence, list) => {
  expect(listIn(sentence)).toEqual(list)
})

test.each([
  ['two items are no list', 'They sent help, including blankets and water.'],
  ['the sentence goes on with a clause', 'They sent things such as blankets, water and food, and the town recovered.'],
  ['an item that is an aside', 'Related to each other: for example, a server, a client and a wire.'],
  ['a quotation', 'He named three: "a, b and c".'],
  ['nothing before the colon', ': a, b, and c'],
])('%s: none', (_, sentence) => {
  expect(listIn(sentence)).toBeNull()
})
