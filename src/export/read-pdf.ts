// Reads the text of a PDF, page by page.

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfReader } from '../util/pdf-reader.ts'

/** The text of a PDF, and whether it is tagged, as a PDF reader sees them. */
export interface PdfContent {
  readonly isTagged: boolean
  /** The text of each page in pieces, which are in drawing order; the letters of each piece are in reading order. */
  readonly pages: readonly (readonly string[])[]
}

/** One of `count` equal parts of a PDF, each with some of its pages. `index` counts from 0. */
export interface PdfPart {
  readonly index: number
  readonly count: number
}

/**
 * Reads the pages of a PDF, or of a part of it.
 * @throws {Error} if the file cannot be read to its end
 */
export async function readPdf(
  { getDocument }: PdfReader,
  bytes: Uint8Array,
  { index, count }: PdfPart = { index: 0, count: 1 },
): Promise<PdfContent> {
  // The reader takes ownership of its buffer, so it is given a copy. Nothing is drawn, so no fonts are needed.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, disableFontFace: true, stopAtErrors: true })
  try {
    const pdf = await loading.promise
    const mark = await pdf.getMarkInfo()
    const startOf = (part: number) => Math.round((pdf.numPages * part) / count)
    const numbers = Array.from({ length: pdf.numPages }, (_, page) => page + 1).slice(
      startOf(index),
      startOf(index + 1),
    )
    const pages: (readonly string[])[] = []
    for (let start = 0; start < numbers.length; start += PAGES_AT_ONCE) {
      const batch = numbers.slice(start, start + PAGES_AT_ONCE)
      pages.push(...(await Promise.all(batch.map((number) => textOf(pdf, number)))))
    }
    return { isTagged: mark?.Marked === true, pages }
  } finally {
    await loading.destroy()
  }
}

/** Several pages are read at once, so that one is unpacked while another is read. */
const PAGES_AT_ONCE = 8

async function textOf(pdf: PDFDocumentProxy, number: number): Promise<readonly string[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return items.map((item) => ('str' in item ? item.str : ''))
}
