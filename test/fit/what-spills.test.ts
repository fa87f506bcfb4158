import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Conversion, convert } from '../../src/convert.ts'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import type { MeasurementMemory } from '../../src/fit/gauge.ts'
import { typesetFormula } from '../../src/illustrate/formula.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck, Slide } from '../../src/model/deck.ts'
import { linesOf } from '../../src/model/layout.ts'
import { read } from '../../src/read/read.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, note, point, row, slide } from '../render/decks.ts'
import { coverageOf, inventedLines } from '../support/promises.ts'

const browser = oneBrowser()
const theme = loadTheme('lectern')

const several = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1))

interface Fitted {
  readonly deck: Deck
  readonly slides: readonly Slide[]
  readonly told: readonly string[]
  /** The number of slides shown, each time that the page was used. */
  readonly shown: readonly number[]
}

/** Fits a deck by itself. */
async function fitted(deck: Deck, memory?: MeasurementMemory): Promise<Fitted> {
  const file = new VFile({ path: 'deck.md', value: 'Words of no matter.' })
  const article = await read(new TextEncoder().encode('Words of no matter.'), file)
  const shown: number[] = []
  const made = await browser().withPage((page) => {
    const counting: typeof page = {
      ...page,
      show: (html, viewport) => {
        shown.push((typeof html === 'string' ? html : html.body).split('<section ').length - 1)
        return page.show(html, viewport)
      },
    }
    return fitDeck(deck, { article, layouts, theme, page: counting, memory }, file)
  })
  return { slides: made.slides, deck: made, told: file.messages.map(String), shown }
}

/** The pixels of some text of a slide in print. */
function sizesOf(deck: Deck, selector: string): Promise<number[]> {
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme))
    return page.evaluate(
      (found: string) =>
        [...document.querySelectorAll(found)].map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      selector,
    )
  })
}

const titles = (slides: readonly Slide[]) => slides.map(({ slots }) => slots.title?.text ?? null)
const pointsOn = (slides: readonly Slide[]) =>
  slides.map((each) => (each.layout === 'points' ? each.slots.points.length : 0))

const LONG = 'The gauge at the quay was read at every hour of the day and of the night, in every weather and by hand'

describe('what spills', () => {
  test('is divided evenly, under numbered titles', async () => {
    const points = several(11, (number) => point(`${LONG}, says ${number}`))
    const { slides, told } = await fitted(deckOf([slide('points', { title: line('Readings'), lead: null, points })]))
    const sizes = pointsOn(slides)
    expect(told).toEqual([])
    expect(titles(slides)).toEqual(slides.map((_, index) => `Readings (${index + 1}/${slides.length})`))
    expect(slides.every(({ slots }, index) => slots.title?.added.at(-1) === `(${index + 1}/${slides.length})`)).toBe(
      true,
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(11)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    expect(sizes.at(-1)).toBeGreaterThan(1)
  })

  test('renumbers what the writer has numbered', async () => {
    const mark = (index: number) => ({ ...line(`Readings (${index}/2)`), added: [`(${index}/2)`] })
    const points = several(9, (number) => point(`${LONG}, says ${number}`))
    const { slides } = await fitted(
      deckOf([
        slide('points', { title: mark(1), lead: null, points }, { part: 1 }),
        slide('points', { title: mark(2), lead: null, points: points.slice(0, 3) }, { part: 1 }),
      ]),
    )
    expect(slides.length).toBeGreaterThan(2)
    expect(titles(slides)).toEqual(slides.map((_, index) => `Readings (${index + 1}/${slides.length})`))
  })
})

describe('steps', () => {
  const table = (rows: number) =>
    slide('table', {
      title: line('Levels'),
      header: row('Gauge', 'Rise'),
      rows: several(rows, (number) => row(`Gauge ${number}`, `${number} cm`)),
      align: null,
      caption: null,
    })
  const listing = (lines: number) =>
    slide('code', {
      title: line('Reading'),
      language: null,
      lines: several(lines, (number) => line(`const level${number} = read(${number})`, 'code')),
      pieces: null,
    })

  test('are used if a table then fits, by all tables of the deck alike, and by nothing else', async () => {
    const { slides, told, deck } = await fitted(deckOf([table(3), table(10), listing(5)]))
    expect(told).toEqual([])
    expect(slides).toHaveLength(3)
    const [small, large, code] = slides.map(({ slots }) => slots.step)
    expect(small).toBe(large)
    expect(small).toBeGreaterThan(0)
    expect(code).toBeUndefined()
    expect(Math.min(...(await sizesOf(deck, 'td')))).toBeGreaterThanOrEqual(20)
  })

  test('are not used if they save no slide', async () => {
    const { slides } = await fitted(deckOf([table(4), listing(8)]))
    expect(slides.map(({ slots }) => slots.step)).toEqual([undefined, undefined])
  })

  test('never set a listing smaller than 18 px', async () => {
    const { slides, deck } = await fitted(deckOf([listing(18)]))
    expect(slides.length).toBe(1)
    expect(Math.min(...(await sizesOf(deck, '.code')))).toBeGreaterThanOrEqual(18)
  })

  test('come after using the whole width, and before breaking words', async () => {
    const columns = several(8, (number) => `Wasserstand ${number}`)
    const wide = slide('table', {
      title: line('Levels'),
      header: row(...columns),
      rows: several(3, (number) => row(...columns.map((_, column) => `${number * column} cm`))),
      align: null,
      caption: null,
    })
    const { slides, told } = await fitted(deckOf([wide]))
    expect(told).toEqual([])
    expect(slides[0]?.slots.isWide).toBe(true)
    expect(slides[0]?.slots.step).toBeGreaterThan(0)
  })
})

test('a table of more columns than a slide holds is divided over several, with its first column on each', async () => {
  const columns = several(40, (number) => `Station ${number}`)
  const cells = (row: number) => columns.map((_, column) => `level ${row}.${column + 1}`)
  const table = [columns, columns.map(() => '-'), cells(1), cells(2)].map((row) => `| ${row.join(' | ')} |`)
  const file = new VFile({ path: 'wide.md', value: `# Tides\n\n## Stations\n\n${table.join('\n')}\n` })
  const { deck, article } = await convert(file, { formats: [] }, { browser: browser() })
  const tables = deck.slides.filter(({ layout }) => layout === 'table')
  const shown = tables.flatMap((each) => linesOf(layouts, each).map(({ text }) => text))
  expect(file.messages.filter(({ ruleId }) => ruleId === 'overflow')).toEqual([])
  expect(tables.length).toBeGreaterThan(1)
  expect(shown.filter((text) => text.startsWith('Station 1\t'))).toHaveLength(tables.length)
  for (const cell of [...columns, ...cells(1), ...cells(2)])
    expect(shown.flatMap((text) => text.split('\t'))).toContain(cell)
  expect(inventedLines(deck, article, layouts)).toEqual([])
  expect(coverageOf(deck, article, layouts)).toEqual({ lost: '', isOrdered: true })
})

describe('merging', () => {
  const short = (text: string, said: string, start: number): Slide<'points'> => {
    const sentences = note(said).sentences.map((each) => ({ ...each, span: [start, start + said.length] as const }))
    const noted = { sentences, seconds: 3, cue: null }
    return slide('points', { title: null, lead: null, points: [point(text)] }, { part: 1, note: noted })
  }

  test('joins slides of one part without titles, with notes in order, but not those of another part', async () => {
    const other = { ...short('It was read by hand', 'It was read.', 60), part: 2 }
    const { slides, shown } = await fitted(
      deckOf([
        slide('part', { title: line('The quay'), number: line('1'), lede: null }, { part: 1 }),
        short('The gauge stands at the quay', 'The gauge stands.', 0),
        short('It is made of oak', 'It is oak.', 30),
        other,
      ]),
    )
    expect(pointsOn(slides)).toEqual([0, 2, 1])
    expect(slides[1]?.note.sentences.map(({ text }) => text)).toEqual(['The gauge stands.', 'It is oak.'])
    expect(slides[1]?.note.seconds).toBe(6)
    expect(shown.length).toBeLessThanOrEqual(6)
  })

  test('leaves slides with their own title, more than five points or more than eighty words', async () => {
    const titled = (title: string, count: number) =>
      slide('points', { title: line(title), lead: null, points: several(count, (number) => point(`Point ${number}`)) })
    const wordy = slide('points', { title: null, lead: null, points: [point(LONG)] }, { part: 1 })
    const { slides } = await fitted(deckOf([titled('Spring', 2), titled('Neap', 2), wordy, wordy, wordy]))
    expect(titles(slides).slice(0, 2)).toEqual(['Spring', 'Neap'])
    for (const each of slides)
      expect(linesOf(layouts, each).flatMap(({ text }) => text.split(' ')).length).toBeLessThanOrEqual(80)
  })

  test('joins slides that continue under one title, and removes the number', async () => {
    const page = (index: number) =>
      slide('points', {
        title: { ...line(`Readings (${index}/2)`), added: [`(${index}/2)`] },
        lead: null,
        points: several(2, (number) => point(`Reading ${index}.${number} was taken`)),
      })
    const { slides } = await fitted(deckOf([page(1), page(2)]))
    expect(titles(slides)).toEqual(['Readings'])
    expect(pointsOn(slides)).toEqual([4])
    expect(slides[0]?.slots.title?.added).toEqual([])
  })
})

test('what still spills is reported at its place, marked on its slide, and whole in its note', async () => {
  const value = `# Tides\n\n## Levels\n\n| Gauge | Seen |\n| - | - |\n| Quay | ${'The water rose and fell again. '.repeat(80)} |\n`
  const file = new VFile({ path: 'tides.md', value })
  const { deck, article } = await convert(file, { formats: [] }, { browser: browser() })
  expect(file.messages.map(({ ruleId, line, column }) => [ruleId, line, typeof column])).toEqual([
    ['overflow', expect.any(Number), 'number'],
  ])
  const marked = deck.slides.filter(({ slots }) => slots.spills !== undefined)
  expect(marked).toHaveLength(1)
  expect(marked[0]?.slots.spills).toBe('below')
  expect(marked[0]?.note.sentences.map(({ kind }) => kind)).toContain('row')
  expect(marked[0]?.note.sentences.map(({ text }) => text).join(' ')).toContain(
    'The water rose and fell again. The water',
  )
  expect(coverageOf(deck, article, layouts)).toEqual({ lost: '', isOrdered: true })
  const html = renderPrint(deck, layouts, theme)
  expect(html).toContain('data-spills="below"')
})

test('one long point is set in the size of text, never smaller', async () => {
  const { slides, told, deck } = await fitted(
    deckOf([slide('points', { title: null, lead: null, points: [point(`${LONG}. `.repeat(3))] })]),
  )
  expect(told).toEqual([])
  expect(slides).toHaveLength(1)
  expect(Math.min(...(await sizesOf(deck, '.point')))).toBeGreaterThanOrEqual(
    Number.parseFloat(theme.tokens['size-body'] ?? ''),
  )
})

describe('a formula', () => {
  const terms = (count: number) => several(count, (number) => `a_{${number}} \\cos(\\omega t)`).join(' + ')

  async function formulaSlide(tex: string): Promise<Slide> {
    const formula = await typesetFormula(tex, 'display')
    if ('fault' in formula) throw new Error(formula.fault)
    return slide('statement', { title: null, statement: { ...line(tex), kind: 'math' }, source: null, formula })
  }

  test('is set as large as fits on one line, and a long one does not make others smaller', async () => {
    const slides = await Promise.all([2, 4, 6].map((count) => formulaSlide(`h(t) = ${terms(count)}`)))
    const { deck, told } = await fitted(deckOf(slides))
    expect(told).toEqual([])
    const [short = 0, long = 0, longest = 0] = await sizesOf(deck, '.formula')
    expect(short).toBe(Number.parseFloat(theme.tokens['size-formula'] ?? ''))
    expect(long).toBeLessThan(short)
    expect(longest).toBeLessThanOrEqual(long)
    expect(await linesIn(deck)).toEqual([1, 1, 1])
  })

  test('that is too long at every size breaks between its terms', async () => {
    const { deck, told } = await fitted(deckOf([await formulaSlide(`h(t) = ${terms(14)}`)]))
    expect(told).toEqual([])
    expect((await linesIn(deck))[0]).toBeGreaterThan(1)
  })

  /** The number of lines that the terms of each formula take. */
  function linesIn(deck: Deck): Promise<number[]> {
    return browser().withPage(async (page) => {
      await page.show(renderPrint(deck, layouts, theme))
      return page.evaluate(() =>
        [...document.querySelectorAll('.formula')].map((formula) => {
          const bottoms = [...formula.querySelectorAll('.base')].map((base) => base.getBoundingClientRect().bottom)
          return new Set(bottoms.map((bottom) => Math.round(bottom / 20))).size
        }),
      )
    })
  }
})

describe('what was measured', () => {
  const points = several(11, (number) => point(`${LONG}, says ${number}`))
  const spilling = slide('points', { title: line('Readings'), lead: null, points })
  const steady = (text: string) =>
    slide('statement', { title: null, statement: line(text), source: null, formula: null })

  test('is not measured again while it looks the same, wherever it is', async () => {
    const memory: MeasurementMemory = new Map()
    const first = await fitted(deckOf([steady('Tides'), spilling, steady('The tide turns')]), memory)
    const again = await fitted(deckOf([steady('Tides'), spilling, steady('The tide turns')]), memory)
    expect(first.shown.length).toBeGreaterThan(1)
    expect(again.shown).toEqual([])
    expect(again.slides).toEqual(first.slides)
    const moved = await fitted(
      deckOf([steady('Tides'), steady('The tide turned'), spilling, steady('The tide turns')]),
      memory,
    )
    expect(moved.shown).toEqual([1])
  })

  test('is forgotten when no slide looks like it any more', async () => {
    const memory: MeasurementMemory = new Map()
    await fitted(deckOf([spilling]), memory)
    await fitted(deckOf([steady('The tide turns')]), memory)
    expect(memory.size).toBe(1)
  })

  test('is not reused under another theme', async () => {
    const memory: MeasurementMemory = new Map()
    await fitted(deckOf([steady('The tide turns')]), memory)
    const file = new VFile({ path: 'deck.md', value: 'Words.' })
    const article = await read(new TextEncoder().encode('Words.'), file)
    const [before] = memory.keys()
    await browser().withPage((page) =>
      fitDeck(deckOf([steady('The tide turns')]), { article, layouts, theme: loadTheme('stage'), page, memory }, file),
    )
    expect([...memory.keys()]).not.toContain(before)
  })
})

describe('articles such as people write', () => {
  const names = [
    'test/fixtures/articles/stadtbaum.md',
    'test/fixtures/articles/tide-gauge.md',
    'slides/nato-rutte/nato-rutte.txt',
  ]
  const made = new Map<string, { conversion: Conversion; file: VFile }>()

  beforeAll(async () => {
    for (const path of names) {
      const file = new VFile({ path, value: readFileSync(path) })
      made.set(path, { conversion: await convert(file, { formats: [] }, { browser: browser() }), file })
    }
  })

  test.each(names)('%s fits, with its words and notes', (path) => {
    const { conversion, file } = made.get(path) ?? {}
    if (!conversion) throw new Error('It was not made.')
    expect(file?.messages.filter(({ ruleId }) => ruleId === 'overflow')).toEqual([])
    expect(inventedLines(conversion.deck, conversion.article, layouts)).toEqual([])
    expect(coverageOf(conversion.deck, conversion.article, layouts).isOrdered).toBe(true)
    expect(coverageOf(conversion.deck, conversion.article, layouts).lost).toBe('')
  })
})
