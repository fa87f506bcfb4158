import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck, Slide } from '../../src/model/deck.ts'
import type { LineKind } from '../../src/model/draft.ts'
import { withNumber } from '../../src/model/numbered-title.ts'
import type { Theme } from '../../src/model/theme.ts'
import { read } from '../../src/read/read.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'

const browser = oneBrowser()
const theme = loadTheme('lectern')

const SENTENCE =
  'Readings every six minutes show surges that the daily marks on the pier had missed in nine winters out of ten'

function points(title: string | null, texts: readonly string[]): Slide {
  return slide('points', {
    title: title === null ? null : line(title),
    lead: null,
    points: texts.map((text) => point(text)),
  })
}

/** Fits slides. Returns what was measured on each in print, and the sizes of their first points, in px. */
async function fitSlides(
  slides: readonly Slide[],
  { look = theme, ...language }: Partial<Pick<Deck, 'language' | 'direction'>> & { readonly look?: Theme } = {},
) {
  const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))
  return browser().withPage(async (page) => {
    const deck = await fitDeck({ ...deckOf(slides), ...language }, { article, layouts, theme: look, page }, new VFile())
    await page.show(renderPrint(deck, layouts, look), look.canvas)
    const printed = await page.evaluate(() =>
      [...document.querySelectorAll('.slide')].map((slide) => ({
        sizes: [...slide.querySelectorAll('.point')].map((item) => Number.parseFloat(getComputedStyle(item).fontSize)),
        end: [...slide.querySelectorAll('.point-text')].at(-1)?.getBoundingClientRect().bottom ?? 0,
        top: slide.getBoundingClientRect().top,
        broken: [...(slide.querySelector('.title')?.childNodes ?? [])].flatMap((child) => {
          const text = child instanceof Text ? child : child.firstChild
          return [...(text?.textContent ?? '').matchAll(/\S+/g)].filter(({ index, 0: word }) => {
            if (text === null) return false
            const range = document.createRange()
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            return range.getClientRects().length > 1
          })
        }).length,
        title: Number.parseFloat(getComputedStyle(slide.querySelector('.title') ?? slide).fontSize),
      })),
    )
    return { deck, printed, sizes: printed.map(({ sizes }) => sizes[0] ?? 0) }
  })
}

test('a long word in a narrow title is not broken, and no title makes its points too small', async () => {
  const points3 = [SENTENCE, SENTENCE, SENTENCE]
  const titles = [
    'Heat, not time',
    'Temperature, not time',
    'Recommendations we made',
    'Donaudampfschifffahrtsgesellschaft',
  ]
  const { sizes, printed } = await fitSlides(
    titles.map((title) => points(title, points3)),
    { look: loadTheme('signal') },
  )
  expect(new Set(sizes.slice(0, 3)).size).toBe(1)
  // Below the longest titles, which are set smaller, points are smaller too.
  expect(sizes[3]).toBeGreaterThanOrEqual(34)
  expect(printed.slice(0, 3).map(({ broken }) => broken)).toEqual([0, 0, 0])
})

test('few points are set larger than many, and a sentence of twenty words can be read from afar', async () => {
  const { sizes } = await fitSlides([
    points('What a gauge needs', ['A well', 'A clock']),
    points('Readings', [SENTENCE, SENTENCE, SENTENCE]),
    points('More readings', [SENTENCE, SENTENCE, SENTENCE, SENTENCE, SENTENCE]),
  ])
  const [few = 0, some = 0, many = 0] = sizes
  expect(few).toBeGreaterThan(some)
  expect(some).toBeGreaterThan(many)
  expect(some).toBeGreaterThanOrEqual(34)
  expect(many).toBeGreaterThanOrEqual(26)
})

test('three sentences, and three single words, reach below the middle of their slides', async () => {
  const { printed } = await fitSlides([
    points('A title of one line', [SENTENCE, SENTENCE, SENTENCE]),
    points(null, [SENTENCE, SENTENCE]),
    points('What a gauge needs', ['Wells', 'Clocks', 'Readers']),
    points('One thing', ['A clock']),
  ])
  for (const { end, top } of printed) expect((end - top) / theme.canvas.height).toBeGreaterThan(0.5)
})

test('a right-to-left title is as large as a left-to-right one', async () => {
  const title = slide('title', { title: line('הנמל הישן'), subtitle: null, credits: [] })
  const { printed } = await fitSlides([title], { language: 'he', direction: 'rtl' })
  expect(printed[0]?.title).toBeGreaterThan(90)
})

test('Japanese breaks between phrases, not inside a word', async () => {
  const title = slide('closing', { title: line('ご清聴ありがとうございました'), credits: [] })
  const { deck } = await fitSlides([title], { language: 'ja' })
  const first = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    return page.evaluate(() => {
      const [text] = document.querySelector('.title')?.childNodes ?? []
      const range = document.createRange()
      const topOf = (at: number) => {
        if (text !== undefined) range.setStart(text, at)
        if (text !== undefined) range.setEnd(text, at + 1)
        return range.getBoundingClientRect().top
      }
      const all = text?.textContent ?? ''
      return [...all].filter((_, at) => topOf(at) === topOf(0)).join('')
    })
  })
  expect(['ご清聴', 'ご清聴ありがとう', 'ご清聴ありがとうございました']).toContain(first)
})

test('all slides of a list have the same size', async () => {
  const { deck, sizes } = await fitSlides([points('Readings', [...Array(11).fill(SENTENCE), 'Done'])])
  expect(deck.slides.length).toBeGreaterThan(1)
  expect(new Set(sizes).size).toBe(1)
})

test('a body is no larger than its longest word allows', async () => {
  const word = 'Gezeitenpegelaufzeichnungsgeräteverordnung'
  const { deck } = await fitSlides([points('Words', [word])])
  const lines = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    return page.evaluate(() => {
      const range = document.createRange()
      range.selectNodeContents(document.querySelector('.point-text') ?? document.body)
      return range.getClientRects().length
    })
  })
  expect(lines).toBe(1)
})

test('the title of a cover stays large over a long subtitle and a byline', async () => {
  const { printed } = await fitSlides([
    slide('title', {
      title: line('Why our town should buy back its lamps'),
      subtitle: line('Report to the town council, by the working group on street light'),
      credits: [line('12 May 2026')],
    }),
  ])
  expect(printed[0]?.title).toBeGreaterThan(80)
})

test('no letter of a cover reaches the rule above the byline, however high the slide is', async () => {
  const cover = slide('title', {
    title: line('The bridge that would not open'),
    subtitle: null,
    credits: [line('2026')],
  })
  const heights = [320, 340, 360, 380, 400, 420, 440, 460, 480, 500, 520, 540, 560, 580, 600, 640, 680]
  const touched: number[] = []
  for (const height of heights) {
    const look = { ...theme, canvas: { ...theme.canvas, height } }
    const { deck } = await fitSlides([cover], { look })
    await browser().withPage(async (page) => {
      await page.show(renderPrint(deck, layouts, look), look.canvas)
      const top = await page.evaluate(() => document.querySelector('.byline')?.getBoundingClientRect().top ?? 0)
      const strip = { width: look.canvas.width, height: 4, top: Math.floor(top) - 1, scale: 1 }
      const shown = Buffer.from(await page.screenshot(strip))
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('.title')?.style.setProperty('color', 'transparent'),
      )
      if (!shown.equals(Buffer.from(await page.screenshot(strip)))) touched.push(height)
    })
  }
  expect(touched).toEqual([])
})

test('under one numbered title, sentences fill each slide and items of a list have one size', async () => {
  const two = (...kinds: readonly [LineKind, LineKind]) =>
    kinds.map((kind, index) =>
      slide('points', {
        title: withNumber(line('Readings'), index + 1, 2),
        lead: null,
        points: (index === 0 ? FULL : FEW).map((text) => ({ line: line(text, kind), depth: 0 as const })),
      }),
    )
  const [FULL, FEW] = [
    [SENTENCE, SENTENCE, SENTENCE, SENTENCE],
    ['It rains', 'It pours'],
  ]
  const [long = 0, short = 0] = (await fitSlides(two('prose', 'prose'))).sizes
  expect(short).toBeGreaterThan(long)
  const [first, second] = (await fitSlides(two('item', 'item'))).sizes
  expect(second).toBe(first)
  // A list does not continue the sentences before it.
  const [prose = 0, list = 0] = (await fitSlides(two('prose', 'item'))).sizes
  expect(list).toBeGreaterThan(prose)
})
