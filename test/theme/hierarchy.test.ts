import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { CANVASES } from '../../src/model/settings.ts'
import { read } from '../../src/read/read.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'
import { sample } from '../render/sample.ts'

const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))

const LISTING = ['def height(hour, low, high):', '    risen = sum(TWELFTHS[:hour])', '    return low + risen / 12']
const rowOf = (...cells: readonly string[]) => ({ cells, line: line(cells.join('\t'), 'row') })
const TABLE = {
  header: rowOf('', 'Raising the quay', 'Moving the hall'),
  rows: [
    rowOf('Cost', 'four million', 'slightly more'),
    rowOf('Lasts', 'about twenty years', 'for good'),
    rowOf('Closes the market', 'for two summers', 'for one weekend'),
  ],
}
const slides = [
  ...sample.slides,
  ...[1, 2, 3].map((count) =>
    slide('points', {
      title: line('What a gauge needs'),
      lead: null,
      points: ['A stilling well', 'A sensor over it', 'A line to the office']
        .slice(0, count)
        .map((text) => point(text)),
    }),
  ),
  slide('code', {
    title: line('The rule of twelfths'),
    language: 'python',
    lines: LISTING.map((text) => line(text, 'code')),
    pieces: null,
  }),
]
const deck = {
  ...sample,
  ...deckOf(slides.map((each, index) => ({ ...each, id: `s-${index + 1}` }))),
  parts: sample.parts,
}

const LOOKS = ['lectern', 'briefing'].flatMap((name) =>
  Object.entries(CANVASES).map(([shape, canvas]) => ({ name, shape, canvas })),
)

const browser = oneBrowser()

describe.each(LOOKS)('the look of $name at $shape', ({ name, canvas }) => {
  const theme = { ...loadTheme(name), canvas }
  const seen = async () =>
    browser().withPage(async (page) => {
      const fitted = await fitDeck(deck, { article, layouts, theme, page }, new VFile())
      await page.show(renderPrint(fitted, layouts, theme), canvas)
      return page.evaluate(readSlides)
    })

  test('titles are larger than the text under them, points have one face, and a short listing stands in the middle of a panel that fills the slide', async () => {
    const [points, panels] = await seen()
    expect(points.length).toBeGreaterThan(5)
    // Up to three short points of briefing are as large as a statement.
    const isStatement = ({ isFew, title, size }: SeenPoints) => name === 'briefing' && isFew && size > 1.05 * title
    expect(points.filter((each) => each.title <= each.size && !isStatement(each))).toEqual([])
    expect(points.some(isStatement)).toBe(name === 'briefing')
    expect([...new Set(points.map(({ face }) => face))]).toHaveLength(1)
    for (const { end, below, above } of panels) {
      expect(end).toBeGreaterThan(0.8 * canvas.height)
      expect(Math.abs(below - above)).toBeLessThan(20)
    }
    expect(panels).not.toEqual([])
  })
})

describe.each(themeNames())('the look %s', (name) => {
  const theme = loadTheme(name)

  test('keeps a number and its unit in their line, whatever the layout', async () => {
    const held = line('Paint cools the copper faster, by 31 % in all')
    const with31 = [
      slide('takeaways', { title: held, points: [held, held] }),
      slide('points', { title: held, lead: held, points: [point(held.text), point(held.text, 1)] }),
      slide('agenda', { title: held, entries: [{ line: held, part: 1 }] }),
      slide('statement', { title: null, statement: held, source: held, formula: null }),
      slide('quote', { title: null, quote: held, speaker: held }),
    ].map((each, index) => ({ ...each, id: `s-${index + 1}` }))
    const displays = await browser().withPage(async (page) => {
      await page.show(renderPrint({ ...deckOf(with31), parts: sample.parts }, layouts, theme), theme.canvas)
      return page.evaluate(() =>
        [...document.querySelectorAll('.whole')].map(
          ({ parentElement: parent }) => parent && getComputedStyle(parent).display,
        ),
      )
    })
    expect(displays.length).toBeGreaterThan(10)
    expect(displays.filter((display) => /grid|flex/.test(display ?? ''))).toEqual([])
  })

  test('sets the heads of a small table large, lets it reach the lower third, and shows no tiny number over a title', async () => {
    const small = slide('table', { title: line('Two ways'), ...TABLE, align: null, caption: null }, { part: 1 })
    const [part] = sample.parts
    const named = slide('points', { title: line(part?.name ?? ''), lead: null, points: [point('A well')] }, { part: 1 })
    const both = [small, named].map((each, index) => ({ ...each, id: `s-${index + 1}` }))
    const seen = await browser().withPage(async (page) => {
      const fitted = await fitDeck(
        { ...deckOf(both), parts: sample.parts },
        { article, layouts, theme, page },
        new VFile(),
      )
      await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
      return page.evaluate(() => {
        const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
        const top = document.querySelector('.slide')?.getBoundingClientRect().top ?? 0
        return {
          head: Math.min(...[...document.querySelectorAll('thead th')].map(sizeOf)),
          end: (document.querySelector('table')?.getBoundingClientRect().bottom ?? 0) - top,
          numbers: [...document.querySelectorAll('.slide-kicker:not(:has(.kicker-text)) .kicker-number')]
            .filter((number) => number.checkVisibility())
            .map(sizeOf),
        }
      })
    })
    expect(seen.head).toBeGreaterThanOrEqual(26)
    expect(seen.end).toBeGreaterThan(0.64 * theme.canvas.height)
    for (const size of seen.numbers) expect(size).toBeGreaterThan(36)
  })
})

test.each(themeNames())(
  '%s sets a title of two lines well above the size of the long points under it',
  async (name) => {
    const theme = loadTheme(name)
    const three = slide('points', {
      title: line('Moving the market hall costs more at first and less in the end'),
      lead: null,
      points: [
        "Raising the quay would have cost four million and would have lasted, by the engineers' own account, for about twenty years",
        'Moving the hall costs slightly more at first, but nobody expects that it will have to be moved a second time',
        'Other shopkeepers ask for a hall that no storm can reach',
      ].map((text) => point(text)),
    })
    const { title, text } = await browser().withPage(async (page) => {
      const fitted = await fitDeck(deckOf([three]), { article, layouts, theme, page }, new VFile())
      await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
      return page.evaluate(() => {
        const sizeOf = (selector: string) =>
          Number.parseFloat(getComputedStyle(document.querySelector(selector) ?? document.body).fontSize)
        return { title: sizeOf('.slide .title'), text: sizeOf('.slide .point-text') }
      })
    })
    expect(title).toBeGreaterThanOrEqual(1.35 * text)
    expect(text).toBeGreaterThanOrEqual(36)
  },
)

test.each(themeNames())('%s sets a short listing in the middle between its title and the foot', async (name) => {
  const theme = loadTheme(name)
  const listing = slide('code', {
    title: line('The rule of twelfths'),
    language: 'python',
    lines: LISTING.map((text) => line(text, 'code')),
    pieces: null,
  })
  const { above, below } = await browser().withPage(async (page) => {
    const fitted = await fitDeck(deckOf([listing]), { article, layouts, theme, page }, new VFile())
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(() => {
      const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      const lines = [...document.querySelectorAll('.code-line')].map((each) => each.getBoundingClientRect())
      const [foot, whole] = [boxOf('.slide-foot'), boxOf('.slide')]
      const floor = foot.top > whole.top + whole.height / 2 ? foot.top : whole.bottom
      return {
        above: (lines[0]?.top ?? 0) - boxOf('.slide-head').bottom,
        below: floor - (lines.at(-1)?.bottom ?? 0),
      }
    })
  })
  expect(above).toBeGreaterThan(0)
  expect(Math.abs(above - below)).toBeLessThan(50)
})

test.each(themeNames())('%s fills the lines of points, and ends none in a line of one word', async (name) => {
  const theme = loadTheme(name)
  const texts = [
    'If it rises, the hand belongs on the left half of the dial; if it falls, on the right',
    'Fitting means finding the sizes for which the sum comes closest to what you have measured',
    'In most streets that water goes into the same pipe as everything else, and when the pipe is full, both come up together',
  ]
  // Words are added one by one, so that in some lists a line ends just before them.
  const lists = [0, 1, 2, 3].map((more) =>
    slide('points', {
      title: line('The cost of it'),
      lead: null,
      points: texts.map((text) => point(text + ' too'.repeat(more))),
    }),
  )
  const paragraphs = await browser().withPage(async (page) => {
    const fitted = await fitDeck(
      deckOf(lists.map((each, index) => ({ ...each, id: `s-${index + 1}` }))),
      { article, layouts, theme, page },
      new VFile(),
    )
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.point-text')].map((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const boxes: DOMRect[] = []
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
          for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
            const range = document.createRange()
            range.setStart(node, index)
            range.setEnd(node, index + word.length)
            boxes.push(range.getBoundingClientRect())
          }
        const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))]
        const lines = tops.map((top) => boxes.filter((box) => Math.round(box.top) === top))
        const width = element.getBoundingClientRect().width
        return lines.map((line) => ({
          words: line.length,
          share: ((line.at(-1)?.right ?? 0) - (line[0]?.left ?? 0)) / width,
        }))
      }),
    )
  })
  expect(paragraphs.length).toBeGreaterThanOrEqual(12)
  for (const lines of paragraphs) {
    if (lines.length > 1) expect(lines.at(-1)?.words).toBeGreaterThan(1)
    for (const { share } of lines.slice(0, -1)) expect(share).toBeGreaterThan(0.7)
  }
})

test.each(themeNames())('%s breaks no cell of a small table in 4:3', async (name) => {
  const own = loadTheme(name)
  const theme = { ...own, canvas: CANVASES['4:3'] ?? own.canvas }
  const small = slide('table', { title: line('Two ways'), ...TABLE, align: null, caption: null }, { part: 1 })
  const lines = await browser().withPage(async (page) => {
    const fitted = await fitDeck(
      { ...deckOf([small]), parts: sample.parts },
      { article, layouts, theme, page },
      new VFile(),
    )
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('th, td')].map((cell) => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
      }),
    )
  })
  expect(Math.max(...lines)).toBe(1)
})

test('stage sets long points one below the other, across the slide', async () => {
  const theme = loadTheme('stage')
  const texts = [
    "Raising the quay would have cost four million and would have lasted, by the engineers' own account, for about twenty years",
    'Moving the hall costs slightly more at first, but nobody expects that it will have to be moved a second time',
    'Other shopkeepers ask for a hall that no storm can reach',
  ]
  const three = slide('points', { title: line('The cost of it'), lead: null, points: texts.map((text) => point(text)) })
  const boxes = await browser().withPage(async (page) => {
    const fitted = await fitDeck(deckOf([three]), { article, layouts, theme, page }, new VFile())
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.point-text')].map((text) => text.getBoundingClientRect().toJSON()),
    )
  })
  expect(boxes).toHaveLength(3)
  expect(new Set(boxes.map(({ left }) => left)).size).toBe(1)
  for (const { width } of boxes) expect(width).toBeGreaterThan(0.6 * theme.canvas.width)
})

test('chalk sets the words of five events large, each beside its year', async () => {
  const theme = loadTheme('chalk')
  const moments = [1976, 1987, 2004, 2012, 2019].map((year) => ({
    when: line(`${year}`),
    what: line('The town built the sluice after a second flood'),
  }))
  const events = slide('timeline', { title: line('Storms to remember'), moments })
  const seen = await browser().withPage(async (page) => {
    const fitted = await fitDeck(deckOf([events]), { article, layouts, theme, page }, new VFile())
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.moment')].map((moment) => {
        const [when, what] = ['.moment-when', '.moment-what'].map((part) => moment.querySelector(part))
        return {
          size: what ? Number.parseFloat(getComputedStyle(what).fontSize) : 0,
          gap: (what?.getBoundingClientRect().left ?? 0) - (when?.getBoundingClientRect().right ?? 0),
        }
      }),
    )
  })
  expect(seen).toHaveLength(5)
  for (const { size, gap } of seen) {
    expect(size).toBeGreaterThanOrEqual(32)
    expect(gap).toBeGreaterThanOrEqual(0)
  }
})

interface SeenPoints {
  readonly text: string
  readonly title: number
  readonly size: number
  readonly face: string
  readonly isFew: boolean
}

interface SeenPanel {
  readonly end: number
  readonly above: number
  readonly below: number
}

/** Lists the titled slides with points, and the listings that are alone on their slides. Runs in the page. */
function readSlides(): readonly [readonly SeenPoints[], readonly SeenPanel[]] {
  const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
  const slides = [...document.querySelectorAll<HTMLElement>('.slide')]
  const points = slides.flatMap((each) => {
    const [title, text] = [each.querySelector('.slide-head .title'), each.querySelector('.point-text')]
    if (title === null || text === null) return []
    const face = getComputedStyle(text).fontFamily
    const isFew = each.matches(':is([data-count="1"], [data-count="2"], [data-count="3"])')
    return [{ text: title.textContent ?? '', title: sizeOf(title), size: sizeOf(text), face, isFew }]
  })
  const panels = slides.flatMap((each) => {
    const listing = each.querySelector('.slide-body > .code')
    if (!each.matches('[data-layout=code][data-count="3"]') || listing === null) return []
    const [box, top] = [listing.getBoundingClientRect(), each.getBoundingClientRect().top]
    const lines = [...listing.querySelectorAll('.code-line')].map((line) => line.getBoundingClientRect())
    const [first, last] = [lines[0]?.top ?? 0, lines.at(-1)?.bottom ?? 0]
    return [{ end: box.bottom - top, above: first - box.top, below: box.bottom - last }]
  })
  return [points, panels]
}
