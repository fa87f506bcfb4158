import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf } from '../../src/browser/text-chunks.ts'

test('the chunks make up the text; none is too long or splits a surrogate pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, limit) => {
      const cut = chunksOf(text, limit)
      expect(cut.join('')).toBe(text)
      expect(cut.filter((piece) => piece.length > limit || Buffer.from(piece).toString() !== piece)).toEqual([])
    }),
    { seed: 1 },
  )
})

test.each([0, 1])('a limit of %d, which has no room for a surrogate pair, counts as 2', (limit) => {
  expect(chunksOf('ab😀c', limit)).toEqual(['ab', '😀', 'c'])
})
