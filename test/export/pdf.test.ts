import { readFileSync } from 'node:fs'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../../src/convert.ts'
import { readObjects } from '../../src/export/pdf-objects.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const EXAMPLE = 'slides/nato-rutte/nato-rutte.txt'

/** Uses a new browser each time. */
const build = () =>
  convert(new VFile({ path: EXAMPLE, value: readFileSync(EXAMPLE) }), { formats: ['html', 'pdf', 'handout', 'json'] })

const browser = oneBrowser()

let made: Conversion
let slides: PDFDocumentProxy
let handout: PDFDocumentProxy

beforeAll(async () => {
  made = await build()
  slides = await opened('nato-rutte.pdf')
  handout = await opened('nato-rutte-handout.pdf')
})

function opened(name: string): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(made.files.get(name) ?? []), verbosity: 0 }).promise
}

async function textOf(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent()
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')
}

/** Ligatures, hyphenation at the end of a line and spacing are up to the printer. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

describe('the PDF of the slides', () => {
  test('has one page of slide size for each slide', async () => {
    expect(slides.numPages).toBe(made.deck.slides.length)
    const page = await slides.getPage(1)
    expect(page.getViewport({ scale: 1 })).toMatchObject({ width: 960, height: 540 })
  })

  test('has on each page the words of its slide, in that order', async () => {
    for (const [index, slide] of made.deck.slides.entries()) {
      const text = letters(await textOf(slides, index + 1))
      let at = 0
      for (const line of linesOf(layouts, slide)) {
        const found = text.indexOf(letters(line.text), at)
        expect(found, `"${line.text}" on page ${index + 1} in "${text}"`).toBeGreaterThanOrEqual(0)
        at = found + letters(line.text).length
      }
    }
  })

  test('is tagged on every page, and knows its title and language', async () => {
    const { info } = await slides.getMetadata()
    expect(info).toMatchObject({ Title: made.deck.title, Language: 'en' })
    expect(await slides.getMarkInfo()).toMatchObject({ Marked: true })
    for (let number = 1; number <= slides.numPages; number++) {
      const tree = await (await slides.getPage(number)).getStructTree()
      expect(JSON.stringify(tree)).toMatch(/"role":"H[1-6]"|"role":"P"|"role":"L"/)
    }
  })

  test('has an outline with every part and its slides under it', async () => {
    const outline = (await slides.getOutline()) ?? []
    const flat = (nodes: typeof outline): string[] => nodes.flatMap(({ title, items }) => [title, ...flat(items)])
    const titles = flat(outline).map(letters)
    for (const slide of made.deck.slides.filter(({ layout }) => layout === 'part'))
      expect(titles).toContain(letters(slide.slots.title?.text ?? ''))
    expect(titles.length).toBeGreaterThan(made.deck.slides.length / 2)
  })
})

/** The page on which a sentence is or begins; -1 if it is on none, nor across two consecutive pages. */
function pageOf(pages: readonly string[], sentence: string): number {
  const whole = pages.findIndex((page) => page.includes(sentence))
  const cuts = Array.from(sentence, (_, index) => index)
  const isDivided = (page: string, next = '') =>
    cuts.some((cut) => page.includes(sentence.slice(0, cut)) && next.includes(sentence.slice(cut)))
  return whole >= 0 ? whole : pages.findIndex((page, index) => isDivided(page, pages[index + 1]))
}

describe('the handout', () => {
  test('has every sentence of the notes, in order, none cut off', async () => {
    const pages = await Promise.all(Array.from({ length: handout.numPages }, (_, index) => textOf(handout, index + 1)))
    const sentences = made.deck.slides.flatMap(({ note }) => note.sentences.map(({ text }) => letters(text)))
    const paper = pages.map(letters)
    let at = 0
    for (const sentence of sentences) {
      const found = pageOf(paper.slice(at), sentence)
      expect(found, sentence).toBeGreaterThanOrEqual(0)
      at += found
    }
  })

  test('is on numbered A4 pages', async () => {
    const { width, height } = (await handout.getPage(1)).getViewport({ scale: 1 })
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    expect(letters(await textOf(handout, 2))).toContain(`2/${handout.numPages}`)
    expect(letters(await textOf(handout, 1))).not.toContain(`1/${handout.numPages}`)
  })
})

test('a second run gives the same bytes in every file', async () => {
  const again = await build()
  expect([...again.files.keys()]).toEqual([...made.files.keys()])
  for (const [name, bytes] of again.files)
    expect(Buffer.compare(bytes, made.files.get(name) ?? Buffer.of()), name).toBe(0)
})

describe('a talk whose points appear one by one', () => {
  const ARTICLE =
    '---\nstepped: true\n---\n# A lock\n\n- It lifts boats.\n- It holds water back.\n- It opens twice a day.\n'
  const printed = async (steps: boolean) => {
    const file = new VFile({ path: 'lock.md', value: ARTICLE })
    const { deck, files } = await convert(file, { formats: ['html', 'pdf'], steps }, { browser: browser() })
    const data = Uint8Array.from(files.get('lock.pdf') ?? [])
    const pdf = await getDocument({ data, verbosity: 0 }).promise
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => textOf(pdf, index + 1)))
    return {
      deck,
      pages: pages.map(letters),
      html: new TextDecoder().decode(files.get('lock.html')),
      outline: await pdf.getOutline(),
    }
  }

  test('has a page for every step if asked for', async () => {
    const [whole, stepped] = [await printed(false), await printed(true)]
    expect(whole.pages).toHaveLength(whole.deck.slides.length)
    expect(stepped.pages).toHaveLength(whole.deck.slides.length + 3)
    const shown = stepped.pages.map((page) => ['lifts', 'holds', 'opens'].filter((word) => page.includes(word)).length)
    expect(shown.filter((count, index) => count > 0 || shown[index + 1] === 1)).toEqual([0, 1, 2, 3])
    expect(JSON.stringify(stepped.outline.map(({ title }) => title))).toBe(
      JSON.stringify(whole.outline.map(({ title }) => title)),
    )
  })

  test('steps on the screen too', async () => {
    const { html } = await printed(false)
    expect(html.match(/class="[^"]*\bfragment"/g)).toHaveLength(3)
  })
})

test('every figure of a PDF has alternative text, in the slides and in the handout', async () => {
  const file = new VFile({ path: 'slides/showcase/showcase.md', value: PICTURES })
  const { files } = await convert(file, { formats: ['pdf', 'handout'] }, { browser: browser() })
  for (const name of ['showcase.pdf', 'showcase-handout.pdf']) {
    const objects = [...readObjects(files.get(name) ?? new Uint8Array()).values()]
    const figures = objects.filter((object) => /\/S\s*\/Figure\b/.test(object))
    for (const words of ['The old hall', 'The quay', 'Well; Ferry', 'Boats; North: 30 t; South: 48 t; West: 9 t'])
      expect([name, words, figures.filter((figure) => figure.includes(`(${words})`)).length]).toEqual([name, words, 1])
    expect(figures.filter((figure) => !figure.includes('/Alt'))).toEqual([])
  }
})

const PICTURES = `# Halls at the water

## A plate

![The old hall](hall-old.webp)

The old hall stands at the water, where it was built.

## A drawing

\`\`\`mermaid
flowchart LR
  Well --> Ferry
\`\`\`

## A picture and points

![The quay](quay.webp)

- The first ferry leaves at six.
- The last one comes back at nine.

## A chart

| Harbour | Boats |
| --- | ---: |
| North | 30 t |
| South | 48 t |
| West | 9 t |

## A table

| Port | Depth |
| --- | ---: |
| North | 3 |
| South | 4 |
`
