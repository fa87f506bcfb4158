import { beforeAll, describe, expect, test } from 'vitest'
import { checkPdf, type ExpectedPdf } from '../../src/export/check-pdf.ts'
import { compactPdf } from '../../src/export/compact-pdf.ts'
import { readPdf } from '../../src/export/read-pdf.ts'
import { loadPdfReader, type PdfReader } from '../../src/util/pdf-reader.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { withoutHanFonts } from '../support/fonts.ts'

const page = (...contents: readonly string[]) =>
  `<!doctype html><html lang="en"><title>T</title><style>@page{size:1280px 720px;margin:0}section{break-after:page;height:700px;overflow:hidden}section:last-child{break-after:auto}</style>${contents.map((content) => `<section>${content}</section>`).join('')}`

const passage = (number: number, words: string) => ({ slide: number, page: number, words: words.split(' ') })

const PASSAGES = [passage(1, 'The sea comes and goes.'), passage(2, 'Efficient “flow” of 47.5% — at 3 €')]

const GOOD = page('<h1>The sea</h1><p>comes and goes.</p>', '<h2>Efficient “flow”</h2><p>of 47.5% — at 3 €</p>')

/** Returns a function that finishes a PDF and replaces a name in it. */
const renamed = (name: string, other: string) => (pdf: Uint8Array) =>
  compactPdf(Buffer.from(Buffer.from(pdf).toString('latin1').replaceAll(name, other), 'latin1'))

describe('the check of a PDF', () => {
  const browser = oneBrowser()
  let reader: PdfReader
  beforeAll(async () => {
    reader = await loadPdfReader()
  })

  const faultsOf = async (html: string, expected: Partial<ExpectedPdf> = {}, finish = compactPdf) => {
    const pdf = finish(await browser().withPage((browserPage) => browserPage.show(html).then(() => browserPage.pdf())))
    const faults = await checkPdf((bytes) => readPdf(reader, bytes), pdf, {
      pageCount: 2,
      passages: PASSAGES,
      maxBytes: 1e6,
      ...expected,
    })
    return faults.map(({ slide, reason }) => `${slide}: ${reason}`)
  }

  test('finds no fault in a good PDF', async () => {
    expect(await faultsOf(GOOD)).toEqual([])
  })

  test('names the slide of a word that is hidden, cut off or on another page', async () => {
    const missing = ['2: lacks the word "at" from slide 2, or has it out of order']
    const hidden = GOOD.replace('at 3 €', '<i style="visibility:hidden">at 3 €</i>')
    const cut = GOOD.replace('<p>of 47.5% — at 3 €', '<p style="margin-bottom:9999px">of 47.5% —<p>at 3 €')
    expect(await faultsOf(hidden)).toEqual(missing)
    expect(await faultsOf(cut)).toEqual(missing)
    const moved = page('<p>The sea comes and</p>', '<p>goes. Efficient “flow” of 47.5% — at 3 €</p>')
    expect(await faultsOf(moved)).toEqual(['1: lacks the word "goes" from slide 1, or has it out of order'])
  })

  test('accepts text that a theme sets in capitals', async () => {
    const passages = [passage(1, 'Die ruhige Straße'), passage(2, 'Ο κόσμος ήρθε')]
    const html = page(
      '<p style="text-transform:uppercase">Die ruhige Straße',
      '<p style="text-transform:uppercase">Ο κόσμος ήρθε',
    )
    expect(await faultsOf(html, { passages })).toEqual([])
  })

  test('finds words out of order', async () => {
    const swapped = GOOD.replace('<h1>The sea</h1><p>comes and goes.</p>', '<p>comes and goes.</p><h1>The sea</h1>')
    expect(await faultsOf(swapped)).toEqual([expect.stringContaining('1: lacks the word "comes"')])
  })

  test('accepts left-to-right words in any order in right-to-left lines, but reports missing ones', async () => {
    const rightToLeft = page('<p dir="rtl">1 <bdi>The gates</bdi></p>', '<p>x</p>')
    const expected = { isRightToLeft: true, passages: [passage(1, '1 The gates')] } as const
    expect(await faultsOf(rightToLeft, expected)).toEqual([])
    const withMissingWord = { ...expected, passages: [passage(1, '1 The lock gates')] }
    expect(await faultsOf(rightToLeft, withMissingWord)).toEqual([expect.stringContaining('lacks the word "lock"')])
  })

  test('finds a sentence without spaces that continues on the next page', async ({ skip }) => {
    const reason = await withoutHanFonts(browser())
    if (reason !== null) skip(reason)
    const flowing = {
      pageCount: 1,
      mayHaveMorePages: true,
      passages: [passage(1, '港の水門は毎日二人の番人が手で開けます。')],
    } as const
    expect(await faultsOf(page('<p>港の水門は毎日', '<p>二人の番人が手で開けます。'), flowing)).toEqual([])
    const lacking = [expect.stringMatching(/^1: lacks the word/)]
    expect(await faultsOf(page('<p>港の水門は毎日', '<p>番人が手で開けます。'), flowing)).toEqual(lacking)
    expect(await faultsOf(page('<p>二人の番人が手で開けます。', '<p>港の水門は毎日'), flowing)).toEqual(lacking)
  })

  test('counts pages, and finds blank ones', async () => {
    const blank = page('<p>The sea comes and goes.</p>', '<p>Efficient “flow” of 47.5% — at 3 €</p>', '<p>&nbsp;</p>')
    expect(await faultsOf(blank)).toEqual(
      expect.arrayContaining(['null: has 3 pages, not 2', 'null: has nothing on page 3']),
    )
  })

  test('does not take a picture for a blank page', async () => {
    const dot =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
    const picture = page('<p>The sea comes and goes.</p>', `<img alt="A dot" width="400" height="400" src="${dot}">`)
    expect(await faultsOf(picture, { passages: PASSAGES.slice(0, 1) })).toEqual([])
  })

  test('finds missing tags, missing fonts and too many bytes', async () => {
    expect(await faultsOf(GOOD, { maxBytes: 100 })).toEqual([
      expect.stringMatching(/^null: is \d+ bytes long, more than the 100/),
    ])
    expect(await faultsOf(GOOD, {}, renamed('/StructElem', '/StructElse'))).toEqual(['null: has no tags on page 1'])
    const [first] = await faultsOf(GOOD, {}, renamed('/FontFile', '/FontFoul'))
    expect(first).toMatch(/^null: does not embed its font \w+/)
  })

  test('reads right-to-left text', async () => {
    const lines = ['معارضون من 2026 يقولون إن الحكومة (47.5%) لا تعمل والعلاج', 'שלום עולם, זה 12 ימים של UN']
    const [first, second] = lines.map((line) => `<p dir="rtl">${line}</p>`)
    const passages = lines.map((line, index) => passage(index + 1, line))
    expect(await faultsOf(page(`${first}`, `${second}`), { passages })).toEqual([])
    expect(await faultsOf(page(`${first}`, `${second}`.replace('ימים', '')), { passages })).toEqual([
      expect.stringContaining('2: lacks the word "ימים"'),
    ])
  })

  test('says that a broken file cannot be read', async () => {
    expect(await faultsOf(GOOD, {}, (pdf) => compactPdf(pdf).subarray(0, 2_000))).toEqual([
      expect.stringMatching(/^null: cannot be read back/),
    ])
  })
})
