import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, slide } from '../render/decks.ts'

const browser = oneBrowser()

/** Pairs of a slide's colour and the colours of its full-width parts. */
function groundsIn(): { slide: string; over: string[] }[] {
  return [...document.querySelectorAll('.slide')].map((slide) => ({
    slide: getComputedStyle(slide).backgroundColor,
    over: [...slide.querySelectorAll('.slide-head')].map((head) => getComputedStyle(head).backgroundColor),
  }))
}

test.each(themeNames())('a background of the first and the last slide is visible in the theme %s', async (name) => {
  const theme = loadTheme(name)
  const background = { type: 'colour', value: '#1b3a6b' } as const
  const deck = deckOf([
    { ...slide('title', { title: line('Tides'), subtitle: line('Late'), credits: [line('Ida Quay')] }), background },
    { ...slide('closing', { title: line('Thank you'), credits: [] }), background },
  ])
  const grounds = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    return page.evaluate(groundsIn)
  })
  expect(grounds).toEqual(deck.slides.map(() => ({ slide: 'rgb(27, 58, 107)', over: ['rgba(0, 0, 0, 0)'] })))
})
