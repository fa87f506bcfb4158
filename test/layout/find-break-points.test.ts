import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBreakPoints, splitAtBreakPoints } from '../../src/layout/find-break-points.ts'

const pieceSizes = (weights: readonly number[], count: number) => {
  const breakPoints = findBreakPoints({ weights }, { count, maxFraction: 1 })
  return breakPoints && splitAtBreakPoints(weights, breakPoints).map((piece) => piece.length)
}

describe('pieces', () => {
  test('have even weights, and there are as many as requested', () => {
    expect(pieceSizes(Array(30).fill(1), 4)).toEqual([8, 8, 7, 7])
    expect(pieceSizes(Array(100).fill(1), 9)).toEqual([12, 11, 11, 11, 11, 11, 11, 11, 11])
    expect(pieceSizes([9, 1, 1, 1, 9], 3)).toEqual([1, 2, 2])
    expect(pieceSizes([1], 2)).toBeNull()
  })

  test('never leave a single item at the end if another break point exists', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.integer({ min: 2, max: 20 }), (itemCount, count) => {
        const sizes = pieceSizes(Array(itemCount).fill(1), count) ?? []
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(itemCount)
        if (itemCount > count) expect(sizes.at(-1)).toBeGreaterThan(1)
        if (itemCount >= 3 * count) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }),
      { seed: 1 },
    )
  })

  test('are found whatever the weights', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 80 })
    fc.assert(
      fc.property(weights, fc.integer({ min: 2, max: 90 }), (all, count) => {
        const breakPoints = findBreakPoints({ weights: all }, { count, maxFraction: 1 }) ?? []
        expect(breakPoints.length).toBe(Math.min(count, all.length) - 1)
        expect(splitAtBreakPoints(all, breakPoints).flat()).toEqual(all)
      }),
      { seed: 1 },
    )
  })

  test('are found among thousands of items', () => {
    expect(findBreakPoints({ weights: Array(5000).fill(1) }, { count: 500, maxFraction: 1 })).toHaveLength(499)
  })
})
