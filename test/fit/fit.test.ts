import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { outsideSlides } from './outside-slides.ts'
import { several } from './several.ts'

const rows = several(
  40,
  (number) => `| Gauge ${number} | ${number * 3} cm | The water rose and fell as it does on any day |`,
)
const listing = several(60, (number) => (number % 9 === 0 ? '' : `  const reading${number} = level(${number})`))

/** An article whose slides are all too full. */
const NASTY = `# Too much

## A list

${several(30, (number) => `- Station ${number} has a gauge of its own, which two people read every day at noon`).join('\n')}

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
let conversion: Conversion

beforeAll(async () => {
  conversion = await convert(file, { formats: ['html'] }, { browser: browser() })
})

describe('slides that hold too much', () => {
  test('are divided until nothing is outside its slide', async () => {
    const html = new TextDecoder().decode(conversion.files.get('nasty.html'))
    expect(await outsideSlides(browser(), html)).toEqual([])
    expect(file.messages.map(String)).toEqual([])
  })

  test('lose no line, keep the order, and repeat only titles and table headers', async () => {
    const unmeasured = await convert(new VFile({ path: 'nasty.md', value: NASTY }), { formats: [] }, { browser: null })
    const stations = unmeasured.deck.slides.flatMap((slide) =>
      linesOf(layouts, slide).flatMap(({ text }) => (text.startsWith('Station ') ? [text] : [])),
    )
    expect(stations.length).toBeGreaterThan(20)
    const lines = conversion.deck.slides.flatMap((slide) =>
      linesOf(layouts, slide).filter(({ kind }) => ['item', 'code', 'row'].includes(kind)),
    )
    const texts = lines.map(({ text }) => text)
    expect(texts.filter((text) => text.startsWith('Station '))).toEqual(stations)
    expect(texts.filter((text) => text.startsWith('Gauge '))).toHaveLength(40)
    expect(texts.filter((text) => text.includes('level('))).toHaveLength(listing.filter(Boolean).length)
    expect(texts.filter((text) => text === 'Gauge\tRise\tWhat was seen').length).toBe(
      conversion.deck.slides.filter(({ layout }) => layout === 'table').length,
    )
    const starts = lines
      .filter(({ text }) => !text.startsWith('Gauge\t'))
      .flatMap(({ spans }) => spans.map(([start]) => start))
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  })

  test('have unique ids', () => {
    const ids = conversion.deck.slides.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('content that cannot be divided is reported at its place, and nothing is cut', async () => {
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

test('the footnote of a slide that is divided stays with the text that refers to it', async () => {
  const value = `# Gauges\n\n## A listing\n\nThis is the code of the gauges:[^1]\n\n\`\`\`js\n${listing.join('\n')}\n\`\`\`\n\n[^1]: It was written in 2019.\n`
  const { deck } = await convert(new VFile({ path: 'talk.md', value }), { formats: ['html'] }, { browser: browser() })
  expect(deck.slides.filter(({ layout }) => layout === 'code').length).toBeGreaterThan(1)
  const notes = deck.slides.map(({ note }) => note.sentences.map(({ text }) => text).join(' '))
  expect(notes.filter((note) => note.includes('2019'))).toEqual([
    'This is the code of the gauges: It was written in 2019.',
  ])
})
