import { describe, expect, test } from 'vitest'
import { countWords } from '../../src/grammar/count-words.ts'
import { withoutOpeningMark } from '../../src/grammar/quotation-marks.ts'
import { candidateOf } from '../../src/write/plan/candidates.ts'
import { applicableRules, RULES, type Rule, type RuleInput } from '../../src/write/rules.ts'
import { dependenceOf } from '../../src/write/sentence-dependence.ts'
import { versionsOf } from '../../src/write/sentence-versions.ts'
import { parse, sentenceOf } from '../support/written.ts'

type Example = Rule['examples']['hits'][number]

const inputOf = ({ text, ...given }: Example): RuleInput => ({
  text,
  words: countWords(text, 'en'),
  kind: 'prose',
  after: 'sentence',
  isQuoted: false,
  isTitle: false,
  linkedFraction: 0,
  isDependent: dependenceOf(parse(withoutOpeningMark(text)), withoutOpeningMark(text)) !== null,
  ...given,
})

/** What the plan may make of an example that is the second sentence of an article. */
async function usesOf(example: Example): Promise<readonly string[]> {
  const { kind, isTitle, isQuoted, ...facts } = inputOf(example)
  const { context, sentence } = await sentenceOf(example.text)
  const position = { index: 1, paragraph: 0, section: 0, indexInSection: 1, heading: null, before: 'sentence' }
  const keywords = new Set<string>()
  const quotation = isQuoted ? { openBefore: '"', openAfter: null } : undefined
  const { titles, followUp, standalone } = candidateOf(
    { ...context, titleSentence: isTitle ? sentence.span : null },
    {
      unit: { ...position, ...facts, sentence: { ...sentence, kind }, keywords, repeated: keywords },
      scores: { show: 0, filler: 0, key: 0, title: 0, starts: 0, unclear: 0 },
      versions: versionsOf(context, { ...sentence, kind }, quotation),
      quotation,
      before: null,
      after: null,
      obscurityOf: null,
    },
  )
  return [
    ...(titles.length > 0 ? ['title'] : []),
    ...(followUp === null ? [] : ['point']),
    ...(standalone === null ? [] : ['point-alone']),
  ]
}

/** What a rule forbids, as `usesOf` names it. */
const FORBIDDEN = {
  'title-and-point': ['title', 'point', 'point-alone'],
  point: ['point', 'point-alone'],
  'point-alone': ['point-alone'],
} as const

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, { test: holds, examples, forbids }) => {
  test.each(examples.hits.map((each) => [each.text, each] as const))(
    'holds for "%s", and the plan obeys it',
    async (_, each) => {
      expect(holds(inputOf(each))).toBe(true)
      const uses = await usesOf(each)
      expect(uses.filter((use) => FORBIDDEN[forbids].some((forbidden) => forbidden === use))).toEqual([])
    },
  )

  test.each(examples.misses.map((each) => [each.text, each] as const))('does not hold for "%s"', (_, each) => {
    expect(holds(inputOf(each))).toBe(false)
  })
})

test('the plan may use a sentence to which no rule applies as a title and as a point', async () => {
  const uses = await usesOf({ text: 'The old lock of the harbour opened in 1912.' })
  expect(uses).toEqual(['title', 'point', 'point-alone'])
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
