import { describe, expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import {
  featuresOf,
  judge,
  PURPOSES,
  parseWeights,
  SHIPPED_WEIGHTS,
  titleRanksBy,
  type Weights,
} from '../../src/write/judge/judge.ts'
import type { Scores } from '../../src/write/judge/scores.ts'
import { coverageFeatures } from '../../src/write/judge/title-features.ts'
import { unitsOf } from '../../src/write/judge/units.ts'
import { parserOf } from '../../src/write/parser.ts'
import { outlineOf } from '../support/written.ts'

const parse = parserOf(loadGrammar())

const weigh = (own: Weights) => ({ english: own, shape: own, titles: own, obscurity: own })

async function scoresOf(text: string, weights = SHIPPED_WEIGHTS, tree: typeof parse | null = parse) {
  const outlined = await outlineOf(text)
  const units = unitsOf(outlined)
  return judge(outlined.article, units, { parse: tree, weights }).map((scores, index) => ({
    text: units[index]?.sentence.text ?? '',
    scores,
  }))
}

test('a row of weights is a name and whole numbers in hundredths', () => {
  const { bias, rows } = parseWeights({ bias: [1, 0, 0, 0], rows: '\ndigit 50 -25 0 7\nword:the -3 0 1 2\n' })
  expect(bias).toEqual([1, 0, 0, 0])
  expect([...rows]).toEqual([
    ['digit', [0.5, -0.25, 0, 0.07]],
    ['word:the', [-0.03, 0, 0.01, 0.02]],
  ])
})

test('the built-in weights are numbers, one per purpose for each feature of a unit and one for each of a title or point', () => {
  for (const [weights, width] of [
    [SHIPPED_WEIGHTS.english, PURPOSES.length],
    [SHIPPED_WEIGHTS.shape, PURPOSES.length],
    [SHIPPED_WEIGHTS.titles, 1],
    [SHIPPED_WEIGHTS.obscurity, 1],
  ] as const) {
    expect(weights.rows.size).toBeGreaterThan(40)
    for (const [name, row] of weights.rows) {
      expect(row.length, name).toBe(width)
      expect(row.every(Number.isFinite), name).toBe(true)
    }
  }
})

test('the features of a unit tell where it is, what it shares with others, and its grammar', async () => {
  const outlined = await outlineOf(
    '# The lock\n\nThe lock lifts forty boats a day. Its keeper counts the boats.\n\nSmall boats wait.\n',
  )
  const [first, second, third] = featuresOf(outlined.article, unitsOf(outlined), parse).map((each) =>
    Object.fromEntries(each),
  )
  expect(first).toMatchObject({ 'place=0': 1, 'first=0': 1, 'of-title': 1, central: 0.2, rare: 0.8, 'n1:its': 1 })
  expect(first).not.toHaveProperty('last')
  const grammar = { 's1:its': 1, 's2:its_keeper': 1, 'x3:PRP$_NN_VBZ': 1, 'root:counts': 1, 'subj:keeper': 1 }
  expect(second).toMatchObject({ 'place=1': 1, last: 1, 'from-end=2': 1, central: 1 / 3, rare: 2 / 3, ...grammar })
  expect(third).toMatchObject({
    alone: 1,
    'last-of-section': 1,
    'last-paragraph': 1,
    'said-before': 1 / 3,
    progress: 1,
  })
})

describe('a score is the sum of the weights of its features', () => {
  const TEXT = '# The lock\n\nThe lock lifts 40 boats a day.\n\nThe lock lifts many boats a day.\n'

  test('for each purpose', async () => {
    const own = parseWeights({ bias: [1, 2, 3, 4, 5, 6], rows: 'digit 100 -100 50 0 200 -200\n' })
    const [withDigit, without] = await scoresOf(TEXT, weigh(own))
    expect(withDigit?.scores).toEqual({ show: 2, filler: 1, key: 3.5, title: 4, starts: 7, unclear: 4 })
    expect(without?.scores).toEqual({ show: 1, filler: 2, key: 3, title: 4, starts: 5, unclear: 6 })
  })

  test('and grows with the weight of a feature that the unit has', async () => {
    const showAt = async (weight: number) =>
      (await scoresOf(TEXT, weigh(parseWeights({ bias: [0, 0, 0, 0, 0], rows: `digit ${weight} 0 0 0 0` })))).map(
        ({ scores }) => scores.show,
      )
    expect(await showAt(10)).toEqual([0.1, 0])
    expect(await showAt(30)).toEqual([0.3, 0])
  })
})

test('every sentence of prose, item and quotation is a unit, in order; code and rows are none', async () => {
  const outlined = await outlineOf(
    '# The lock\n\nIt is old. It leaks.\n\n## Work\n\n- Oil\n- Paint\n\n> It holds.\n\n```\nopen\n```\n\n| a | b |\n| - | - |\n| c | d |\n',
  )
  const units = unitsOf(outlined)
  expect(units.map(({ sentence, index, section }) => [index, section, sentence.text])).toEqual([
    [0, 0, 'It is old.'],
    [1, 0, 'It leaks.'],
    [2, 1, 'Oil'],
    [3, 1, 'Paint'],
    [4, 1, 'It holds.'],
  ])
  expect(units[2]?.heading?.text).toBe('Work')
})

describe('with the built-in weights', () => {
  const FILLER = 'Sign up for our newsletter and follow us for more posts like this!'
  const NEWS = 'The harbour authority will close the old lock in May after engineers found cracks in both of its gates.'
  const ARTICLE = `# The lock\n\n${NEWS} The repair costs four million pounds.\n\n## The gates\n\nThe gates are made of oak. Boats use the weir until the autumn.\n\n${FILLER}\n`
  const scoresFor = async (text: string): Promise<Scores | undefined> =>
    (await scoresOf(ARTICLE)).find((each) => each.text === text)?.scores

  test('news scores higher than a call to the reader', async () => {
    const [news, filler] = [await scoresFor(NEWS), await scoresFor(FILLER)]
    expect(news?.show).toBeGreaterThan(filler?.show ?? 0)
    expect(news?.key).toBeGreaterThan(filler?.key ?? 0)
    expect(filler?.filler).toBeGreaterThan(0)
    expect(news?.filler).toBeLessThan(0)
  })

  test('a language without a parser is judged by place and shape', async () => {
    const outlined = await outlineOf('Der Hafen ist alt. Im Jahr 2019 stieg die Zahl der Boote um 38 %.', 'talk.txt')
    const units = unitsOf(outlined)
    const features = featuresOf(outlined.article, units, null)
    expect(features.map((each) => each.has('digit'))).toEqual([false, true])
    expect(features.flatMap((each) => [...each.keys()]).filter((name) => /^(?:word|aux|root):/.test(name))).toEqual([])
    const scores = judge(outlined.article, units, { parse: null })
    expect(scores).toHaveLength(2)
    expect(scores.flatMap((each) => Object.values(each)).every(Number.isFinite)).toBe(true)
  })
})

test('the rank of a title is the sum of its own features', () => {
  const own = parseWeights({ bias: [1], rows: 'quotation -200\ndigit 50\n' })
  const { byItself: rank } = titleRanksBy({ ...SHIPPED_WEIGHTS, titles: own })
  const rankOf = (text: string) => rank({ text, form: 'heading', from: null, offset: 0, unitsBefore: 0, heading: '' })
  expect(rankOf('The lock')).toBe(1)
  expect(rankOf('The 2 locks')).toBe(1.5)
  expect(rankOf('The "lock"')).toBe(-1)
})

test('its rank over its points is the sum of the features of both', () => {
  const { byCoverage } = titleRanksBy(SHIPPED_WEIGHTS)
  const coverages = [0, 1, 3, 7].map((points) => ({
    points,
    sharingPoints: points >> 1,
    titleFraction: 0.5,
    nearPoints: points,
    pointsBefore: 0,
    dependentPoints: points >> 2,
    turningPoints: points >> 1,
  }))
  for (const form of ['whole', 'name', 'heading-again'])
    for (const coverage of coverages) {
      const sum = [...coverageFeatures(form, coverage)].reduce(
        (all, [name, value]) => all + (SHIPPED_WEIGHTS.titles.rows.get(name)?.[0] ?? 0) * value,
        0,
      )
      expect(byCoverage(form, coverage)).toBeCloseTo(sum, 9)
    }
})

test('a title whose words the points have is worth more than one that they do not mention', () => {
  const { byCoverage } = titleRanksBy(SHIPPED_WEIGHTS)
  const coverage = {
    points: 3,
    sharingPoints: 0,
    titleFraction: 0,
    nearPoints: 3,
    pointsBefore: 0,
    dependentPoints: 0,
    turningPoints: 0,
  }
  for (const form of ['whole', 'name', 'heading'])
    expect(byCoverage(form, { ...coverage, sharingPoints: 3, titleFraction: 1 })).toBeGreaterThan(
      byCoverage(form, coverage),
    )
})

test('a title is worth less over a point that announces another subject', () => {
  const { byCoverage } = titleRanksBy(SHIPPED_WEIGHTS)
  const coverage = {
    points: 3,
    sharingPoints: 1,
    titleFraction: 0.5,
    nearPoints: 3,
    pointsBefore: 0,
    dependentPoints: 0,
    turningPoints: 0,
  }
  for (const form of ['whole', 'name'])
    expect(byCoverage(form, { ...coverage, turningPoints: 1 })).toBeLessThan(byCoverage(form, coverage))
})
