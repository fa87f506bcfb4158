import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { photograph } from '../illustrate/photograph.ts'
import { deckOf, line, point, slide } from '../render/decks.ts'

const browser = oneBrowser()

const title = line('The lighthouse was built in 1871')

const points = slide('points', { title, lead: null, points: [point('Its lamp can be seen at sea')] }, { part: 2 })
const caption = line('The bay in March', 'caption')
const pictured = slide('image', { title, picture: photograph(1600, 900), caption }, { part: 2 })

/** Shows a slide in the look "chalk", in a deck with this many parts, and measures its tally. */
async function tallyOn(shown: typeof points | typeof pictured, parts: number) {
  const theme = loadTheme('chalk')
  const names = Array.from({ length: parts }, (_, index) => `Part ${index + 1}`)
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deckOf([shown], names), layouts, theme), theme.canvas)
    return page.evaluate(() => {
      const origin = document.querySelector('.slide')?.getBoundingClientRect()
      return [...document.querySelectorAll<HTMLElement>('.tick')].map((tick) => {
        const { left, bottom } = tick.getBoundingClientRect()
        return {
          isVisible: tick.checkVisibility({ visibilityProperty: true }),
          height: tick.offsetHeight,
          left: left - (origin?.left ?? 0),
          below: (origin?.bottom ?? 0) - bottom,
        }
      })
    })
  })
}

test.each([
  ['points', points],
  ['a picture from edge to edge', pictured],
])('chalk has its tally on a slide with %s, large and clear of the lower edge', async (_, shown) => {
  const marks = await tallyOn(shown, 3)
  expect(marks).toHaveLength(3)
  for (const { isVisible, height, below } of marks) {
    expect(isVisible).toBe(true)
    expect(height).toBeGreaterThan(60)
    expect(below).toBeGreaterThan(30)
  }
})

test('chalk has room for thirteen marks in one row, and for thirty', async () => {
  for (const parts of [13, 30]) {
    for (const { left } of await tallyOn(points, parts)) expect(left).toBeGreaterThan(88)
  }
})
