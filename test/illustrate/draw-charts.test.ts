import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { readObjects } from '../../src/export/pdf-objects.ts'
import { drawLines } from '../../src/illustrate/charts/lines.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Chart, Series } from '../../src/model/draft.ts'
import { sanitize } from '../../src/render/sanitize.ts'
import { renderSlides } from '../../src/render/slide.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const ARTICLE = `# The Year at the Lock

What passed through the lock, in numbers.

## Boats by year

| Year | Boats |
| --- | ---: |
| 2019 | 1,204 |
| 2020 | 611 |
| 2021 | 980 |
| 2022 | 1,530 |

## Cargo

| Cargo | Share |
| --- | --- |
| Grain | 46 % |
| Stone | 51 % |
| Beer | 3 % |

## Harbours

| Harbour | Boats per week |
| --- | --- |
| Nordhavn | 84 |
| Upper lock of the old river | 31 |
| Kotwica | 66 |

## On request

\`\`\`chart
type: line
Year,Winter,Summer
\`\`\`

## Impossible request

\`\`\`chart
Name,Value
Port,4321
Host,local
\`\`\`
`.replace(
  'type: line\nYear,Winter,Summer',
  'type: line\nunit: days\ndata: |\n  Lock,Winter,Summer\n  Upper,12,34\n  Lower,8,21',
)

const browser = oneBrowser()

async function build(formats: readonly ('html' | 'json' | 'pdf')[]) {
  const file = new VFile({ path: 'talk.md', value: ARTICLE })
  return { ...(await convert(file, { formats }, { browser: browser() })), file }
}

const VALUES = [
  '1,204',
  '611',
  '980',
  '1,530',
  '46 %',
  '51 %',
  '3 %',
  '84',
  '31',
  '66',
  '12',
  '34',
  'Winter 8',
  'Summer 21',
  'days',
  'Year',
  'Cargo · Share',
  'Harbour',
  'Lock',
]

function drawChart(chart: Partial<Chart>): string {
  const labels = ['2019', '2020', '2021', '2022']
  const fullChart: Chart = {
    kind: 'line',
    axis: 'Year',
    labels,
    positions: [0, 1, 2, 3],
    series: [],
    measure: '',
    ...chart,
  }
  return toHtml(drawLines(fullChart, { width: 1000, height: 400, language: 'en' }))
}

const seriesOf = (name: string, texts: readonly string[]): Series => ({
  name,
  texts,
  values: texts.map((text) => Number(text.replace(',', ''))),
})

test('an axis has a break if it does not begin at zero, and separates thousands as the article does', () => {
  const high = drawChart({ series: [seriesOf('', ['1,310', '1,402', '1,399', '1,512'])] })
  const plain = drawChart({ series: [seriesOf('', ['1310', '1402', '1399', '1512'])] })
  const fromZero = drawChart({ series: [seriesOf('', ['1,310', '402', '399', '1,512'])] })
  const zigzag = /<path d="M[^"]*V/g
  expect([high, plain, fromZero].map((html) => html.match(zigzag)?.length ?? 0)).toEqual([1, 1, 0])
  expect(high).toContain('>1,400</text>')
  expect(plain).toContain('>1400</text>')
  expect(fromZero).toContain('>0</text>')
})

test('two lines show all their values, none of them over another value or a line', () => {
  const series = [seriesOf('Upper', ['29', '36', '41', '42']), seriesOf('Lower', ['11', '15', '19', '28'])]
  const html = drawChart({ series })
  for (const value of ['29', '36', '41', '11', '15', '19', 'Upper 42', 'Lower 28']) expect(html).toContain(`>${value}<`)
  const close = drawChart({
    series: [seriesOf('Upper', ['29', '36', '41', '42']), seriesOf('Lower', ['28', '35', '42', '43'])],
  })
  const places = [...close.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>\d\d</g)].map(([, x, y]) => `${x} ${y}`)
  expect(new Set(places).size).toBe(places.length)
})

describe('tables of numbers', () => {
  test('are drawn with each value as the article writes it, with a table for screen readers', async () => {
    const { deck } = await build([])
    const charts = renderSlides(deck, layouts, loadTheme('stage')).filter(({ slide }) => slide.layout === 'chart')
    expect(charts).toHaveLength(4)
    const html = charts.map(({ element }) => toHtml(element)).join('')
    for (const value of VALUES) expect(html).toContain(`>${value}</text>`)
    expect(html).toContain('<th scope="row">2020</th><td>611</td>')
    expect(html).toContain('aria-label="Boats; 2019: 1,204; 2020: 611; 2021: 980; 2022: 1,530"')
    for (const { slide } of charts)
      if (slide.layout === 'chart' && slide.slots.drawing !== null)
        expect(sanitize([slide.slots.drawing]).map((each) => toHtml(each))).toEqual([toHtml(slide.slots.drawing)])
  })

  test('are in the JSON and the notes row by row, each once', async () => {
    const { files } = await build(['json'])
    const { slides, article } = JSON.parse(new TextDecoder().decode(files.get('talk.json')))
    const [first] = slides.filter(({ layout }: { layout: string }) => layout === 'chart')
    const rows = ['Year\tBoats', '2019\t1,204', '2020\t611', '2021\t980', '2022\t1,530']
    expect(first.lines.map(({ text }: { text: string }) => text)).toEqual(['Boats by year', ...rows])
    expect(first.note.text).toBe(rows.join(' '))
    expect(first.note.spans.map(([start, end]: [number, number]) => article.text.slice(start, end))).toEqual(rows)
    const spans = slides.flatMap(({ note }: { note: { spans: [number, number][] } }) => note.spans)
    expect(new Set(spans.map(String)).size).toBe(spans.length)
    expect(slides.map(({ note }: { note: { text: string } }) => note.text)).toContainEqual(
      'Lock\tWinter (days)\tSummer (days) Upper\t12\t34 Lower\t8\t21',
    )
  })

  test('give the same bytes each time, and are figures with their values in a PDF', async () => {
    const [one, other] = [await build(['html', 'pdf']), await build(['html', 'pdf'])]
    expect(one.file.messages.map(({ ruleId }) => ruleId)).toEqual(['chart'])
    for (const [name, bytes] of one.files)
      expect(Buffer.compare(bytes, other.files.get(name) ?? Buffer.alloc(0))).toBe(0)
    const tags = [...readObjects(one.files.get('talk.pdf') ?? Buffer.alloc(0)).values()].join('\n')
    expect(tags).toContain('/Alt (Boats; 2019: 1,204; 2020: 611; 2021: 980; 2022: 1,530)')
  })

  test('are drawn even without a browser, and a chart that cannot be drawn is reported at its first row', async () => {
    const file = new VFile({ path: 'talk.md', value: ARTICLE })
    const { deck } = await convert(file, { formats: [] }, { browser: null })
    const drawings = deck.slides.flatMap(({ slots }) => ('drawing' in slots ? [slots.drawing] : []))
    expect(drawings.map((drawing) => drawing !== null)).toEqual([true, true, true, true])
    const messages = file.messages.filter(({ ruleId }) => ruleId === 'chart')
    expect(messages.map(({ line }) => ARTICLE.split('\n')[(line ?? 0) - 1])).toEqual(['Port,4321'])
    expect(messages[0]?.reason).toBe(
      'This chart is shown as a table, because "local" is not a plain number. Write a number, or leave out that row.',
    )
    expect(deck.slides.map(({ layout }) => layout)).toContain('table')
  })
})

test('charts with many values or wide values stay on their slides in a theme with bold type', async () => {
  const months = 'January February March April May June July August September October November December'.split(' ')
  const rain = months.map((month, index) => `| ${month} | ${88 - index} |`).join('\n')
  const value = `# Rain\n\n## By month\n\n| Month | Rainfall (mm) |\n| --- | --- |\n${rain}\n\n## Women and men\n\n| Year | Women | Men |\n| --- | --- | --- |\n| 1990 | 31% | 68% |\n| 2000 | 39% | 71% |\n| 2010 | 47% | 72% |\n| 2020 | 55% | 74% |\n\n## Before and after\n\n| Page | Before (ms) | After (ms) |\n| --- | --- | --- |\n| Home | 910 | 420 |\n| Search | 1300 | 510 |\n| Payment | 740 | 390 |\n`
  const file = new VFile({ path: 'rain.md', value })
  const { deck } = await convert(file, { formats: [], theme: 'signal' }, { browser: browser() })
  expect(deck.slides.filter(({ layout }) => layout === 'chart')).toHaveLength(3)
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual([])
})
