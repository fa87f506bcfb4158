import { describe, expect, test } from 'vitest'
import { twistsIn } from '../bench/write/twists.mjs'

/** A sentence in which what was cut stands in ‹marks›. */
function twistsOf(marked: string): string[] {
  const kept: [number, number][] = []
  let sentence = ''
  for (const [index, piece] of marked.split(/[‹›]/).entries()) {
    if (index % 2 === 0 && piece !== '') kept.push([sentence.length, sentence.length + piece.length])
    sentence += piece
  }
  return twistsIn(sentence, kept).map((twist) => twist.replace(/ lost:.*/, '').replace(/^broken:.*/, 'broken'))
}

describe('the bench sees what a shortening twists', () => {
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
    ['half a name', '‹Mark› Rutte stressed the target.', ['broken']],
    ['the other half', 'Mark ‹Rutte› stressed the target.', ['broken']],
  ])('%s', (_, marked, expected) => {
    expect(twistsOf(marked)).toEqual(expected)
  })
})

describe('and lets pass what goes as a whole', () => {
  test.each([
    ['nothing', 'The bridge did not fall.'],
    ['a connective', '‹Moreover, ›the bridge held.'],
    ['brackets', 'The agency ‹(founded in 1949) ›opened two offices.'],
    ['a relative clause', 'The bridge‹, which may be 2,000 years old,› held.'],
    ['an apposition', 'The mayor‹, a man who never lies,› opened it.'],
    ['examples', 'The company makes tools‹, including two spades›.'],
    ['a scene', '‹During the meeting with Mark Rutte, ›the council agreed.'],
  ])('%s', (_, marked) => {
    expect(twistsOf(marked)).toEqual([])
  })
})
