import { expect, test } from 'vitest'
import { typesetFormula } from '../../src/illustrate/typeset-formula.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, slide } from '../render/decks.ts'
import { fitDeck } from './fit-deck.ts'

const browser = oneBrowser()

/** Fits slides with a formula each; returns the type size and the width of each, and its distance from the foot. */
async function fitFormulas(name: string, sources: readonly string[]) {
  const slides = await Promise.all(
    sources.map(async (tex, index) => {
      const formula = await typesetFormula(tex, 'display')
      if ('fault' in formula) throw new Error(formula.fault)
      return slide('statement', {
        title: line(`The sea ${index}`),
        statement: line(tex, 'math'),
        source: null,
        formula,
      })
    }),
  )
  const theme = loadTheme(name)
  const { deck } = await fitDeck(deckOf(slides), { browser: browser(), theme })
  return browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.formula')].map((formula) => {
        const boxes = [...formula.querySelectorAll('.base')].map((base) => base.getBoundingClientRect())
        return {
          size: Number.parseFloat(getComputedStyle(formula).fontSize),
          room:
            (formula.closest('.slide')?.querySelector('.slide-foot')?.getBoundingClientRect().top ?? 0) -
            formula.getBoundingClientRect().bottom,
          width: Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
        }
      }),
    )
  })
}

test.each(themeNames())('%s sets a formula as large as its slide allows', async (name) => {
  const long = String.raw`h(t) = a_0 + a_1 \cos(\frac{2 \pi t}{12.42}) + a_2 \cos(\frac{2 \pi t}{12.00})`
  const [one, other] = await fitFormulas(name, ['E = m c^2', long])
  expect(one?.size).toBeGreaterThan(70)
  expect(other?.size).toBeGreaterThan(36)
  expect(other?.width).toBeGreaterThan(700)
})

test.each(themeNames())('%s keeps a tall formula, with the frame around it, above the foot', async (name) => {
  const [tall] = await fitFormulas(name, [String.raw`s = k \, \frac{\rho_a C_d L}{\rho_w g H} \, U^2`])
  expect(tall?.size).toBeGreaterThan(60)
  expect(tall?.room).toBeGreaterThanOrEqual(0)
})
