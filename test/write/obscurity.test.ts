import { describe, expect, test } from 'vitest'
import { contentWords } from '../../src/grammar/content-words.ts'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import { SHIPPED_WEIGHTS } from '../../src/write/judge/judge.ts'
import { obscurityFeatures, obscurityOf, type PointCase, type PointPosition } from '../../src/write/judge/obscurity.ts'
import { referencesIn } from '../../src/write/judge/references.ts'
import { parserOf } from '../../src/write/parser.ts'
import { dependenceOf } from '../../src/write/sentence-dependence.ts'

const parse = parserOf(loadGrammar())

const words = (text: string) => new Set(contentWords(text))

function pointOf(text: string, before: string, title = ''): PointCase {
  const used = words(before)
  const repeated = new Set(contentWords(text).filter((word) => used.has(word)))
  const tree = parse(text)
  return { tree, dependence: dependenceOf(tree, text), repeated, title: words(title) }
}

const weightOf = (name: string) => SHIPPED_WEIGHTS.obscurity.rows.get(name)?.[0] ?? 0
const bias = SHIPPED_WEIGHTS.obscurity.bias[0] ?? 0

/** The probability that a reader does not understand a point. */
function unclear(point: PointCase, place: PointPosition): number {
  const sum = [...obscurityFeatures(point, place)].reduce((all, [name, value]) => all + weightOf(name) * value, bias)
  return 1 / (1 + Math.exp(-sum))
}

describe('a sentence refers to', () => {
  test.each([
    ['The restriction angered many owners.', [['the', 'restriction']]],
    ['These gates were shut.', [['these', 'gates']]],
    ['A boat was built by Clarke in 1923.', [['name', 'Clarke']]],
    ['The price of tea rose.', []],
    ['The boats that left were small.', []],
    ['A lock lifts boats.', []],
  ] as const)('%s', (text, expected) => {
    const found = referencesIn(parse(text)).map(({ kind, word }) => [kind, word])
    expect(found).toEqual(expected.map(([kind, noun]) => [kind, contentWords(noun)[0]]))
  })
})

describe('a reader', () => {
  const text = 'The restriction cost ninety boats.'
  const alone: PointPosition = { isFirst: true, isFollowUp: false, known: new Set() }

  test('understands a reference better if the slide has mentioned it', () => {
    const point = pointOf(text, 'The council imposed a restriction.')
    const mentioned = { ...alone, known: words('A restriction on the lock') }
    expect(unclear(point, alone)).toBeGreaterThan(0.15)
    expect(unclear(point, mentioned)).toBeLessThan(0.5 * unclear(point, alone))
    expect(unclear(pointOf(text, 'A restriction.', 'The restriction'), alone)).toBe(unclear(point, mentioned))
  })

  test('misses it more if the article has explained it before than if it never does', () => {
    expect(unclear(pointOf(text, 'The council imposed a restriction.'), alone)).toBeGreaterThan(
      unclear(pointOf(text, 'The council met.'), alone),
    )
  })

  test('understands a sentence better right after the one that it follows', () => {
    const point = pointOf('They wait for the gate.', 'The boats came to a gate.')
    expect(unclear(point, { ...alone, isFirst: false, isFollowUp: true })).toBeLessThan(unclear(point, alone))
  })
})

test('the sum of an obscurity is the weighted sum of the features', () => {
  const point = pointOf('The keeper saw that Bowers shut the gate on these boats.', 'A keeper has boats.', 'The gate')
  const { base, first, followUp, references } = obscurityOf(weightOf, bias, point)
  for (const known of [new Set<string>(), words('boats'), words('The keeper of the boats, Bowers')])
    for (const isFirst of [true, false])
      for (const isFollowUp of [true, false]) {
        const unknown = references.reduce((sum, each) => sum + (known.has(each.word) ? 0 : each.unknown), 0)
        const sum = base + (isFirst ? first : 0) + (isFollowUp ? followUp : 0) + unknown
        expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(unclear(point, { isFirst, isFollowUp, known }), 9)
      }
})
