import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const rows = Array.from(
  { length: 40 },
  (_, index) => `| Gauge ${index + 1} | ${index * 3} cm | The water rose and fell as it does on any day |`,
)
const listing = Array.from({ length: 60 }, (_, index) =>
  index % 9 === 8 ? '' : `  const reading${index} = level(${index})`,
)

/** An article with slides that are all too full. */
const NASTY = `# Too much

## A list

${Array.from({ length: 30 }, (_, index) => `- Station ${index + 1} has a gauge of its own, which two people read every day at noon`).join('\n')}

## A table

| Gauge | Rise | What was seen |
| - | -: | - |
${rows.join('\n')}

## A listing

\`\`\`js
${listing.join('\n')}
\`\`\`
`

const browser = oneBrowser()
const file = new VFile({ path: 'nasty.md', value: NASTY })
let made: Conversion

beforeAll(async () => {
  made = await convert(file, { formats: ['html'] }, { browser: browser() })
})

interface Outside {
  readonly id: string
  readonly text: string
}

/** Measures the saved page: lists the text of every slide that is outside its slide. */
function outside(html: string): Promise<Outside[]> {
  return browser().withPage(async (page) => {
    await page.show(html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<noscript>([\s\S]*?)<\/noscript>/g, '$1'))
    return page.evaluate(() => {
      const found: { id: string; text: string }[] = []
      for (const section of document.querySelectorAll('.slides > section')) {
        const slide = section.querySelector('.slide')
        const frame = slide?.getBoundingClientRect()
        if (slide === null || frame === undefined) continue
        const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const range = document.createRange()
          range.selectNodeContents(node)
          const spills = [...range.getClientRects()].some(
            (box) =>
              box.width > 0 &&
              (box.bottom > frame.bottom + 1 ||
                box.right > frame.right + 1 ||
                box.left < frame.left - 1 ||
                box.top < frame.top - 1),
          )
          if (spills && node.textContent?.trim() !== '') found.push({ id: section.id, text: node.textContent ?? '' })
        }
      }
      return found
    })
  })
}

describe('slides that hold too much', () => {
  test('are divided until nothing is outside its slide', async () => {
    const html = new TextDecoder().decode(made.files.get('nasty.html'))
    expect(await outside(html)).toEqual([])
    expect(file.messages.map(String)).toEqual([])
  })

  test('lose no line, keep the order, and repeat only titles and table headers', async () => {
    const unmeasured = await convert(new VFile({ path: 'nasty.md', value: NASTY }), { formats: [] }, { browser: null })
    const stations = unmeasured.deck.slides.flatMap((slide) =>
      linesOf(layouts, slide).flatMap(({ text }) => (text.startsWith('Station ') ? [text] : [])),
    )
    expect(stations.length).toBeGreaterThan(20)
    const lines = made.deck.slides.flatMap((slide) =>
      linesOf(layouts, slide).filter(({ kind }) => ['item', 'code', 'row'].includes(kind)),
    )
    const texts = lines.map(({ text }) => text)
    expect(texts.filter((text) => text.startsWith('Station '))).toEqual(stations)
    expect(texts.filter((text) => text.startsWith('Gauge '))).toHaveLength(40)
    expect(texts.filter((text) => text.includes('level('))).toHaveLength(listing.filter(Boolean).length)
    expect(texts.filter((text) => text === 'Gauge\tRise\tWhat was seen').length).toBe(
      made.deck.slides.filter(({ layout }) => layout === 'table').length,
    )
    const starts = lines
      .filter(({ text }) => !text.startsWith('Gauge\t'))
      .flatMap(({ spans }) => spans.map(([start]) => start))
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  })

  test('have unique ids', () => {
    const ids = made.deck.slides.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('what cannot be divided is reported with its place, and nothing is cut', async () => {
  const word = 'W'.repeat(400)
  const wide = new VFile({
    path: 'wide.md',
    value: `# Wide\n\n## Part\n\n| a | b |\n| - | - |\n| ${Array.from({ length: 30 }, () => word.slice(0, 200)).join(' ')} | ${word} |\n`,
  })
  const { deck } = await convert(wide, { formats: [] }, { browser: browser() })
  expect(wide.messages.map(({ ruleId, line }) => ({ ruleId, line }))).toContainEqual({
    ruleId: 'overflow',
    line: expect.any(Number),
  })
  expect(deck.slides.flatMap((slide) => linesOf(layouts, slide).map(({ text }) => text)).join(' ')).toContain(word)
})
