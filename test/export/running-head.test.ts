import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck } from '../../src/model/deck.ts'
import { joinHtml } from '../../src/model/html.ts'
import { renderHandout } from '../../src/render/handout.ts'
import { MARGINS } from '../../src/render/handout-layouts.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { sample } from '../render/sample.ts'
import { event } from '../render/sample-event.ts'

const browser = oneBrowser()

const POINTS_PER_MM = 72 / 25.4

const LONG_TITLES = {
  English:
    'Scaling a Streaming Service to Hundreds of Thousands of Viewers at Once, and What It Taught Those Who Run It',
  'English in capitals': 'WHY THE HARBOURS OF THREE COASTS MEASURE WATER WITH THE WEIGHT OF A DROWNED MOON',
  Russian: 'Почему шумозащитные экраны в больших городах не помогают жителям и что им поможет лучше всего',
  Chinese: '潮汐如何计时以及三个海岸的港口如何学会与更高的水位共存三十年并且写下了什么样的记录',
  'one word': 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterbüroöffnungszeiten',
}

/** Returns the title in the running head of page 2, and the number of its lines. */
async function headOf(deck: Deck, theme: string): Promise<{ readonly text: string; readonly lineCount: number }> {
  const plan = { deck, layouts, theme: loadTheme(theme), layout: '3', paper: 'a4' } as const
  const html = joinHtml(
    renderHandout(
      plan,
      deck.slides.map(() => ({ heading: 40, beside: [], rest: [] })),
    ).html,
  )
  const pdf = await browser().withPage(async (page) => {
    await page.show(html)
    return page.pdf()
  })
  const page = await (await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise).getPage(2)
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const pieces = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x = 0, y = 0] = item.transform.map(Number)
    const isInHead = y > height - MARGINS.top * POINTS_PER_MM && (deck.event === null || x < width * 0.6)
    return isInHead ? [{ text: item.str, y: Math.round(y / 5) }] : []
  })
  return { text: pieces.map(({ text }) => text).join(''), lineCount: new Set(pieces.map(({ y }) => y)).size }
}

const titles = Object.entries(LONG_TITLES).map(([name, title]) => ({ name, title }))

test.each(titles)(
  'a long title has one line in the running head, with and without an event: $name',
  async ({ title }) => {
    for (const theme of ['lectern', 'paper'])
      for (const shownEvent of [null, event]) {
        const slides = sample.slides.slice(0, 3).map((slide) => ({ ...slide, note: { ...slide.note, sentences: [] } }))
        const { text, lineCount } = await headOf({ ...sample, title, slides, event: shownEvent }, theme)
        expect(lineCount).toBe(1)
        const shown = lettersOf(text).replace(/…$/, '')
        expect(shown.length).toBeGreaterThan(20)
        expect(lettersOf(title).slice(0, shown.length)).toBe(shown)
      }
  },
)

function lettersOf(text: string): string {
  return text.normalize('NFKC').replaceAll('...', '…').replace(/\s/g, '')
}
