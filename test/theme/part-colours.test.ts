import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'

const browser = oneBrowser()

test('signal gives a figure and a timeline the colour of their part, as it does points', async () => {
  const theme = loadTheme('signal')
  const moments = ['1976', '1987', '2004'].map((when) => ({ when: line(when), what: line('The gale took the pier') }))
  const slides = [
    slide('points', { title: line('Then fit'), lead: null, points: [point('One'), point('Two')] }, { part: 4 }),
    slide(
      'number',
      { title: line('Then fit'), value: line('92%'), label: line('of the water'), context: null },
      { part: 4 },
    ),
    slide('timeline', { title: line('Storms'), moments }, { part: 4 }),
  ]
  const colours = await browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf(slides), layouts, theme), theme.canvas)
    return page.evaluate(() =>
      ['[data-layout="points"] .slide-head', '.number', '.moment'].map((selector) => {
        const element = document.querySelector(`.slide ${selector}, .slide${selector}`)
        return element === null ? null : getComputedStyle(element).backgroundColor
      }),
    )
  })
  expect(colours[0]).toMatch(/^rgb/)
  expect(new Set(colours).size).toBe(1)
})

test('signal gives the agenda the colours of its parts, on its second slide too', async () => {
  const theme = loadTheme('signal')
  const entries = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({ line: line(`Part ${from + index}`), part: from + index }))
  const agenda = (from: number, to: number) => slide('agenda', { title: line('Agenda'), entries: entries(from, to) })
  const parts = Array.from({ length: 7 }, (_, index) =>
    slide('points', { title: line('Then fit'), lead: null, points: [point('One')] }, { part: index + 1 }),
  )
  const [rows, blocks] = await browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([agenda(1, 4), agenda(4, 8), ...parts]), layouts, theme), theme.canvas)
    return page.evaluate(() =>
      ['.agenda-item', '.slide[data-layout="points"] .slide-head'].map((selector) =>
        [...document.querySelectorAll(selector)].map((element) => getComputedStyle(element).backgroundColor),
      ),
    )
  })
  expect(rows).toHaveLength(7)
  expect(rows).toEqual(blocks)
})
