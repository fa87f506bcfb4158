import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { readObjects } from '../../src/export/pdf-objects.ts'
import { plainSource, withOtherDirection } from '../../src/illustrate/diagrams/mermaid-source.ts'
import type { Diagram } from '../../src/model/draft.ts'
import { sanitize } from '../../src/render/sanitize.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

/** Writes an article with these diagrams, each under its own heading. */
function articleOf(...sources: readonly string[]): string {
  const sections = sources.map(
    (source, index) => `## Part ${index + 1}\n\nThe keeper drew this in a book.\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`,
  )
  return `# How a lock works\n\n${sections.join('\n')}`
}

async function build(article: string, formats: readonly ('html' | 'json' | 'pdf')[] = []) {
  const file = new VFile({ path: 'talk.md', value: article })
  const { deck, files } = await convert(file, { formats }, { browser: browser() })
  const pictures = deck.slides.flatMap(({ slots }) => ('picture' in slots ? [slots.picture] : []))
  const diagrams = pictures.filter((picture): picture is Diagram => 'drawing' in picture)
  const messages = file.messages.filter(({ ruleId }) => ruleId === 'diagram')
  return { deck, diagrams, files, messages }
}

const FLOW = 'flowchart LR\n  A[Boat arrives] --> B{Gate open?}\n  B -->|yes| C[Enter]\n  B -->|no| D[Wait]'

const KINDS = [
  ['a flowchart', FLOW, ['Boat arrives', 'Gate open?', 'yes', 'Enter', 'no', 'Wait']],
  ['a sequence', 'sequenceDiagram\n  Skipper->>Keeper: May I enter?', ['Skipper', 'Keeper', 'May I enter?']],
  [
    'classes',
    'classDiagram\n  class Boat {\n    +String name\n  }\n  Boat <|-- Barge',
    ['Boat', '+String name', 'Barge'],
  ],
  ['states', 'stateDiagram-v2\n  [*] --> Closed\n  Closed --> Open : key', ['Closed', 'Open', 'key']],
  [
    'a plan',
    'gantt\n  title Repair\n  dateFormat YYYY-MM-DD\n  section Gate\n  Drain :2026-03-02, 5d\n  Mend :2026-03-07, 9d',
    ['Repair', 'Gate', 'Drain', 'Mend'],
  ],
] as const

describe('Mermaid diagrams', () => {
  const state: { kinds?: Awaited<ReturnType<typeof build>> } = {}
  beforeAll(async () => {
    state.kinds = await build(articleOf(...KINDS.map(([, source]) => source)), ['html', 'json', 'pdf'])
  })
  const kinds = () => {
    if (state.kinds === undefined) throw new Error('No deck was built.')
    return state.kinds
  }

  test('are pictures with their words for screen readers', () => {
    const { diagrams, deck, messages } = kinds()
    expect(messages).toEqual([])
    expect(diagrams.map(({ label }) => label.split('; '))).toEqual(
      KINDS.map(([, , words]) => expect.arrayContaining([...words])),
    )
    expect(deck.slides.filter(({ layout }) => layout === 'code')).toEqual([])
  })

  test('are not changed by sanitizing, use only the slide’s colours, and refer to nothing', () => {
    for (const { drawing } of kinds().diagrams) {
      const html = toHtml(drawing)
      expect(sanitize([drawing]).map((element) => toHtml(element))).toEqual([html])
      expect(html).not.toMatch(/ id=|href|url\(|<style|foreignObject|data:|#[\da-f]{6}/)
      expect(html).toMatch(/fill="var\(--tint\)"/)
    }
  })

  test('are lines of their source in the JSON', () => {
    const { slides } = JSON.parse(new TextDecoder().decode(kinds().files.get('talk.json')))
    const slide = slides.find(({ layout }: { layout: string }) => layout === 'image')
    expect(slide.lines.map(({ text }: { text: string }) => text)).toEqual(expect.arrayContaining(FLOW.split('\n')))
  })

  test('are tagged with their words in a PDF, and give the same bytes each time', async () => {
    const tags = [...readObjects(kinds().files.get('talk.pdf') ?? Buffer.alloc(0)).values()]
    expect(tags.join('\n')).toMatch(/\/S \/Figure\s+\/Alt \(Boat arrives; Gate open\?/)
    const again = await build(articleOf(...KINDS.map(([, source]) => source)), ['html', 'pdf'])
    for (const [name, bytes] of again.files)
      expect(Buffer.compare(bytes, kinds().files.get(name) ?? Buffer.alloc(0))).toBe(0)
  })

  test('cannot be configured by the article', async () => {
    const configured = `---\nconfig:\n  theme: forest\n---\n%%{init: {"theme": "dark", "flowchart": {"curve": "step"}}}%%\n${FLOW}`
    const { diagrams } = await build(articleOf(configured, FLOW))
    const [one, other] = diagrams.map(({ drawing }) => toHtml(drawing))
    expect(one).toContain('Boat arrives')
    expect(other).toBe(one)
  })

  test('keep the colours that the author gives a node, with readable words on them', async () => {
    const { diagrams } = await build(articleOf(`${FLOW}\n  style A fill:#ffdd00\n  style D fill:#222222`))
    const html = diagrams.map(({ drawing }) => toHtml(drawing)).join()
    expect(html).toMatch(/fill="#ffdd00"/)
    expect(html).toMatch(/fill="#111111"[^>]*>Boat arrives/)
    expect(html).toMatch(/fill="#ffffff"[^>]*>Wait/)
  })
})

test('a wide flowchart is drawn with narrower nodes, so that its words are larger', async () => {
  const names = ['Boat arrives at the pier', 'Enter the upper lock', 'Fill the chamber slowly', 'Open the inner gate']
  const nodes = [...names, ...names].map((name, index) => `n${index}[${name}]`)
  const { diagrams } = await build(articleOf(`flowchart LR\n  ${nodes.join(' --> ')}`, 'flowchart LR\n  A --> B'))
  const words = diagrams.map(({ drawing }) => toHtml(drawing))
  expect(words[0]).toContain('>Boat arrives<')
  expect(diagrams[0]?.width).toBeLessThan(1500)
  expect(words[1]).toContain('>A<')
})

test('the boxes of a row are square and have large words and equal spaces between them, and no arrow touches one', async () => {
  const { diagrams } = await build(
    articleOf('flowchart LR\n  A[Well] --> B[Harbour office] --> C[Sensor] --> D[Ferry]'),
  )
  const { children = [] } = diagrams[0]?.drawing ?? {}
  const shapes = children.flatMap((child) => (child.type === 'element' ? [child] : []))
  const numberOf = (value: unknown) => Number(value ?? 0)
  const boxes = shapes
    .filter(({ tagName }) => tagName === 'rect')
    .map(({ properties: { x, width, height, transform } }) => ({
      left: numberOf(x) + numberOf(/([-\d.]+) [-\d.]+\)$/.exec(String(transform))?.[1]),
      width: numberOf(width),
      height: numberOf(height),
    }))
    .sort((a, b) => a.left - b.left)
  expect(boxes).toHaveLength(4)
  expect(new Set(boxes.map(({ width }) => Math.round(width))).size).toBe(1)
  for (const { width, height } of boxes) expect(height / width).toBeCloseTo(1, 1)
  const sizes = shapes
    .filter(({ tagName }) => tagName === 'text')
    .map(({ properties }) => numberOf(/font-size:([\d.]+)/.exec(String(properties.style))?.[1]))
  expect(Math.min(...sizes) / (boxes[0]?.width ?? 0)).toBeGreaterThan(0.2)
  // The first box begins at the edge of the drawing, where the text of other slides begins.
  const drawing = diagrams[0]?.drawing.properties.viewBox
  expect((boxes[0]?.left ?? 0) - numberOf(String(drawing).split(' ')[0])).toBeLessThan(4)
  const gaps = boxes.slice(1).map(({ left }, index) => left - (boxes[index]?.left ?? 0))
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(2)
  // The tip of an arrowhead is at the right end of its shape, 10 units wide.
  const tips = shapes
    .filter(({ tagName, properties }) => tagName === 'path' && String(properties.d).includes('L 10 5'))
    .map(({ properties }) => /matrix\(([\d.]+) .* ([-\d.]+) [-\d.]+\)$/.exec(String(properties.transform)) ?? [])
    .map(([, scale, x]) => numberOf(x) + 10 * numberOf(scale))
  expect(tips).toHaveLength(3)
  for (const [index, tip] of tips.sort((a, b) => a - b).entries())
    expect((boxes[index + 1]?.left ?? 0) - tip).toBeGreaterThan(1)
})

test.each([
  ['a flowchart', FLOW],
  ['states', 'stateDiagram-v2\n  Closed --> Open : key'],
])('no line shows through the words on it: %s', async (_, source) => {
  const { diagrams } = await build(articleOf(source))
  const panels = diagrams.flatMap(({ drawing }) => toHtml(drawing).match(/<rect[^>]*var\(--ground\)[^>]*>/g) ?? [])
  expect(panels.length).toBeGreaterThan(0)
  expect(panels.filter((panel) => /opacity/.test(panel))).toEqual([])
})

test('the words beside the lines between entities are as large as other words', async () => {
  const source = 'erDiagram\n  BOAT ||--o{ PERMIT : needs\n  BOAT {\n    string name\n  }'
  const { diagrams } = await build(articleOf(source))
  const html = diagrams.map(({ drawing }) => toHtml(drawing)).join()
  const sizeOf = (word: string) => new RegExp(`font-size:([\\d.]+)px">${word}<`).exec(html)?.[1]
  expect(sizeOf('needs')).toBeDefined()
  expect(sizeOf('needs')).toBe(sizeOf('BOAT'))
})

/** A shape or a line of text of a drawing, with its box on the page. */
interface Placed {
  readonly tag: string
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Draws a diagram and lists what is in it, the whole drawing first. */
async function placesIn(source: string): Promise<readonly Placed[]> {
  const { diagrams } = await build(articleOf(source))
  const html = diagrams.map(({ drawing, width, height }) =>
    toHtml({ ...drawing, properties: { ...drawing.properties, width, height } }),
  )
  return browser().withPage(async (page) => {
    await page.show(`<!doctype html><meta charset="utf-8">${html.join('')}`)
    return page.evaluate(() =>
      [...document.querySelectorAll('svg, svg *')].map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return { tag: element.localName, text: element.textContent ?? '', left, top, right, bottom }
      }),
    )
  })
}

function overlap(one: Placed, other: Placed): boolean {
  const slack = 1
  return (
    one.left < other.right - slack &&
    other.left < one.right - slack &&
    one.top < other.bottom - slack &&
    other.top < one.bottom - slack
  )
}

const SYMBOLS = `sequenceDiagram
  participant Alice@{ "type" : "boundary" }
  participant Store@{ "type" : "database" }
  actor Bob
  Alice->>Bob: Request
  loop Every minute
    Bob->>Store: Write
  end`

test('in a sequence, names are clear of their symbols, and conditions of their frames', async () => {
  const places = await placesIn(SYMBOLS)
  // Letters are lower than their line.
  const letters = ({ top, bottom, ...place }: Placed) => ({
    ...place,
    top: top + (bottom - top) / 5,
    bottom: bottom - (bottom - top) / 5,
  })
  const textOf = (word: string) => places.filter(({ tag, text }) => tag === 'text' && text === word).map(letters)
  const symbols = places.filter(({ tag }) => tag === 'circle' || tag === 'path')
  const names = ['Alice', 'Store', 'Bob'].flatMap(textOf)
  expect(names).toHaveLength(3)
  expect(names.filter((name) => symbols.some((symbol) => overlap(name, symbol)))).toEqual([])
  const [condition] = textOf('[Every minute]')
  const rules = places.filter(({ tag, top, bottom }) => tag === 'line' && bottom - top < 4)
  expect(rules.length).toBeGreaterThan(2)
  expect(condition).toBeDefined()
  expect(rules.filter((rule) => condition && overlap(condition, { ...rule, bottom: rule.top + 2 }))).toEqual([])
})

const PLAN = `gantt
  dateFormat YYYY-MM-DD
  section Gate
  Drain :2014-01-01, 30d
  Mend :2014-01-20, 25d
  Fill :2014-02-10, 20d`

test('a plan has large words, and its last date is whole', async () => {
  const { diagrams } = await build(articleOf(PLAN))
  const html = diagrams.map(({ drawing }) => toHtml(drawing)).join()
  const sizes = [...html.matchAll(/font-size:([\d.]+)px/g)].map(([, size]) => Number(size))
  // On a slide, the drawing is 1,080 px wide.
  expect((Math.min(...sizes) * 1080) / (diagrams[0]?.width ?? 0)).toBeGreaterThan(22)
  const [drawing, ...places] = await placesIn(PLAN)
  const right = Math.max(...places.filter(({ tag }) => tag === 'text').map((text) => text.right))
  expect(right).toBeLessThan((drawing?.right ?? 0) + 1)
})

test('the names of tasks in a plan cover no names of sections', async () => {
  const plan = `gantt
  dateFormat YYYY-MM-DD
  section Research and plans
  Interview all the keepers :2024-01-01, 30d
  Write the first specification :2024-01-31, 20d
  section Development
  Build the prototype of the gate :2024-02-10, 14d
  Test all of it :2024-02-24, 26d`
  const [, ...places] = await placesIn(plan)
  const textOf = (words: string) => places.filter(({ tag, text }) => tag === 'text' && text.includes(words))
  const sections = ['Research', 'Development'].flatMap(textOf)
  const tasks = ['Interview', 'Write', 'Build', 'Test'].flatMap(textOf)
  expect([sections.length, tasks.length]).toEqual([2, 4])
  const end = Math.max(...sections.map(({ right }) => right))
  expect(tasks.filter(({ left }) => left < end)).toEqual([])
})

test('a row of few nodes is drawn with narrower ones too, because it uses little of the height', async () => {
  const { diagrams } = await build(
    articleOf('flowchart LR\n  A[Well] --> B[Sensor] --> C[Harbour office] --> D[Ferry]'),
  )
  const html = diagrams.map(({ drawing }) => toHtml(drawing)).join()
  expect(html).toContain('>Harbour<')
  expect(html).toMatch(/stroke-width="2\.4"/)
})

test.each([
  ['flowchart TD\n  A --> B', 'flowchart LR\n  A --> B'],
  ['graph LR\n  A --> B', 'graph TB\n  A --> B'],
  ['flowchart RL\n  A --> B', null],
  ['pie\n  "A" : 3', null],
])('a diagram whose words would be small may be drawn in the other direction: %j', (source, other) => {
  expect(withOtherDirection(source)).toBe(other)
})

test('a source with a hundred thousand lines is refused without drawing', () => {
  expect(plainSource(`flowchart TD\n${'  A-->B\n'.repeat(100_000)}`)).toHaveProperty('fault')
})

const BAD = [
  ['it is broken', 'flowchart TD\n  A --> --> B[['],
  ['it is of an unknown kind', 'zenuml\n  A.b()'],
  ['it has too many lines', `flowchart TD\n${'  A-->B\n'.repeat(501)}`],
  ['it has too many edges', `flowchart TD\n${'  A-->B;A-->B;A-->B;A-->B\n'.repeat(130)}`],
  [
    'it would be too small',
    `flowchart LR\n${Array.from({ length: 60 }, (_, n) => `  n${n} --> n${n + 1}`).join('\n')}`,
  ],
] as const

test('a diagram that cannot be drawn stays a listing, and a message at its place says why', async () => {
  const article = articleOf(FLOW, ...BAD.map(([, source]) => source))
  const { diagrams, deck, messages } = await build(article)
  const lines = article.split('\n')
  expect(messages.map(({ line }) => lines[(line ?? 0) - 1])).toEqual(BAD.map(([, source]) => source.split('\n')[0]))
  expect(messages.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/source is shown: Parse error on line 2/),
    expect.stringMatching(/source is shown: "zenuml" is not a kind of diagram/),
    expect.stringMatching(/source is shown: It has 50\d lines, more than 500\. Split it in two/),
    expect.stringMatching(/source is shown: .*[Ee]dge/),
    expect.stringMatching(/source is shown: Its words would be \d px high/),
  ])
  expect(diagrams).toHaveLength(1)
  expect(deck.slides.filter(({ layout }) => layout === 'code').length).toBeGreaterThanOrEqual(BAD.length)
})

test('without a browser, a diagram stays a listing', async () => {
  const file = new VFile({ path: 'talk.md', value: articleOf(FLOW) })
  const { deck } = await convert(file, { formats: [] }, { browser: null })
  expect(deck.slides.map(({ layout }) => layout)).toContain('code')
  expect(file.messages.map(({ ruleId }) => ruleId)).toContain('diagram')
})

test('a theme’s rules do not affect how a diagram is drawn: those for the ticks of the progress bar rotate no date', async () => {
  const value = `# Plan\n\n\`\`\`mermaid\ngantt\n  dateFormat YYYY-MM-DD\n  section Gate\n  Paint it :a1, 2026-03-02, 14d\n  Drain it :a2, 2026-03-10, 5d\n\`\`\`\n`
  const file = new VFile({ path: 'plan.md', value })
  const { deck } = await convert(file, { formats: [], theme: 'chalk' }, { browser: browser() })
  const drawings = deck.slides.flatMap(({ slots }) =>
    'picture' in slots && 'drawing' in slots.picture ? [toHtml(slots.picture.drawing)] : [],
  )
  expect(drawings).toHaveLength(1)
  expect(drawings[0]).toContain('2026-03-02')
  expect(drawings[0]).not.toMatch(/matrix\(\S+ -?0?\.?\d*[1-9]/)
})
