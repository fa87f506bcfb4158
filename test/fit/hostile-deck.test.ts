import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { CANVASES } from '../../src/model/settings.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { png } from '../illustrate/images.ts'
import { coverageOf, inventedLines } from '../support/promises.ts'
import { outsideSlides } from './outside-slides.ts'
import { several } from './several.ts'

const severalLines = (count: number, make: (number: number) => string) => several(count, make).join('\n')

const WORD = 'Wasserstandsfernmeldeeinrichtung'.repeat(13).slice(0, 400)
const TALL = `data:image/png;base64,${png(240, 3000).toString('base64')}`
const HEADING = Array.from({ length: 60 }, (_, index) => `gauge${index + 1}`).join(' ')
const COLUMNS = Array.from({ length: 12 }, (_, index) => `Station ${index + 1}`)

/** Everything that has ever been too much for a slide. */
const NASTY = `# Too much

## Thirty points

${severalLines(30, (number) => `- The point with the number ${number} says something of its own`)}

## Sixty lines

\`\`\`js
${severalLines(60, (number) => (number % 9 === 0 ? '' : `  const reading${number} = level(${number})`))}
\`\`\`

## A hundred rows

| Gauge | Rise | What was seen |
| - | -: | - |
${severalLines(100, (number) => `| Gauge ${number} | ${number * 3} cm | The water rose and fell as it does on any day |`)}

## Twelve columns

| ${COLUMNS.join(' | ')} |
|${' - |'.repeat(12)}
${severalLines(8, (number) => `| ${COLUMNS.map((_, column) => `value ${number}.${column + 1}`).join(' | ')} |`)}

## A long word

The harbour office calls the gauge ${WORD} in its letters.

- ${WORD}
- The quay calls it the clock

| What | Name |
| - | - |
| gauge | ${WORD} |

## A tall picture

![The gauge from foot to head](${TALL})

## ${HEADING}

The gauge stood there for a hundred years. It was read twice a day.

- It was conversion of oak
- It was read by hand

## Lists in lists

- Spring
  - neap tide
    - the lowest
  - spring tide
- Winter
  - storm surge
    - the highest
      - of the century
  - ice
`

const browser = oneBrowser()

async function build(shape: string): Promise<{ conversion: Conversion; file: VFile }> {
  const file = new VFile({ path: 'nasty.md', value: NASTY })
  const canvas = CANVASES[shape] ?? null
  return { conversion: await convert(file, { formats: ['html', 'pdf'], canvas }, { browser: browser() }), file }
}

/** Removes breaks and spaces, which are up to the printer. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent()
      return letters(items.map((item) => ('str' in item ? item.str : '')).join(''))
    }),
  )
}

describe.each(Object.keys(CANVASES))('a deck of the worst content at %s', (shape) => {
  test('is complete: nothing is outside its slide, every word is in the PDF, nothing is invented or lost', async () => {
    const { conversion, file } = await build(shape)
    const html = new TextDecoder().decode(conversion.files.get('nasty.html'))
    const overflows = file.messages.filter(({ ruleId }) => ruleId === 'overflow')
    expect(overflows.map(String)).toEqual([])
    expect(await outsideSlides(browser(), html, CANVASES[shape])).toEqual([])

    const pages = await pagesOf(conversion.files.get('nasty.pdf') ?? Uint8Array.of())
    expect(pages.length).toBe(conversion.deck.slides.length)
    for (const [index, slide] of conversion.deck.slides.entries()) {
      for (const { text } of linesOf(layouts, slide).flatMap(cellsOf))
        expect(pages[index], `"${text}" of #${slide.id}`).toContain(letters(text))
    }
    const shown = conversion.deck.slides.flatMap((slide) => linesOf(layouts, slide).map(({ text }) => text)).join('\n')
    for (const text of ['number 30 says', 'reading59', 'Gauge 100', 'value 8.12', WORD]) expect(shown).toContain(text)
    expect(inventedLines(conversion.deck, conversion.article, layouts)).toEqual([])
    expect(coverageOf(conversion.deck, conversion.article, layouts)).toEqual({ lost: '', isOrdered: true })
  })
})

/** Returns the texts of a line: one for each cell of a row. */
function cellsOf({ kind, text }: { readonly kind: string; readonly text: string }): { readonly text: string }[] {
  return kind === 'row' ? text.split('\t').map((cell) => ({ text: cell })) : [{ text }]
}
