import { describe, expect, test } from 'vitest'
import { countWords } from '../../src/grammar/count-words.ts'
import { applicableRules, RULES, type RuleInput } from '../../src/write/rules.ts'
import { parse } from '../support/written.ts'

const inputOf = ({ text, ...given }: Partial<RuleInput> & { readonly text: string }): RuleInput => ({
  text,
  words: countWords(text, 'en'),
  kind: 'prose',
  after: 'sentence',
  isQuoted: false,
  isTitle: false,
  linkedFraction: 0,
  refersElsewhere: false,
  tree: parse(text),
  ...given,
})

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, { test: holds, examples }) => {
  test.each(examples.hits.map((each) => [each.text, each] as const))('holds for "%s"', (_, each) => {
    expect(holds(inputOf(each))).toBe(true)
  })

  test.each(examples.misses.map((each) => [each.text, each] as const))('does not hold for "%s"', (_, each) => {
    expect(holds(inputOf(each))).toBe(false)
  })
})

test('rules have unique ids, and a reason that completes "not shown because …"', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  for (const { why } of RULES) expect(why).toMatch(/^it .+[^.]$/)
})

test('a rule of English applies only to English', () => {
  const dependent = inputOf({ text: 'It opened in 1912.' })
  expect(applicableRules(dependent, 'en-GB').map(({ id }) => id)).toEqual(['leans'])
  expect(applicableRules(dependent, 'de')).toEqual([])
})
