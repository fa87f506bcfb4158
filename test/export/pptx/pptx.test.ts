import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from 'fast-png'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../../../src/browser/browser.ts'
import { measureTexts } from '../../../src/client/scene/measure-texts.ts'
import type { SceneBlock } from '../../../src/client/scene/scene.ts'
import { type Conversion, convert } from '../../../src/convert.ts'
import { noteParagraphs } from '../../../src/export/pptx/notes-part.ts'
import { LINE_BREAK, preserveLineBreaks } from '../../../src/export/pptx/preserve-line-breaks.ts'
import { layouts } from '../../../src/layout/layout-table.ts'
import { linesOf } from '../../../src/model/layout.ts'
import type { Choices } from '../../../src/settings/settings.ts'
import { oneBrowser } from '../../browser/one-browser.ts'
import { all, faultsIn, openPackage, type Package, slidePaths, textIn } from '../../support/pptx-package.ts'

const ARTICLE = `---
title: A gauge on the quay
author: The Quayside Workshop
lang: en
stepped: true
---

The water at a quay rises and falls twice a day, and a gauge says how far.

## What the sea does

### Heights at three ports

| Port | High water | Range (m) |
| --- | ---: | ---: |
| Nordhavn | 06:12 | 3.4 |
| Südhafen | 07:45 | 4.1 |
| Avonmouth | 08:02 | 12.3 |

### Power from the tide has doubled

| Year | Power (MW) |
| --- | ---: |
| 2019 | 12 |
| 2020 | 15 |
| 2021 | 14 |
| 2022 | 19 |
| 2023 | 24 |

### The speed of a wave

- The speed of a **long** wave is $v = \\sqrt{g d}$, as [the manual](https://example.org/manual) says.
- Energy grows with the *square* of the height, and \`gauge.read()\` returns millimetres.
- The bottom slows the wave down:
  - near the shore
  - over a sand bank

## How to read it

### The loop

\`\`\`python
def read(gauge, n=10):
    total = sum(gauge.sample("mm") for _ in range(n))
    return total / n
\`\`\`

### Three steps

1. Fix the board to the wall of the harbour.
2. Level it with a long spirit level.
3. Write down the datum.

### The gauge

![A board with marks on a quay wall](gauge.svg)

$$
h(t) = Z_0 + \\sum_{k=1}^{N} H_k \\cos\\left(\\frac{2\\pi t}{T_k}\\right)
$$

## What it costs

### The board

- The board costs as much as a dinner, and lasts for ten winters.
- The ladder belongs to the harbour, which lends it for a day.

### Tar

- The posts need a barrel of tar in every second spring.
- A barrel from the works up the river costs forty pounds.
- The harbour master buys the brushes from his own purse.
- Two boys from the school do the work in one afternoon.
- They are paid in pies from the bakery behind the quay.
- The board itself must not be tarred, or nobody reads it.
- A coat lasts longer on the side that faces the land.
- The barrel goes back to the works when it is empty.
`

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400"><rect width="600" height="400" fill="#3399cc"/></svg>'

const folder = mkdtempSync(join(tmpdir(), 'lectern-pptx-'))
const EVENT = 'slides/events/harbour-days/event.yaml'

let made: Conversion
let pack: Package
let again: Conversion
let bare: Conversion
let persian: Package
let explicit: readonly SceneBlock[]
let balanced: readonly SceneBlock[]

/** Strong words and digits among joined letters, in balanced lines. */
const PERSIAN = `---
lang: fa
title: ساخت انجمن های پذیرا
---

## پروژه تان را برای موفقیت راه اندازی کنید

- **بطور واضح توضیح دهید که مشارکت چگونه است**، البته این کار با استفاده از فایل مشارکت میسر است
- مشارکت کردن در پروژه منبع باز برای برخی نسبت به دیگران در سال 2017 آسانتر است
- [شمار مشارکت کننده](https://example.org/) را ببینید
`

/** Lines that are balanced: the first would have room for more. */
const WITH_BREAKS = `<!doctype html><html><section class="page"><div class="slide">
  <p lang="zh" style="font-size: 36px; width: 240px; text-wrap: balance">当你创建了一个开源项目时，并没有规定你要如何宣传它。</p>
  <p lang="ko" style="font-size: 36px; width: 240px; text-wrap: balance; word-break: keep-all">오픈소스 프로젝트에서 여러분은 그렇게 할 수 있습니다</p>
  <p style="font-size: 36px; width: 280px; text-wrap: balance">When the chance is <span class="katex"><span class="katex-html"><span
    class="base" style="display: inline-block">P(S) = </span> <span class="base" style="display: inline-block">1/2</span></span></span>
    the two are even</p>
  <p style="font-size: 36px; width: 280px; text-wrap: balance">See <a href="https://example.org/">the list of lamps</a>, and the other books</p>
  <p style="font-size: 36px; width: 280px">Set <code>DEBUG=<wbr>connect:<wbr>body,<wbr>connect:<wbr>session</code></p></div></section>`

const BALANCED = `<!doctype html><html><section class="page"><div class="slide">
  <p style="font-size: 40px; width: 620px; text-wrap: balance">The moon pulls the water up, and the sun pulls it a little</p>
  <p style="font-size: 40px; width: 620px; text-wrap: balance">Call <code style="padding: 0 6px">gauge.read()</code>, which gives <b>milli</b>metres at once</p></div></section>`

/** Counts the words that other programs put on each line. Words joined by non-breaking spaces stay together. */
function wordsPerLine(text: string, { lines }: SceneBlock, room: number): readonly number[] {
  const widths = lines.flatMap(({ words }) => words.map(([, width]) => width))
  const gap = Math.min(
    ...lines.flatMap(({ words }) =>
      words.slice(1).map(([at], index) => at - (words[index]?.[0] ?? 0) - (words[index]?.[1] ?? 0)),
    ),
  )
  const counts: number[] = []
  let [used, next] = [Number.POSITIVE_INFINITY, 0]
  for (const unit of text.trim().split(' ')) {
    const count = unit.split('\u00A0').length
    const width = widths.slice(next, next + count).reduce((sum, each) => sum + each + gap, -gap)
    next += count
    if (used + gap + width > room) counts.push(0)
    used = used + gap + width > room ? width : used + gap + width
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + count
  }
  return counts
}

async function build(browser: Browser | null, choices: Choices = {}): Promise<Conversion> {
  const file = new VFile({ path: join(folder, 'gauge.md'), value: ARTICLE })
  return convert(file, { formats: ['pptx'], event: EVENT, ...choices }, { browser })
}

function bytesOf({ files }: Conversion): Uint8Array {
  return files.get('gauge.pptx') ?? new Uint8Array()
}

const browser = oneBrowser()

beforeAll(async () => {
  writeFileSync(join(folder, 'gauge.svg'), DRAWING)
  made = await build(browser())
  again = await build(browser())
  const file = new VFile({ path: join(folder, 'fa.md'), value: PERSIAN })
  const { files } = await convert(file, { formats: ['pptx'] }, { browser: browser() })
  persian = openPackage(files.get('fa.pptx') ?? new Uint8Array())
  const measured = (html: string) =>
    browser().withPage(async (page) => {
      await page.show(html)
      return (await page.evaluate(measureTexts)).flat()
    })
  explicit = await measured(WITH_BREAKS)
  balanced = await measured(BALANCED)
  bare = await build(null)
  pack = openPackage(bytesOf(made))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function partsOf(layout: string) {
  return slidePaths(pack).flatMap((path, index) => {
    const part = pack.parts.get(path)
    return made.deck.slides[index]?.layout === layout && part ? [{ path, part }] : []
  })
}

test('leaves the page as it was for what is printed next', async () => {
  const print = async (formats: Choices['formats']) => {
    const file = new VFile({ path: 'a.md', value: '# Tides\n\n## The moon\n\n- The moon pulls.\n- The sun pulls too.' })
    const { files } = await convert(file, { formats }, { browser: browser() })
    return Buffer.from(files.get('a.pdf') ?? [])
  }
  const alone = await print(['pdf'])
  expect(alone.length).toBeGreaterThan(1000)
  expect((await print(['pptx', 'pdf'])).equals(alone)).toBe(true)
})

/** Returns the letters of a text, without spaces and punctuation. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '')
}

describe('a deck as a PowerPoint file', () => {
  test('is a valid package, with and without a browser', () => {
    expect(faultsIn(pack)).toEqual([])
    expect(faultsIn(openPackage(bytesOf(bare)))).toEqual([])
    expect(slidePaths(pack)).toHaveLength(made.deck.slides.length)
  })

  test('has the same bytes twice, and no dates in its entries', () => {
    expect(Buffer.from(bytesOf(made)).equals(Buffer.from(bytesOf(again)))).toBe(true)
    const core = readPart('docProps/core.xml')
    expect(core).not.toMatch(/20[2-9]\d-/)
  })

  test('has on each slide what the slide says, formulas and titles too', () => {
    for (const each of [made, bare]) {
      const opened = openPackage(bytesOf(each))
      for (const [index, path] of slidePaths(opened).entries()) {
        const slide = each.deck.slides[index]
        const part = opened.parts.get(path)
        if (slide === undefined || part === undefined) throw new Error(path)
        const alts = all(part, 'p:cNvPr').map(({ attributes }) => attributes.descr ?? '')
        const said = letters(textIn(part) + alts.join(' '))
        // The drawing of a chart is examined below.
        const lines = linesOf(layouts, slide).slice(0, slide.layout === 'chart' ? 1 : undefined)
        for (const { text, kind } of lines)
          for (const word of kind === 'math' || text.includes('\\') ? [] : text.split(/\s+/))
            expect(said, `"${word}" of "${text}" on ${path}`).toContain(letters(word))
      }
    }
  })

  test('has one master, and a layout of the same name for each of ours in use, and for each size of its titles', () => {
    const names = [...pack.parts].flatMap(([path, part]) =>
      path.startsWith('ppt/slideLayouts/slide')
        ? all(part, 'p:cSld').map(({ attributes }) => attributes.name?.toLowerCase() ?? '')
        : [],
    )
    const usual = names.filter((name) => !name.includes(','))
    expect([...usual].sort()).toEqual([...new Set(made.deck.slides.map(({ layout }) => layout))].sort())
    for (const name of names.filter((each) => !usual.includes(each)))
      expect(name).toMatch(new RegExp(`^(?:${usual.join('|')}), title [\\d.]+ pt$`))
    expect(new Set(names).size).toBe(names.length)
    expect([...pack.parts.keys()].filter((path) => path.startsWith('ppt/slideMasters/slide'))).toHaveLength(1)
  })

  test('has its colours in its theme, so that slides change with the theme', () => {
    const colours = slidePaths(pack).flatMap((path) =>
      all(pack.parts.get(path) ?? { type: 'root', children: [] }, 'a:srgbClr'),
    )
    const named = slidePaths(pack).flatMap((path) =>
      all(pack.parts.get(path) ?? { type: 'root', children: [] }, 'a:schemeClr'),
    )
    expect(named.length).toBeGreaterThan(3 * colours.length)
    expect(readPart('ppt/theme/theme1.xml')).toContain('<a:accent1><a:srgbClr val=')
  })

  test('takes the sizes of all titles from the layouts, so that titles change with these', () => {
    const titles = slidePaths(pack).flatMap((path) =>
      all(pack.parts.get(path) ?? { type: 'root', children: [] }, 'p:sp').filter((shape) =>
        all(shape, 'p:ph').some(({ attributes }) => /^(?:title|ctrTitle)$/.test(attributes.type ?? '')),
      ),
    )
    const sized = titles.flatMap((title) =>
      all(title, 'a:r').filter((run) => all(run, 'a:rPr').some(({ attributes }) => attributes.sz)),
    )
    expect(titles.length).toBe(made.deck.slides.length)
    // Only the number of a slide in a series is smaller than its title, which may have fewer letters than the number.
    expect(sized.map(textIn)).toEqual(['(1/2)', '(2/2)', '(1/2)', '(2/2)'])
  })

  test('has the notes paragraph by paragraph, word for word', () => {
    for (const [index, slide] of made.deck.slides.entries()) {
      const part = pack.parts.get(`ppt/notesSlides/notesSlide${index + 1}.xml`)
      const paragraphs = all(part ?? { type: 'root', children: [] }, 'a:p').map(textIn)
      const expected = noteParagraphs(slide.note).map(({ text }) => text)
      expect(paragraphs).toEqual(expected.length === 0 ? [''] : expected)
    }
  })

  test('marks the header of a table, and aligns numbers at the end', () => {
    const { part } = first(partsOf('table'))
    const [properties] = all(part, 'a:tblPr')
    expect(properties?.attributes).toMatchObject({ firstRow: '1', firstCol: '1' })
    const [, , cell] = all(part, 'a:tc').slice(3)
    expect(textIn(cell ?? part)).toBe('3.4')
    expect(all(cell ?? part, 'a:pPr')[0]?.attributes.algn).toBe('r')
  })

  test('has points as paragraphs with levels, and numbers and marks as bullets', () => {
    const points = partsOf('points').map(({ part }) => part)
    const levels = points.flatMap((part) => all(part, 'a:pPr').map(({ attributes }) => attributes.lvl))
    expect(levels).toContain('1')
    expect(points.flatMap((part) => all(part, 'a:buAutoNum'))).not.toHaveLength(0)
    const runs = points.flatMap((part) => all(part, 'a:r'))
    const marked = (name: string) => runs.filter((run) => all(run, 'a:rPr')[0]?.attributes[name] === '1').map(textIn)
    expect(marked('b')).toContain('long')
    expect(marked('i')).toContain('square')
    const links = partsOf('points').flatMap(({ path, part }) =>
      all(part, 'a:hlinkClick').map(({ attributes }) => pack.relationsOf(path).get(attributes['r:id'] ?? '')),
    )
    expect(links).toContainEqual(expect.objectContaining({ target: 'https://example.org/manual', isExternal: true }))
  })

  test('sets Arabic letters as browsers do: unspaced, bold only with a bold face, digits in the Latin font', () => {
    const parts = [...persian.parts].filter(([path]) => /slides\/slide|slideLayouts\//.test(path))
    const looks = parts.flatMap(([, part]) =>
      all(part, 'a:r').flatMap((run) => all(run, 'a:rPr').map((look) => ({ run, look }))),
    )
    const joined = looks.filter(({ run }) => /\p{Script=Arabic}/u.test(textIn(run)))
    expect(joined.length).toBeGreaterThan(5)
    for (const { look } of joined) {
      expect(look.attributes.spc ?? '0').toBe('0')
      const families = all(look, 'a:cs').map(({ attributes }) => attributes.typeface)
      // Markazi Text has one face in this theme.
      if (families.includes('Markazi Text')) expect(look.attributes.b ?? '0').toBe('0')
    }
    // A link is one run, since LibreOffice sets links from left to right.
    const links = looks.filter(({ run }) => all(run, 'a:hlinkClick').length > 0)
    expect(links.map(({ run }) => textIn(run))).toEqual(['شمار مشارکت کننده'])
    const figures = looks.filter(({ run }) => /^[\d/ ]+$/.test(textIn(run)))
    expect(figures.length).toBeGreaterThan(0)
    for (const { look } of figures)
      for (const { attributes } of all(look, 'a:cs'))
        expect(attributes.typeface).toMatch(/^(Newsreader Medium|Source Sans 3)$/)
  })

  test('breaks lines in Chinese, in Korean, in links, in addresses and beside formulas where our slides do', () => {
    for (const block of explicit) {
      const broken = preserveLineBreaks(block, 280)
        .map(({ text }) => text)
        .join('')
        .split(LINE_BREAK)
      expect(broken.length).toBe(block.lines.length)
      expect(broken.length).toBeGreaterThan(1)
      // The lines are balanced: filled lines would leave the last one short.
      const [least, most] = [Math.min, Math.max].map((of) => of(...broken.map(({ length }) => length)))
      expect(least).toBeGreaterThanOrEqual((most ?? 0) * 0.5)
      expect(broken.slice(1).every((line) => line === line.trimStart())).toBe(true)
    }
  })

  test('keeps words on the lines they are on, formulas and inline code too', () => {
    for (const block of balanced) {
      const text = preserveLineBreaks(block, 620)
        .map((run) => run.text)
        .join('')
      expect(block.lines.length).toBeGreaterThan(1)
      expect(wordsPerLine(text, block, 620)).toEqual(block.lines.map(({ words }) => words.length))
    }
  })

  test('links the agenda to the parts', () => {
    const agendas = partsOf('agenda')
    expect(agendas).not.toHaveLength(0)
    for (const { path, part } of agendas) {
      const targets = all(part, 'a:hlinkClick').map(({ attributes }) =>
        pack.relationsOf(path).get(attributes['r:id'] ?? ''),
      )
      expect(targets).toHaveLength(made.deck.parts.length)
      for (const relation of targets) expect(slidePaths(pack)).toContain(relation?.target)
    }
  })

  test('shows code in its colours, one paragraph per line, with its spaces', () => {
    const { part } = first(partsOf('code'))
    const lines = all(part, 'a:p').map(textIn)
    expect(lines).toContain('    return total / n')
    const colours = new Set(
      all(part, 'a:rPr').flatMap((run) =>
        all(run, 'a:schemeClr')
          .concat(all(run, 'a:srgbClr'))
          .map(({ attributes }) => attributes.val),
      ),
    )
    expect(colours.size).toBeGreaterThan(2)
  })

  test('has pictures with alternative text, and drawings both as SVG and as PNG', () => {
    const { path, part } = first(partsOf('image'))
    const [name] = all(part, 'p:pic')
      .flatMap((picture) => all(picture, 'p:cNvPr'))
      .filter(({ attributes }) => attributes.descr !== '')
    expect(name?.attributes.descr).toBe('A board with marks on a quay wall')
    const targets = [...pack.relationsOf(path).values()].map(({ target }) => target)
    expect(targets.some((target) => target.endsWith('.svg'))).toBe(true)
    expect(targets.some((target) => target.endsWith('.png'))).toBe(true)
  })

  test('has logos that programs without SVG show too, as PNG', () => {
    const logos = ['mark', 'mark-white', 'kotwica', 'kotwica-white', 'baltic-line', 'baltic-line-white']
    const drawings = logos.map((name) => readFileSync(`slides/events/harbour-days/${name}.svg`, 'utf8'))
    const pngs = [...pack.parts].flatMap(([path, part]) => {
      const target = (id: string | null = null) =>
        pack.bytes.get(pack.relationsOf(path).get(id ?? '')?.target ?? '') ?? new Uint8Array()
      return all(part, 'a:blip').flatMap((blip) => {
        const [svg] = all(blip, 'asvg:svgBlip').map(({ attributes }) => target(attributes['r:embed']))
        const isLogo = svg !== undefined && drawings.includes(Buffer.from(svg).toString())
        return isLogo ? [target(blip.attributes['r:embed'])] : []
      })
    })
    expect(pngs.length).toBeGreaterThan(3)
    for (const png of new Set(pngs)) expect(coloursIn(png)).toBeGreaterThan(2)
  })

  test('names the event in the alternative text of its logo, on slides and in layouts', () => {
    const mark = readFileSync('slides/events/harbour-days/mark.svg', 'utf8')
    const names = [...pack.parts].flatMap(([path, part]) =>
      all(part, 'p:pic')
        .filter((shape) =>
          all(shape, 'asvg:svgBlip').some(({ attributes }) => {
            const target = pack.relationsOf(path).get(attributes['r:embed'] ?? '')?.target ?? ''
            return Buffer.from(pack.bytes.get(target) ?? new Uint8Array()).toString() === mark
          }),
        )
        .flatMap((shape) => all(shape, 'p:cNvPr').map(({ attributes }) => attributes.descr)),
    )
    expect(names.length).toBeGreaterThan(2)
    expect(new Set(names)).toEqual(new Set(['Harbour Days']))
  })

  test('has charts with editable data', () => {
    const { path, part } = first(partsOf('chart'))
    const [chart] = all(part, 'c:chart').map(
      ({ attributes }) => pack.relationsOf(path).get(attributes['r:id'] ?? '')?.target ?? '',
    )
    const drawn = pack.parts.get(chart ?? '')
    if (chart === undefined || drawn === undefined) throw new Error('There is no chart.')
    const values = all(drawn, 'c:v').map(({ children }) =>
      children.map((child) => ('value' in child ? child.value : '')).join(''),
    )
    expect(values).toEqual(['Power (MW)', '2019', '2020', '2021', '2022', '2023', '12', '15', '14', '19', '24'])
    const [book] = [...pack.relationsOf(chart).values()].map(({ target }) => target)
    const writeWorkbook = openPackage(pack.bytes.get(book ?? '') ?? new Uint8Array())
    const sheet = new TextDecoder().decode(writeWorkbook.bytes.get('xl/worksheets/sheet1.xml'))
    expect(sheet).toContain('<c r="B6"><v>24</v></c>')
  })

  test('has parts as sections, steps as animations, and the event in its footer', () => {
    const [presentation] = [pack.parts.get('ppt/presentation.xml')]
    const sections = all(presentation ?? { type: 'root', children: [] }, 'p14:section').map(
      ({ attributes }) => attributes.name,
    )
    for (const { name } of made.deck.parts) expect(sections).toContain(name)
    expect(partsOf('points').every(({ part }) => all(part, 'p:bldP').length > 0)).toBe(true)
    const foot = [...pack.parts].filter(([path]) => path.startsWith('ppt/slides/slide')).map(([, part]) => textIn(part))
    expect(foot.filter((text) => text.includes('Harbour Days')).length).toBeGreaterThan(3)
  })
})

/** The number of colours in a PNG, including transparency. */
function coloursIn(bytes: Uint8Array): number {
  const { data, channels } = decode(bytes)
  const pixels = Array.from({ length: data.length / channels }, (_, at) =>
    data.slice(at * channels, (at + 1) * channels).join(),
  )
  return new Set(pixels).size
}

function readPart(path: string): string {
  return new TextDecoder().decode(pack.bytes.get(path))
}

/** The first item of a list that must not be empty. */
function first<T>([thing]: readonly T[]): T {
  if (thing === undefined) throw new Error('There is none.')
  return thing
}
