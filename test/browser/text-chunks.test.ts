import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from '../../src/browser/text-chunks.ts'

test('pieces are the text, none too long and none with half a pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, limit) => {
      const cut = pieces(text, limit)
      expect(cut.join('')).toBe(text)
      expect(cut.filter((piece) => piece.length > limit || Buffer.from(piece).toString() !== piece)).toEqual([])
    }),
  )
})
