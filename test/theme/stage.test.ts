import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { hideBackgrounds } from '../../src/client/scene/slide-visibility.ts'
import { fit as fitDeck } from '../../src/fit/fit.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import { CANVASES } from '../../src/model/settings.ts'
import type { Canvas } from '../../src/model/theme.ts'
import { read } from '../../src/read/read.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'
import { sample } from '../render/sample.ts'

const [WIDE, SQUARE] = [CANVASES['16:9'], CANVASES['4:3']] as Canvas[]

/** The slides are not made from this article, which only messages need. */
const article = await read(new TextEncoder().encode('# Tides\n'), new VFile({ path: 'tides.md' }))

const browser = oneBrowser()

interface Box {
  readonly top: number
  readonly bottom: number
}

/** Returns the boxes of the elements on a fitted slide, relative to the slide. */
async function boxesOn(shown: Slide, selector: string, canvas = WIDE): Promise<readonly Box[]> {
  const theme = { ...loadTheme('stage'), ...(canvas && { canvas }) }
  return browser().withPage(async (page) => {
    const deck = { ...deckOf([{ ...shown, id: 's-1' }]), parts: sample.parts }
    const fitted = await fitDeck(deck, { article, layouts, theme, page }, new VFile())
    await page.show(renderPrint(fitted, layouts, theme), theme.canvas)
    return page.evaluate(
      (wanted) =>
        [...document.querySelectorAll(`section.page ${wanted}`)].map((element) => {
          const { top, bottom } = element.getBoundingClientRect()
          const origin = element.closest('.slide')?.getBoundingClientRect() ?? new DOMRect()
          return { top: top - origin.top, bottom: bottom - origin.top }
        }),
      selector,
    )
  })
}

const pointsOf = (texts: readonly string[]) =>
  slide('points', { title: line('What you need'), lead: null, points: texts.map((text) => point(text)) }, { part: 1 })

test.each([
  ['A computer', 'A sensor'],
  ['A computer', 'A sensor', 'A pipe'],
  ['Wind is the largest error', 'Barnacles close the hole at the foot of the pipe within two summers', 'Copper tape'],
])('stage spreads its points from well below the rule to the foot: %s, %s …', async (...texts) => {
  const shown = pointsOf(texts)
  const points = await boxesOn(shown, '.point-text')
  const [head] = await boxesOn(shown, '.slide-head')
  const above = (points[0]?.top ?? 0) - (head?.bottom ?? 0)
  const gaps = points.slice(1).map(({ top }, index) => top - (points[index]?.bottom ?? 0))
  expect(above).toBeGreaterThan(40)
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(4)
  expect(points.at(-1)?.bottom).toBeGreaterThan(0.74 * 720)
})

test.each([WIDE, SQUARE])('the lit lamp of stage is that of the part, at the upper edge (%o)', async (canvas) => {
  const theme = { ...loadTheme('stage'), canvas: canvas ?? loadTheme('stage').canvas }
  const deck = { ...deckOf([1, 2].map((part) => ({ ...pointsOf(['A sensor']), part, id: `s-${part}` }))) }
  const lamps = await browser().withPage(async (page) => {
    await page.show(renderPrint({ ...deck, parts: sample.parts }, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.tick.now')].map((tick) => {
        const { left, top, width } = tick.getBoundingClientRect()
        const lamp = getComputedStyle(tick, '::after')
        const origin = tick.closest('.slide')?.getBoundingClientRect() ?? new DOMRect()
        return {
          offset: Number.parseFloat(lamp.left) + Number.parseFloat(lamp.width) / 2 - width / 2,
          end: top - origin.top + Number.parseFloat(lamp.top) + Number.parseFloat(lamp.height),
          left,
        }
      }),
    )
  })
  expect(lamps).toHaveLength(2)
  for (const { offset, end } of lamps) {
    expect(Math.abs(offset)).toBeLessThan(2)
    expect(end).toBeGreaterThan(16)
    expect(end).toBeLessThan(40)
  }
  expect(lamps[1]?.left).toBeGreaterThan(lamps[0]?.left ?? Number.POSITIVE_INFINITY)
})

test('the light of stage ends above the title, except on statements and other large words', async () => {
  const title = line('What you need')
  const shown = [
    pointsOf(['A sensor']),
    slide('statement', { title, statement: line('A pipe'), source: null, formula: null }, { part: 1 }),
  ]
  const theme = loadTheme('stage')
  const [points, statement] = await browser().withPage(async (page) => {
    const slides = shown.map((each, index) => ({ ...each, id: `s-${index + 1}` }))
    await page.show(renderPrint({ ...deckOf(slides), parts: sample.parts }, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.slide')].map((each) => {
        const title = each.querySelector('.title')?.getBoundingClientRect().top ?? 0
        const light = getComputedStyle(each.querySelector('.tick.now') ?? each, '::before')
        const beam = getComputedStyle(each, '::before')
        return {
          title: title - each.getBoundingClientRect().top,
          light: light.display === 'none' ? 0 : Number.parseFloat(light.height),
          beam: beam.content === 'none' ? 0 : Number.parseFloat(beam.height),
        }
      }),
    )
  })
  expect(points?.beam).toBe(0)
  expect(points?.light).toBeGreaterThan(40)
  expect(points?.light).toBeLessThan((points?.title ?? 0) + 8)
  expect(statement?.beam).toBe(720)
})

test.each([0, 1])('the light of stage is not in pictures of drawings for PowerPoint (part %i)', async (part) => {
  const theme = loadTheme('stage')
  const deck = { ...deckOf([{ ...pointsOf(['A sensor']), part }]), parts: part === 0 ? [] : sample.parts }
  const lights = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    await page.evaluate(hideBackgrounds)
    return page.evaluate(() =>
      [...document.querySelectorAll('.slide:not(:has(.tick)), .tick.now')].flatMap((host) =>
        ['::before', '::after'].map((pseudo) => {
          const { content, visibility } = getComputedStyle(host, pseudo)
          return [content, visibility]
        }),
      ),
    )
  })
  expect(lights).toEqual(Array.from({ length: 2 }, () => ['""', 'hidden']))
})
