import { describe, expect, test } from 'vitest'
import { makePdfReproducible } from '../../src/export/make-pdf-reproducible.ts'

/** The skeleton of a PDF, with the strings that Chromium writes. */
const pdf = (title: string, date: string, [a, b]: readonly [number, number]) => {
  const [first, second] = [a, b].map((number) => `(node${String(number).padStart(8, '0')})`)
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Title ${title}\n/CreationDate (D:${date})\n/ModDate (D:${date})>>\nendobj\n` +
      `2 0 obj\n<</S /TH /ID ${first}>>\nendobj\n3 0 obj\n<</S /TH /ID ${second}>>\nendobj\n` +
      `4 0 obj\n<</O /Table /Headers [${first} ${second}]>>\nendobj\n` +
      `5 0 obj\n<</Limits [${first} ${second}] /Names [${first} 2 0 R ${second} 3 0 R]>>\nendobj\n` +
      'trailer\n<</Size 6\n/Root 4 0 R\n/Info 1 0 R>>\nstartxref\n9\n%%EOF\n',
  )
}

const TITLE = '(node00000027 \\(/ModDate \\(D:20010101000000Z\\)\\))'

describe('makePdfReproducible', () => {
  test('makes two prints of one document the same', () => {
    const one = makePdfReproducible(pdf(TITLE, "20261124000641+00'00'", [27, 31]))
    const other = makePdfReproducible(pdf(TITLE, "20270101123456+00'00'", [4023, 4027]))
    expect(Buffer.from(other).toString()).toBe(Buffer.from(one).toString())
  })

  test('keeps the length, the title and the order of the cells', () => {
    const before = pdf(TITLE, "20261124000641+00'00'", [27, 31])
    const after = Buffer.from(makePdfReproducible(before))
    expect(after.length).toBe(before.length)
    expect(after.toString()).toContain(`/Title ${TITLE}\n`)
    expect(after.toString()).toContain('/Names [(node00000001) 2 0 R (node00000002) 3 0 R]')
    expect(after.toString()).not.toContain('20261124')
  })

  test('does not change the bytes that it was given', () => {
    const before = pdf(TITLE, "20261124000641+00'00'", [27, 31])
    const copy = Buffer.from(before)
    makePdfReproducible(before)
    expect(before.equals(copy)).toBe(true)
  })

  test('leaves titles that look like the name of a cell alone', () => {
    const after = Buffer.from(makePdfReproducible(pdf('(node00000031)', "20261124000641+00'00'", [27, 31])))
    expect(after.toString()).toContain('/Title (node00000031)')
  })

  test('returns a file of another structure unchanged', () => {
    const other = Buffer.from('%PDF-1.7 with an object stream')
    expect(Buffer.from(makePdfReproducible(other)).equals(other)).toBe(true)
  })
})
