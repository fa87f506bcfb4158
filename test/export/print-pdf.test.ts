import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { print } from '../../src/export/print-pdf.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const TITLE = 'Größe (und /CreationDate (D:20010101000000Z)'

const AUTHOR = 'Zoë (Lock) Żak'

const PAGES = `<!doctype html><html lang="de"><title>${TITLE}</title>
<style>@page { size: 1280px 720px; margin: 0 } section { break-after: page } @media print { .paper { font-family: serif } }</style>
<section><h1>Der Anfang</h1><p class="paper"><em>Wort</em> für <strong>Wort</strong>, <a href="#two">weiter</a>, <a href="else.html">anderswo</a></p></section>
<section id="two"><h2>Die Mitte</h2><ul><li>eins</li><li>zwei</li></ul></section>
<section><h2>Das Ende</h2><table><tr><th>a</th></tr><tr><td>1</td></tr></table></section>`

describe('print', () => {
  const browser = oneBrowser()
  let bytes: Uint8Array
  let pdf: PDFDocumentProxy

  beforeAll(async () => {
    bytes = await browser().withPage((page) => print(page, PAGES, { author: AUTHOR }))
    pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, stopAtErrors: true }).promise
  })

  test('takes the size of the sheet from the document', async () => {
    expect(pdf.numPages).toBe(3)
    expect((await pdf.getPage(1)).view).toEqual([0, 0, 960, 540])
  })

  test('has a title, a language, headings as its outline, and tags', async () => {
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: TITLE, Language: 'de' })
    const outline = await pdf.getOutline()
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ['Der Anfang', ['Die Mitte', 'Das Ende']],
    ])
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect(JSON.stringify(await (await pdf.getPage(2)).getStructTree())).toMatch(/"role":"L".*"role":"LI"/)
  })

  test('uses only tags that readers of PDF 1 know', async () => {
    const roles = JSON.stringify(await (await pdf.getPage(1)).getStructTree())
    expect(roles).toContain('"role":"Span"')
    expect(roles).not.toMatch(/"role":"(?:Em|Strong)"/)
  })

  test('keeps links within the document, and makes none for relative addresses', async () => {
    const links = await (await pdf.getPage(1)).getAnnotations()
    expect(links.map(({ dest, url }) => [dest, url])).toEqual([['two', undefined]])
  })

  test('names its author and Lectern, and not the browser', async () => {
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Author: AUTHOR, Creator: 'Lectern' })
    expect(JSON.stringify(info)).not.toContain('Chrome')
  })

  test('has no dates', async () => {
    const { info } = await pdf.getMetadata()
    expect(Object.keys(info)).not.toContain('CreationDate')
    expect(Object.keys(info)).not.toContain('ModDate')
  })

  test('gives the same bytes twice', async () => {
    // The dates of a PDF have seconds.
    await new Promise((passed) => setTimeout(passed, 1_100))
    const again = await browser().withPage((page) => print(page, PAGES, { author: AUTHOR }))
    expect(Buffer.compare(again, bytes)).toBe(0)
  })
})
