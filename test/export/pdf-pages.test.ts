import { expect, test } from 'vitest'
import { loadReader, readPdf, together } from '../../src/export/pdf-pages.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

test('what several readers read of a PDF is together what one reads, page by page', async () => {
  const sections = Array.from({ length: 21 }, (_, page) => `<section>Page ${page + 1} of it</section>`).join('')
  const html = `<!doctype html><html lang="en"><title>T</title><style>section{break-after:page}</style>${sections}`
  const pdf = await browser().withPage((page) => page.show(html).then(() => page.pdf()))
  const reader = await loadReader()
  const whole = await readPdf(reader, pdf)
  expect(whole.pages.map((pieces) => pieces.join(''))).toContain('Page 21 of it')
  for (const of of [1, 2, 3]) {
    const shares = await Promise.all(Array.from({ length: of }, (_, index) => readPdf(reader, pdf, { index, of })))
    expect(together(shares)).toEqual(whole)
  }
})
