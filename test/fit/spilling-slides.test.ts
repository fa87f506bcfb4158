import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { typesetFormula } from '../../src/illustrate/typeset-formula.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck, Slide } from '../../src/model/deck.ts'
import { linesOf } from '../../src/model/layout.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, row, slide } from '../render/decks.ts'
import { coverageOf, inventedLines } from '../support/promises.ts'
import { fitDeck } from './fit-deck.ts'
import { several } from './several.ts'

const browser = oneBrowser()
const theme = loadTheme('lectern')
const fitOne = (deck: Deck) => fitDeck(deck, { browser: browser(), theme })

/** Returns the font sizes of the elements that a selector finds in print, in px. */
function sizesOf(deck: Deck, selector: string): Promise<number[]> {
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme))
    return page.evaluate(
      (elements: string) =>
        [...document.querySelectorAll(elements)].map((element) =>
          Number.parseFloat(getComputedStyle(element).fontSize),
        ),
      selector,
    )
  })
}

/** Returns, for each listing, the fraction of the height of its slide's body that its lines take. */
function filledFractionsOf(deck: Deck): Promise<number[]> {
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme))
    return page.evaluate(() =>
      [...document.querySelectorAll('.code')].map((code) => {
        const lines = document.createRange()
        lines.selectNodeContents(code)
        const bodyHeight = code.closest('.slide-body')?.getBoundingClientRect().height ?? Number.POSITIVE_INFINITY
        return lines.getBoundingClientRect().height / bodyHeight
      }),
    )
  })
}

const titlesOf = (slides: readonly Slide[]) => slides.map(({ slots }) => slots.title?.text ?? null)
const pointCounts = (slides: readonly Slide[]) =>
  slides.map((each) => (each.layout === 'points' ? each.slots.points.length : 0))

const LONG = 'The gauge at the quay was read at every hour of the day and of the night, in every weather and by hand'

describe('a slide that is too full', () => {
  test('is divided evenly, under numbered titles', async () => {
    const points = several(11, (number) => point(`${LONG}, says ${number}`))
    const { slides, messages } = await fitOne(
      deckOf([slide('points', { title: line('Readings'), lead: null, points })]),
    )
    const sizes = pointCounts(slides)
    expect(messages).toEqual([])
    expect(titlesOf(slides)).toEqual(slides.map((_, index) => `Readings (${index + 1}/${slides.length})`))
    expect(slides.every(({ slots }, index) => slots.title?.added.at(-1) === `(${index + 1}/${slides.length})`)).toBe(
      true,
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(11)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    expect(sizes.at(-1)).toBeGreaterThan(1)
  })

  test('is renumbered if the writer has numbered its title', async () => {
    const numbered = (index: number) => ({ ...line(`Readings (${index}/2)`), added: [`(${index}/2)`] })
    const points = several(9, (number) => point(`${LONG}, says ${number}`))
    const { slides } = await fitOne(
      deckOf([
        slide('points', { title: numbered(1), lead: null, points }, { part: 1 }),
        slide('points', { title: numbered(2), lead: null, points: points.slice(0, 3) }, { part: 1 }),
      ]),
    )
    expect(slides.length).toBeGreaterThan(2)
    expect(titlesOf(slides)).toEqual(slides.map((_, index) => `Readings (${index + 1}/${slides.length})`))
  })
})

describe('smaller sizes', () => {
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

  test('are used if a table then fits, and by nothing that fits', async () => {
    const { slides, messages, deck } = await fitOne(deckOf([table(3), table(10), listing(5)]))
    expect(messages).toEqual([])
    expect(slides).toHaveLength(3)
    const [small, large, code] = slides.map(({ slots }) => slots.step)
    expect(large).toBeGreaterThan(0)
    expect(small).toBeUndefined()
    expect(code).toBeUndefined()
    expect(Math.min(...(await sizesOf(deck, 'td')))).toBeGreaterThanOrEqual(20)
  })

  test('are not used if they save no slide', async () => {
    const { slides } = await fitOne(deckOf([table(4), listing(8)]))
    expect(slides.map(({ slots }) => slots.step)).toEqual([undefined, undefined])
  })

  test('never set a listing smaller than 18 px', async () => {
    const { slides, deck } = await fitOne(deckOf([listing(18)]))
    expect(slides.length).toBe(1)
    expect(Math.min(...(await sizesOf(deck, '.code')))).toBeGreaterThanOrEqual(18)
  })

  test('are no smaller than 21 px in a listing that is divided, and fill each of its slides', async () => {
    const { slides, deck } = await fitOne(deckOf([listing(44), { ...listing(20), id: 'shorter' }]))
    const sizes = await sizesOf(deck, '.code')
    expect(slides.length).toBeGreaterThan(4)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(21)
    const fractions = await filledFractionsOf(deck)
    expect(fractions).toHaveLength(slides.length)
    expect(Math.min(...fractions)).toBeGreaterThan(0.75)
    const longer = slides.findIndex(({ id }) => id.startsWith('shorter'))
    expect(new Set(sizes.slice(0, longer)).size).toBe(1)
  })

  test('are tried after the full width and before breaking words', async () => {
    const columns = several(8, (number) => `Wasserstand ${number}`)
    const wide = slide('table', {
      title: line('Levels'),
      header: row(...columns),
      rows: several(3, (number) => row(...columns.map((_, column) => `${number * column} cm`))),
      align: null,
      caption: null,
    })
    const { slides, messages } = await fitOne(deckOf([wide]))
    expect(messages).toEqual([])
    expect(slides[0]?.slots.isWide).toBe(true)
    expect(slides[0]?.slots.step).toBeGreaterThan(0)
  })
})

test('a table with too many columns for a slide is divided into several, each with the first column', async () => {
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

test('content that still spills is reported at its place, marked on its slide, and complete in its note', async () => {
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
  // The mark is for our own checks. An audience does not see it.
  expect(html).not.toMatch(/\[data-spills/)
})

test('one long point is set at text size, never smaller', async () => {
  const { slides, messages, deck } = await fitOne(
    deckOf([slide('points', { title: null, lead: null, points: [point(`${LONG}. `.repeat(3))] })]),
  )
  expect(messages).toEqual([])
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
    const { deck, messages } = await fitOne(deckOf(slides))
    expect(messages).toEqual([])
    const [short = 0, long = 0, longest = 0] = await sizesOf(deck, '.formula')
    expect(short).toBeGreaterThan(Number.parseFloat(theme.tokens['size-formula'] ?? ''))
    expect(long).toBeLessThan(short)
    expect(longest).toBeLessThanOrEqual(long)
    expect(await lineCounts(deck)).toEqual([1, 1, 1])
  })

  test('that is too long at every size breaks between its terms', async () => {
    const { deck, messages } = await fitOne(deckOf([await formulaSlide(`h(t) = ${terms(14)}`)]))
    expect(messages).toEqual([])
    expect((await lineCounts(deck))[0]).toBeGreaterThan(1)
  })

  /** Counts the lines that the terms of each formula take. */
  function lineCounts(deck: Deck): Promise<number[]> {
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
