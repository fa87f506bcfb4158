import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import type { Canvas } from '../../src/model/theme.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'
import { sample } from '../render/sample.ts'

const browser = oneBrowser()

const WIDE: Canvas = { width: 1280, height: 720 }
const SQUARE: Canvas = { width: 960, height: 720 }

const credits = ['How a Harbour Learns to Live With Higher Water', 'Ida Quay', '14 May 2026', 'harbour.example/water']

/** The boxes of the words of all elements that match the selector. */
async function wordsOn(name: string, canvas: Canvas, shown: Slide, selector: string) {
  const theme = { ...loadTheme(name), canvas }
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([shown]), layouts, theme), canvas)
    return page.evaluate(
      (wanted) =>
        [...document.querySelectorAll(`section.page ${wanted}`)].map((element) => {
          const range = document.createRange()
          range.selectNodeContents(element)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          const { top, left, right } = range.getBoundingClientRect()
          return { lines: lines.size, top, left, right, weight: getComputedStyle(element).fontWeight }
        }),
      selector,
    )
  })
}

const closing = slide('closing', { title: line('Thank you'), credits: credits.map((text) => line(text, 'frame')) })

test.each(['briefing', 'lectern', 'paper', 'stage'])('%s keeps names and address on one line', async (name) => {
  for (const canvas of [WIDE, SQUARE]) {
    const [, ...others] = await wordsOn(name, canvas, closing, '.credit')
    expect(others.map(({ lines }) => lines)).toEqual([1, 1, 1])
    expect(new Set(others.map(({ top }) => Math.round(top))).size).toBe(1)
  }
})

test.each(['briefing', 'lectern', 'paper', 'stage'])('%s has the words of a short figure beside it', async (name) => {
  const words = { label: line('of what the water did in a month'), context: line('The rest was wind') }
  const number = slide('number', { title: line('Then fit'), value: line('92%'), ...words })
  const [value, label, context] = await wordsOn(name, WIDE, number, ':is(.number, .number-label, .number-context)')
  expect(label?.left).toBeGreaterThan(value?.right ?? Number.POSITIVE_INFINITY)
  expect(context?.left).toBeCloseTo(label?.left ?? 0, 0)
})

test('briefing has long words of a short figure below it', async () => {
  const label =
    'The President has long been a vocal advocate for burden-sharing, pushing all members of the alliance to spend at least 2% on defence'
  const words = {
    label: line(label),
    context: line('This is not just about a target, but about resources for every crisis'),
  }
  const number = slide('number', { title: line('The need'), value: line('2%'), ...words })
  const [value, below] = await wordsOn('briefing', WIDE, number, ':is(.number, .number-label)')
  expect(below?.left).toBeLessThan(value?.right ?? 0)
  expect(below?.lines).toBeLessThan(4)
})

test.each(themeNames())('%s has the two sides of a comparison beside each other', async (name) => {
  const side = (text: string) => ({ name: line(text), blocks: [{ type: 'text', line: line('A well') } as const] })
  const comparison = slide('comparison', { title: line('Two ways'), columns: [side('The pier'), side('The quay')] })
  const [one, other] = await wordsOn(name, WIDE, comparison, '.side-text')
  expect(one?.top).toBe(other?.top)
  expect(other?.left).toBeGreaterThan(one?.right ?? Number.POSITIVE_INFINITY)
})

test.each([WIDE, SQUARE])('paper centres the words of its cover and its parts (%o)', async (canvas) => {
  const title = line('How a Harbour Learns to Live With Higher Water')
  const cover = slide('title', { title, subtitle: line('Eleven years of readings'), credits: [] })
  const part = slide('part', { number: line('1', 'frame'), title, lede: null })
  for (const shown of [cover, part]) {
    const found = await wordsOn('paper', canvas, shown, '.slide-head :is(.title, .subtitle)')
    expect(found.length).toBeGreaterThan(0)
    // The space at the end of a line hangs, and is measured too.
    for (const { left, right } of found) expect(Math.abs((left + right - canvas.width) / 2)).toBeLessThan(9)
  }
})

test('paper begins its points at one height, however many they are', async () => {
  const topOf = async (count: number) => {
    const points = ['A computer', 'A sensor', 'A pipe', 'A servo'].slice(0, count).map((text) => point(text))
    const shown = slide('points', { title: line('What you need'), lead: null, points })
    return (await wordsOn('paper', WIDE, shown, '.point'))[0]?.top ?? 0
  }
  expect(Math.abs((await topOf(2)) - (await topOf(4)))).toBeLessThan(12)
})

test.each(themeNames())('%s does not repeat the name of the talk at the foot of each slide', async (name) => {
  const shown = slide('points', { title: line('What you need'), lead: null, points: [point('A sensor')] })
  const visibility = await browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([shown]), layouts, loadTheme(name)), WIDE)
    return page.evaluate(() => getComputedStyle(document.querySelector('.foot-title') ?? document.body).visibility)
  })
  expect(visibility).toBe('hidden')
})

test('stage has points in one column and in one weight, whether they are short or long', async () => {
  const long = 'A storm from the sea can hold the water up for a whole day, and nobody knows'
  const lists = [
    ['A computer', 'A sensor', 'A pipe', 'A servo'],
    ['A computer', 'A sensor'],
    ['Wind', long, 'Barnacles', 'Copper tape', 'A clock', 'A well'],
  ]
  const weights = new Set<string>()
  for (const texts of lists) {
    const points = texts.map((text) => point(text))
    const found = await wordsOn('stage', WIDE, slide('points', { title: line('Needs'), lead: null, points }), '.point')
    expect(new Set(found.map(({ left }) => Math.round(left))).size).toBe(1)
    for (const { weight } of found) weights.add(weight)
  }
  expect([...weights]).toEqual(['500'])
})

test.each([1, 2, 3, 4, 5])('stage has its rule at one distance under the title, above %i points', async (count) => {
  const points = ['A computer', 'A sensor', 'A pipe', 'A servo', 'A clock'].slice(0, count).map((text) => point(text))
  const shown = slide('points', { title: line('What you need'), lead: null, points })
  const theme = loadTheme('stage')
  const { rule, borders } = await browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([shown]), layouts, theme), WIDE)
    return page.evaluate(() => {
      const head = document.querySelector('.slide-head')
      const colours = [...document.querySelectorAll('.point')].flatMap((item) => {
        const { borderTopWidth, borderTopColor, borderLeftWidth, borderLeftColor } = getComputedStyle(item)
        return [
          ...(borderTopWidth === '0px' ? [] : [borderTopColor]),
          ...(borderLeftWidth === '0px' ? [] : [borderLeftColor]),
        ]
      })
      if (head === null) return { rule: null, borders: colours }
      const { backgroundColor, marginTop } = getComputedStyle(head, '::after')
      return { rule: { backgroundColor, marginTop }, borders: colours }
    })
  })
  expect(rule).toEqual({ backgroundColor: 'rgb(255, 178, 36)', marginTop: '22px' })
  expect(borders).not.toContain('rgb(255, 178, 36)')
})

test.each([WIDE, SQUARE])(
  'briefing begins titles, points, events and the words of its cover at one edge (%o)',
  async (canvas) => {
    const title = line('What you need')
    const moment = { when: line('1976'), what: line('The gale') }
    const slides = [
      slide('title', { title, subtitle: line('Eleven years of readings'), credits: [line('Ida Quay', 'frame')] }),
      slide('points', { title, lead: null, points: [point('A computer'), point('A sensor')] }),
      slide('timeline', { title, moments: [moment, moment] }),
    ]
    const texts = ':is(.subtitle, .credit, .point-text, .moment-when)'
    const found = await Promise.all(slides.map((shown) => wordsOn('briefing', canvas, shown, texts)))
    expect(found.flat()).toHaveLength(6)
    expect(new Set(found.flat().map(({ left }) => Math.round(left))).size).toBe(1)
  },
)

test.each([WIDE, SQUARE])('briefing has all titles of one line in one size, at one place (%o)', async (canvas) => {
  const title = line('What you need')
  const long = line('Each has a period that comes from the sky, and a size that comes from your coast')
  const few = ['A computer', 'A sensor'].map((text) => point(text))
  const slides = [
    slide('points', { title, lead: null, points: few }),
    slide('points', { title, lead: null, points: [...few, { line: long, depth: 0 }] }),
    slide('statement', { title, statement: long, source: null, formula: null }),
    slide('quote', { title, quote: long, speaker: line('Ida Quay') }),
    slide('timeline', { title, moments: [{ when: line('1976'), what: line('The gale') }] }),
  ]
  const found = await Promise.all(slides.map((shown) => wordsOn('briefing', canvas, shown, '.title')))
  const places = found.flat().map(({ top, left, right }) => [top, left, right].map(Math.round).join(' '))
  expect(places).toHaveLength(slides.length)
  expect(new Set(places).size).toBe(1)
})

test.each([1, 2, 3, 4])('briefing has rules between the rows of %i points', async (count) => {
  const points = ['A computer', 'A sensor', 'A pipe', 'A servo'].slice(0, count).map((text) => point(text))
  const shown = slide('points', { title: line('What you need'), lead: null, points })
  const rows = await browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([shown]), layouts, loadTheme('briefing')), WIDE)
    return page.evaluate(() =>
      [...document.querySelectorAll('.point')].map((row) => ({
        rule: getComputedStyle(row).borderBottomWidth,
        height: Math.round(row.getBoundingClientRect().height),
      })),
    )
  })
  expect(rows.map(({ rule }) => rule)).toEqual([...Array.from({ length: count - 1 }, () => '2px'), '0px'])
  expect(new Set(rows.map(({ height }) => height)).size).toBe(1)
})

test.each([3, 16])('briefing shows %i parts in the foot, with the warm block on the present one', async (count) => {
  const names = Array.from({ length: count }, (_, index) => `Part ${index + 1}`)
  const shown = slide('points', { title: line('What you need'), lead: null, points: [point('A sensor')] }, { part: 2 })
  const marks = await browser().withPage(async (page) => {
    const theme = { ...loadTheme('briefing'), canvas: SQUARE }
    await page.show(renderPrint(deckOf([shown], names), layouts, theme), SQUARE)
    return page.evaluate(() => {
      const warm = getComputedStyle(document.querySelector('.slide') ?? document.body).getPropertyValue('--warm')
      const probe = document.createElement('i')
      probe.style.background = warm
      document.body.append(probe)
      const colour = getComputedStyle(probe).backgroundColor
      return [...document.querySelectorAll('.tick')].map((tick) => {
        const { left, right } = tick.getBoundingClientRect()
        return { left, right, isWarm: getComputedStyle(tick, '::before').backgroundColor === colour }
      })
    })
  })
  expect(marks.map(({ isWarm }) => isWarm)).toEqual(names.map((_, index) => index === 1))
  expect(Math.min(...marks.map(({ left, right }) => right - left))).toBeGreaterThan(36)
  expect(Math.max(...marks.map(({ right }) => right))).toBeLessThan(SQUARE.width - 64)
})

test('briefing has the reading of its tide at one place, whatever the direction of the text', async () => {
  const cover = slide('title', { title: line('What you need'), subtitle: null, credits: [] })
  const placeIn = (direction: 'ltr' | 'rtl') =>
    browser().withPage(async (page) => {
      const deck = { ...deckOf([cover]), direction }
      await page.show(renderPrint(deck, layouts, loadTheme('briefing')), WIDE)
      return page.evaluate(() => {
        const shown = document.querySelector('.slide')
        if (shown === null) return null
        const { marginLeft, marginRight, width, direction: shownDirection } = getComputedStyle(shown, '::after')
        const [left = 0, right = 0, size = 0] = [marginLeft, marginRight, width].map(Number.parseFloat)
        return Math.round(shownDirection === 'rtl' ? shown.clientWidth - right - size : left)
      })
    })
  const place = await placeIn('ltr')
  expect(place).toBeGreaterThan(0)
  expect(Math.abs(((await placeIn('rtl')) ?? 0) - (place ?? 0))).toBeLessThan(4)
})

test.each(['few', 'many'])('briefing has the words beside or below a figure within its body (%s)', async (length) => {
  const label = length === 'few' ? 'of the water' : 'of the water that the gauge saw in a month at the quay, '.repeat(3)
  const words = { label: line(label), context: line('The rest was wind') }
  const number = slide('number', { title: line('Then fit'), value: line('92%'), ...words })
  const bottoms = await browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([number]), layouts, loadTheme('briefing')), WIDE)
    return page.evaluate(() =>
      ['.number-words', '.slide-body'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0,
      ),
    )
  })
  expect(bottoms[0]).toBeLessThanOrEqual(bottoms[1] ?? 0)
})

test.each([WIDE, SQUARE])(
  'signal has titles alike on all content slides, and the number of the part beside them (%o)',
  async (canvas) => {
    const title = line('What you need')
    const few = ['A computer', 'A sensor'].map((text) => point(text))
    const moments = [{ when: line('1976'), what: line('The gale') }]
    const slides = [
      slide('points', { title, lead: null, points: few }, { part: 1 }),
      slide('statement', { title, statement: line('A well'), source: null, formula: null }, { part: 1 }),
      slide('quote', { title, quote: line('A well'), speaker: line('Ida Quay') }, { part: 1 }),
      slide('number', { title, value: line('92%'), label: line('of the water'), context: null }, { part: 1 }),
      slide('timeline', { title, moments }, { part: 1 }),
    ]
    const theme = { ...loadTheme('signal'), canvas }
    const seen = await browser().withPage(async (page) => {
      await page.show(renderPrint(deckOf(slides, ['Measure first']), layouts, theme), canvas)
      return page.evaluate(() =>
        [...document.querySelectorAll('section.page')].map((section) => {
          const placeOf = (selector: string) => {
            const element = section.querySelector(selector) ?? document.body
            const { top, left } = element.getBoundingClientRect()
            const { fontSize, fontWeight } = getComputedStyle(element)
            return { top: top - section.getBoundingClientRect().top, left, fontSize, fontWeight }
          }
          return {
            title: JSON.stringify(placeOf('.title')),
            numeral: Number.parseFloat(placeOf('.kicker-number').fontSize),
          }
        }),
      )
    })
    expect(seen).toHaveLength(slides.length)
    expect(new Set(seen.map(({ title }) => title)).size).toBe(1)
    // In a block beside the content, the number is larger.
    const [first = 0, ...others] = seen.map(({ numeral }) => numeral)
    expect(new Set(others).size).toBe(1)
    expect(first / (others[0] ?? 1)).toBeCloseTo(canvas === WIDE ? 2 : 1, 0)
  },
)

test.each(['chalk', 'lectern', 'signal'])(
  '%s has titles at one height, with or without the name of the part',
  async (name) => {
    const points = ['A computer', 'A sensor'].map((text) => point(text))
    const shown = slide('points', { title: line('What you need'), lead: null, points }, { part: 1 })
    const theme = loadTheme(name)
    const tops = await browser().withPage(async (page) => {
      await page.show(renderPrint(deckOf([{ ...shown, part: 0 }, shown], ['Measure first']), layouts, theme), WIDE)
      return page.evaluate(() =>
        [...document.querySelectorAll('section.page')].map((section) => ({
          named: section.querySelector('.kicker-text') !== null,
          top:
            (section.querySelector('.title')?.getBoundingClientRect().top ?? 0) - section.getBoundingClientRect().top,
        })),
      )
    })
    expect(tops.map(({ named }) => named)).toEqual([false, true])
    expect(tops[0]?.top).toBe(tops[1]?.top)
  },
)

test.each(['chalk', 'lectern'])(
  '%s shows the marks of all parts in 4:3, under a talk with a long name',
  async (name) => {
    const shown = slide(
      'points',
      { title: line('What you need'), lead: null, points: [point('A computer')] },
      { part: 1 },
    )
    const theme = { ...loadTheme(name), canvas: SQUARE }
    const deck = { ...deckOf([shown], ['Measure first', 'Then fit', 'Set the hand']), title: LONG_NAME }
    const widths = await browser().withPage(async (page) => {
      await page.show(renderPrint(deck, layouts, theme), SQUARE)
      return page.evaluate(() => [...document.querySelectorAll('.tick')].map((tick) => tick.clientWidth))
    })
    expect(widths).toHaveLength(3)
    expect(Math.min(...widths)).toBeGreaterThan(8)
  },
)

const LONG_NAME = 'A Tide Clock in Thirty Lines: Reading the Sea with a Cheap Computer and a Float'

test.each(themeNames())('%s draws its ornaments as outlines that PowerPoint can have', async (name) => {
  const theme = loadTheme(name)
  const outlines = await browser().withPage(async (page) => {
    await page.show(renderPrint(sample, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.slide, .slide *:not(.unseen)')].flatMap((element) =>
        [null, '::before', '::after'].map((part) => getComputedStyle(element, part).clipPath),
      ),
    )
  })
  expect(outlines.filter((outline) => outline.includes('calc('))).toEqual([])
})
