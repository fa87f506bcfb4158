import { describe, expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import { parserOf } from '../../src/write/parser.ts'
import { twistsIn, twistsOfTitle } from '../bench/write/twists.mjs'

const parse = parserOf(loadGrammar())

/** A sentence in which the cut text is in ‹marks›. */
function twistsOf(marked: string): string[] {
  const { sentence, kept } = read(marked)
  return namesOf(twistsIn(sentence, kept))
}

function titleTwistsOf(marked: string): string[] {
  const { sentence, kept } = read(marked)
  return namesOf(twistsOfTitle(parse(sentence), sentence, kept))
}

function read(marked: string): { sentence: string; kept: [number, number][] } {
  const kept: [number, number][] = []
  let sentence = ''
  for (const [index, piece] of marked.split(/[‹›]/).entries()) {
    if (index % 2 === 0 && piece !== '') kept.push([sentence.length, sentence.length + piece.length])
    sentence += piece
  }
  return { sentence, kept }
}

function namesOf(twists: readonly string[]): string[] {
  return twists.map((twist) => twist.replace(/ lost:.*/, '').replace(/^broken:.*/, 'broken'))
}

describe('the bench finds what a shortening twists', () => {
  test.each([
    ['a negation', 'The buses do ‹not› run at night.', ['negation']],
    ["a negation's n't", 'They did‹n’t› agree.', ['negation']],
    ['a hedge', 'Rutte ‹likely› stressed the target.', ['hedge']],
    ['a hedge that opens', '‹Perhaps› the plan works.', ['hedge']],
    ['a limit', 'It costs ‹at least› nine euros.', ['hedge']],
    ['a source that closes', 'The line earned its cost back‹, according to the office›.', ['attribution']],
    ['who said so', 'The bridge is safe‹, the mayor said›.', ['attribution']],
    ['who said so first', '‹The mayor said› the bridge is safe.', ['attribution']],
    ['a condition', 'The plan works ‹if the river stays low›.', ['condition']],
    ['a condition in brackets', 'The plan works ‹(unless it rains)›.', ['condition']],
    ['a number', 'The fund grew by ‹4› million euros.', ['number', 'broken']],
    ['an index', 'Read the level of boats‹[2]› first.', ['number']],
    ['half a name', '‹Mark› Rutte stressed the target.', ['broken']],
    ['the other half', 'Mark ‹Rutte› stressed the target.', ['broken']],
  ])('%s', (_, marked, expected) => {
    expect(twistsOf(marked)).toEqual(expected)
  })
})

describe('the bench accepts what is removed as a whole', () => {
  test.each([
    ['nothing', 'The bridge did not fall.'],
    ['a connective', '‹Moreover, ›the bridge held.'],
    ['the mark of a source', 'The bridge held.‹[4]›'],
    ['the mark of a source behind a word', 'The town gives free boats‹[22]› to all.'],
    ['brackets', 'The agency ‹(founded in 1949) ›opened two offices.'],
    ['a relative clause', 'The bridge‹, which may be 2,000 years old,› held.'],
    ['an apposition', 'The mayor‹, a man who never lies,› opened it.'],
    ['examples', 'The company makes tools‹, including two spades›.'],
    ['a scene', '‹During the meeting with Mark Rutte, ›the council agreed.'],
  ])('%s', (_, marked) => {
    expect(twistsOf(marked)).toEqual([])
  })
})

describe('of a title', () => {
  test.each([
    ['a topic, of which something is denied', 'The lease of the depot‹ is not for sale.›', []],
    ['a topic, of which something is claimed', '‹According to two experts, ›the lease of the depot‹ may end.›', []],
    [
      'a topic without the preposition that leads to it',
      '‹The riders learn much about ›bus lanes‹ in the spring.›',
      [],
    ],
    ['a topic without its own negation', 'The riders‹ who never paid a fare were fined in the spring.›', ['negation']],
    ['a topic without its own figure', '‹The 40 ›new buses of the city‹ arrived in May.›', ['number']],
    ['half of a name in a topic', 'The lease of Mark‹ Rutte is for sale.›', ['broken']],
    ['a statement', 'The lease of the depot is ‹not ›for sale.', ['negation']],
    ['a statement without its source', 'The lease is for sale‹, according to the mayor.›', ['attribution']],
  ])('%s', (_, marked, expected) => {
    expect(titleTwistsOf(marked)).toEqual(expected)
  })
})
