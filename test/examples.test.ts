import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../src/convert.ts'
import { layouts } from '../src/layout/layout-table.ts'
import { linesOf } from '../src/model/layout.ts'
import { oneBrowser } from './browser/one-browser.ts'
import { EXAMPLES } from './support/examples.ts'
import { coverageOf, inventedLines } from './support/promises.ts'

async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return pages
}

const letters = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

const browser = oneBrowser()

describe.each(EXAMPLES)('%s', (path) => {
  const file = new VFile({ path, value: readFileSync(path) })
  const state: { made?: Conversion } = {}
  beforeAll(async () => {
    state.made = await convert(file, { formats: ['html', 'pdf', 'handout', 'json'] }, { browser: browser() })
  })
  const made = () => {
    if (state.made === undefined) throw new Error('No deck was made.')
    return state.made
  }

  test('is built without a warning, and nothing spills', () => {
    expect(made().deck.slides.length).toBeGreaterThan(1)
    expect(file.messages.map(String)).toEqual([])
  })

  test('invents nothing, loses nothing and keeps the order', async () => {
    const { deck, article } = made()
    expect(inventedLines(deck, article, layouts)).toEqual([])
    expect(coverageOf(deck, article, layouts)).toEqual({ lost: '', isOrdered: true })
  })

  test('shows at most ninety words on a slide of prose, and no title on two slides of a part but that of its opening slide', async () => {
    const { deck } = made()
    const titles = new Set<string>()
    for (const slide of deck.slides) {
      const lines = linesOf(layouts, slide)
      const words = lines.flatMap(({ text }) => text.split(/\s+/)).length
      if (!['table', 'chart', 'code', 'image', 'timeline'].includes(slide.layout))
        expect(words, lines[0]?.text).toBeLessThanOrEqual(90)
      const isOpening = ['title', 'part'].includes(slide.layout)
      const title = !isOpening && slide.slots.title && `${slide.part} ${slide.slots.title.text}`
      if (title) expect(titles.has(title), title).toBe(false)
      if (title) titles.add(title)
    }
  })

  test('says on paper what it says on the slides', async () => {
    const { deck, files } = made()
    const pdf = [...files].find(([name]) => name.endsWith('.pdf') && !name.includes('handout'))?.[1]
    const pages = await pagesOf(pdf ?? new Uint8Array())
    expect(pages).toHaveLength(deck.slides.length)
    for (const [index, slide] of deck.slides.entries()) {
      for (const { text, kind } of linesOf(layouts, slide)) {
        // Drawings contain their words in another order.
        const isDrawn =
          kind === 'math' ||
          (kind === 'row' && slide.layout === 'chart') ||
          (kind === 'code' && slide.layout === 'image')
        if (!isDrawn) expect(letters(pages[index] ?? ''), `page ${index + 1}`).toContain(letters(text))
      }
    }
  })
})
