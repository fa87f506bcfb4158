import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { coloursInDrawing, coloursInPng } from '../../src/illustrate/logo-colours.ts'

test('a shape without a fill is black, even beside shapes with a fill', () => {
  expect(coloursInDrawing('<svg><path d="M0 0"/></svg>')).toEqual(['#000000'])
  expect(coloursInDrawing('<svg><rect width="9"/><circle r="2" fill="#ffffff"/></svg>')).toEqual(['#ffffff', '#000000'])
  expect(coloursInDrawing('<svg fill="#ff0000"><rect width="9"/></svg>')).toEqual(['#ff0000'])
})

/** Makes a picture of 10 × 10 pixels: the first `count` are navy, the others transparent. */
function navyPicture(count: number): Uint8Array {
  const data = Uint8Array.from({ length: 400 }, (_, index) =>
    index / 4 < count ? ([0, 48, 112, 255][index % 4] ?? 0) : 0,
  )
  return encode({ width: 10, height: 10, data, channels: 4, depth: 8 })
}

test('the colours of a transparent picture are found, but not those of a photograph', () => {
  expect(coloursInPng(navyPicture(40))).toEqual(['#003377'])
  expect(coloursInPng(navyPicture(100))).toEqual([])
  expect(coloursInPng(new Uint8Array([1, 2, 3]))).toEqual([])
})
