import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestTree } from '../../src/grammar/eisner.ts'

it('finds the best of all projective trees with one root', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }).chain(scoredTokens), ({ count, values }) => {
      const scores = { values: Float32Array.from(values), stride: count + 1 }
      const total = (heads: readonly number[]) =>
        heads.reduce((sum, head, token) => sum + (scores.values[token * scores.stride + head + 1] ?? 0), 0)
      const found = bestTree(scores, count)
      expect(isTree(found)).toBe(true)
      expect(total(found)).toBe(Math.max(...assignments(count).filter(isTree).map(total)))
    }),
    { numRuns: 200, seed: 1 },
  )
})

/** Whole numbers, so that sums are exact. */
function scoredTokens(count: number): fc.Arbitrary<{ count: number; values: number[] }> {
  const length = count * (count + 1)
  return fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: length, maxLength: length })
    .map((values) => ({ count, values }))
}

/** All ways to give each token a head, -1 for none. */
function assignments(count: number): number[][] {
  const heads = Array.from({ length: count + 1 }, (_, index) => index - 1)
  return Array.from({ length: count }).reduce<number[][]>(
    (lists) => lists.flatMap((list) => heads.map((head) => [...list, head])),
    [[]],
  )
}

function isTree(heads: readonly number[]): boolean {
  const hasOneRoot = heads.filter((head) => head === -1).length === 1
  const reaches = (token: number, steps = 0): boolean =>
    steps <= heads.length && (heads[token] === -1 || reaches(heads[token] ?? -1, steps + 1))
  const isUnder = (token: number, head: number): boolean =>
    token === head || (heads[token] !== -1 && isUnder(heads[token] ?? -1, head))
  const isProjective = () =>
    heads.every((head, token) => {
      if (head === -1) return true
      const [low, high] = [Math.min(head, token), Math.max(head, token)]
      return heads.every((_, between) => between <= low || between >= high || isUnder(between, head))
    })
  return hasOneRoot && heads.every((_, token) => reaches(token)) && isProjective()
}
