import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Deck } from '../../src/model/deck.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'

const browser = oneBrowser()

const THEME = loadTheme('lectern')

/** How many lines the last two words of a point are on, in a column of this width. */
async function linesOfLastWords(width: string) {
  const points = [point('The clock ran on summer time')]
  const deck = deckOf([slide('points', { title: line('The first year'), lead: null, points })])
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, THEME), THEME.canvas)
    return page.evaluate((given) => {
      const item = document.querySelector<HTMLElement>('.point')
      const words = document.querySelector('.last-words')
      if (item === null || words === null) return 0
      item.style.width = given
      const range = document.createRange()
      range.selectNodeContents(words)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    }, width)
  })
}

test('the last two words of a point stay together if the line above them is long enough without them', async () => {
  expect(await linesOfLastWords('13.2em')).toBe(1)
})

test('the last two words of a point may be divided in a narrow column, where the line above would be short', async () => {
  expect(await linesOfLastWords('5.6em')).toBe(2)
})

test('in a deck that runs from right to left, the last words are in order with the Latin words before them', async () => {
  const slides = [slide('points', { title: null, lead: null, points: [point('מחשב קטן עם Raspberry Pi אחד')] })]
  const deck: Deck = { ...deckOf(slides), language: 'he', direction: 'rtl' }
  const positions = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, THEME), THEME.canvas)
    return page.evaluate(() => {
      const texts = [...document.querySelectorAll('.point-text, .last-words')].flatMap((each) => [...each.childNodes])
      return ['Raspberry', 'Pi'].map((word) => {
        const node = texts.find((text) => text.nodeType === Node.TEXT_NODE && text.textContent?.includes(word))
        if (node === undefined) return null
        const range = document.createRange()
        const start = node.textContent?.indexOf(word) ?? 0
        range.setStart(node, start)
        range.setEnd(node, start + word.length)
        return range.getBoundingClientRect().left
      })
    })
  })
  expect(positions).not.toContain(null)
  expect(positions).toEqual(positions.toSorted((one, other) => Number(one) - Number(other)))
})
