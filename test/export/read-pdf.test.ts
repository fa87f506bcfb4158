import { expect, test } from 'vitest'
import { readPdf } from '../../src/export/read-pdf.ts'
import { loadPdfReader } from '../../src/util/pdf-reader.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

test('a PDF is read page by page, in order, as a whole or in shares', async () => {
  const sections = Array.from({ length: 21 }, (_, page) => `<section>Page ${page + 1} of it</section>`)
  const html = `<!doctype html><html lang="en"><title>T</title><style>section{break-after:page}</style>${sections.join('')}`
  const pdf = await browser().withPage((page) => page.show(html).then(() => page.pdf()))
  const reader = await loadPdfReader()
  const { pages } = await readPdf(reader, pdf)
  expect(pages.map((pieces) => pieces.join('')).slice(0, sections.length)).toEqual(
    sections.map((_, page) => `Page ${page + 1} of it`),
  )
  const parts = await Promise.all([0, 1, 2].map((index) => readPdf(reader, pdf, { index, count: 3 })))
  expect(parts.flatMap((part) => part.pages)).toEqual(pages)
})
