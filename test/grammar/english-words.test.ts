import { describe, expect, it } from 'vitest'
import { FUNCTION_WORDS, HEDGES, NEGATIONS, normaliseWord } from '../../src/grammar/english-words.ts'
import { tokenize } from '../../src/grammar/tokenize.ts'

describe('the word lists', () => {
  it('have every entry in the form in which it is looked up', () => {
    const entries = [FUNCTION_WORDS, HEDGES, NEGATIONS].flatMap((list) => [...list])
    expect(entries.filter((entry) => entry === '' || entry !== normaliseWord(entry))).toEqual([])
  })

  it.each([
    'It didn’t work.',
    'They cannot win.',
    'NO ONE came.',
    'Nobody knew.',
    'Neither won.',
    'It is hardly new.',
    'It ended without a deal.',
  ])('know the negation among the tokens of: %s', (sentence) => {
    expect(tokenize(sentence).some((token) => NEGATIONS.has(normaliseWord(token.text)))).toBe(true)
  })

  it.each([
    'Rutte likely stressed unity.',
    'It may rain.',
    'He allegedly lied.',
    'It seems fine.',
    'About half came.',
    'Costs nearly doubled.',
  ])('know the hedge among the tokens of: %s', (sentence) => {
    expect(tokenize(sentence).some((token) => HEDGES.has(normaliseWord(token.text)))).toBe(true)
  })
})
