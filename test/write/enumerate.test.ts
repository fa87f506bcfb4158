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
  ['a quotation between single marks', 'Write ‘The fare must include pounds, like 123.45 or 156.00’.'],
  [
    'choices behind a whether',
    'The hours include time for riders to ask questions, whether about the line, the fares, or the staff.',
  ],
  ['nothing before the colon', ': a, b, and c'],
  ['what one preposition holds', 'Six sailors were saved, including five men from Malta, Norway and Chile.'],
  ['a name with a colon', 'The Harbour in Pictures: Ropes, Masts and Tar'],
  ['an order and its objects', 'Access level: Choose public, restricted public, or none.'],
  ['a question', 'The life of a pilot: What to know, say and understand.'],
  ['a place and what follows from it', 'They knew what not to include in a boat, saving time, effort and money.'],
])('%s: none', (_, sentence) => {
  expect(listIn(sentence)).toBeNull()
})
