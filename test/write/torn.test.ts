import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import { parserOf } from '../../src/write/parser.ts'
import { read, shortenings } from '../../src/write/shorten.ts'

const parse = parserOf(loadGrammar())

function lengthsOf(sentence: string): string[] {
  return shortenings(parse, sentence).map((spans) => read(sentence, spans))
}

test.each([
  [
    'who else is meant',
    'Leave is given to parents who have an ill child, and who stay with it for a week.',
    'who stay',
  ],
  [
    'what both verbs do it to',
    'The program will have the means to detect, and report any fault in the gates.',
    'report',
  ],
  [
    'the verb of its second subject',
    'Every count should lead back to the goal, and vain numbers like stars and raw totals belong nowhere in it.',
    'belong',
  ],
  [
    'what is better',
    'It is sometimes even more valuable, in terms of teaching, to tell a keeper what was right.',
    'to tell',
  ],
  [
    'the year of each',
    'The interest will pass the cost of the roads in 2020 and the cost of the bridges in 2023.',
    'in 2023',
  ],
  ['the case in which', 'The gate returns the key, or the state of the lock in the event of a fault.', 'in the event'],
  ['which weeks', 'The move of the gauge will occur in the weeks following this note.', 'following'],
  ['which people', 'Such words can alienate people trying to learn.', 'trying to learn'],
  ['what is wanted', 'You want to choose your goals to fit your readers.', 'to fit'],
  [
    'what a verb says in brackets',
    'The first call is wrong: the arguments are (host, key), and they are passed in the wrong order.',
    '(host, key)',
  ],
])('no length of a sentence loses %s', (_, sentence, kept) => {
  for (const length of lengthsOf(sentence)) expect(length).toContain(kept)
})
