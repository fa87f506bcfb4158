import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { coloursInDrawing, coloursInPng } from '../../src/illustrate/logo-colours.ts'

test('a shape without a fill is black, also beside others that have one', () => {
  expect(coloursInDrawing('<svg><path d="M0 0"/></svg>')).toEqual(['#000000'])
  expect(coloursInDrawing('<svg><rect width="9"/><circle r="2" fill="#ffffff"/></svg>')).toEqual(['#ffffff', '#000000'])
  expect(coloursInDrawing('<svg fill="#ff0000"><rect width="9"/></svg>')).toEqual(['#ff0000'])
})

/** A picture of 10 × 10 pixels whose first `count` are navy, and the rest transparent. */
function pixels(count: number): Uint8Array {
  const data = Uint8Array.from({ length: 400 }, (_, at) => (at / 4 < count ? ([0, 48, 112, 255][at % 4] ?? 0) : 0))
  return encode({ width: 10, height: 10, data, channels: 4, depth: 8 })
}

test('the colours of a transparent picture are known, those of a photograph are not', () => {
  expect(coloursInPng(pixels(40))).toEqual(['#003377'])
  expect(coloursInPng(pixels(100))).toEqual([])
  expect(coloursInPng(new Uint8Array([1, 2, 3]))).toEqual([])
})
