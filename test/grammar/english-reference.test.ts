import { describe, expect, test } from 'vitest'
import { isNamedAgain, pointsElsewhere } from '../../src/grammar/english-reference.ts'
import { loadGrammar } from '../../src/grammar/load.ts'
import { parse } from '../../src/grammar/parse.ts'

const grammar = loadGrammar()

function points(sentence: string, before: readonly string[] = [], about = ''): boolean {
  return pointsElsewhere(parse(grammar, sentence), { before, about })
}

describe('a sentence points at what a reader of its slide has not read', () => {
  test.each([
    'Be on the lookout for this common mistake.',
    'The keeper learnt such tricks from her father.',
    'We used this before the lock was built.',
    'Sailors like these better than ropes.',
    'Once you have it all down, close the log.',
    'The harbour lost a third of those boats.',
    'The latter is cheaper.',
    'You should look at the other costs.',
    'Both were shut by noon.',
    'Each holds a rope.',
    'One such repair is the new gate.',
    'We may bring it back.',
    'One day it stopped.',
    'You would have to use that knowledge to open the gate.',
  ])('%s', (sentence) => {
    expect(points(sentence)).toBe(true)
  })
})

describe('a sentence names what it speaks of', () => {
  test.each([
    'The harbour grew this year.',
    'Ropes such as hemp rot.',
    'The town thanks those who stayed.',
    'A part of those boats that leave at night come back.',
    'When the gate broke, this mistake was costly.',
    'The keeper has a lamp and lights it at dusk.',
    'Nobody finds it easy to row at night.',
    'Both the lock and the gate are shut.',
    'The lock and the gate differ: the latter is cheaper.',
    'On the other hand, ropes are cheap.',
    'Some say that the lamp is too dim.',
    'Learn these three rules: row, rest and eat.',
  ])('%s', (sentence) => {
    expect(points(sentence)).toBe(false)
  })

  test('where a line before it does', () => {
    expect(points('Look out for this mistake.', ['Three mistakes'])).toBe(false)
    expect(points('We may bring it back.', ['The old lamp'])).toBe(false)
    expect(points('Both were shut by noon.', ['The lock and the gate'])).toBe(false)
    expect(points('You should look at the other costs.', ['Costs of a boat'])).toBe(false)
  })

  test('where all of it is about that', () => {
    expect(points('Ask the crew of this lighthouse.', [], 'The lighthouse of Marsh')).toBe(false)
  })
})

function isAgain(sentence: string, earlier: string, read: readonly string[] = []): boolean {
  return isNamedAgain(parse(grammar, sentence), [parse(grammar, earlier)], read)
}

test('the one thing of its kind is that which a sentence before brought in', () => {
  expect(isAgain('The rope broke at noon.', 'We bought a rope.')).toBe(true)
  expect(isAgain('The service runs at night.', 'The old ferry service is cheap.')).toBe(true)
})

test('but not where it is named in full, was brought in by none, or was read', () => {
  expect(isAgain('The rope of the bell broke.', 'We bought a rope.')).toBe(false)
  expect(isAgain('The rope broke at noon.', 'The keeper rang the bell.')).toBe(false)
  expect(isAgain('The rope broke at noon.', 'We bought a rope.', ['rope'])).toBe(false)
})
