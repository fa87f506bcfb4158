import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { withNumber } from '../../src/model/numbered-title.ts'
import { CANVASES } from '../../src/model/settings.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, slide } from '../render/decks.ts'
import { fitDeck } from './fit-deck.ts'

const browser = oneBrowser()

const LABEL =
  'of all the loaves that the bakery made in winter were sold before ten in the morning, on days with snow too'

const FIGURES = [
  { value: line('86 %'), label: line('of all loaves are sold before ten'), context: null },
  {
    value: line('200 million'),
    label: line(LABEL),
    context: line('The others were given to the school down the road'),
  },
]

/** Fits figures under one title. Returns the sizes of each and its words, and its distance from the head. */
async function fitFigures(name: string, shape: '16:9' | '4:3') {
  const plain = loadTheme(name)
  const theme = { ...plain, canvas: CANVASES[shape] ?? plain.canvas }
  const title = (index: number) => withNumber(line('What the gauges of nine winters say about the tides'), index + 1, 2)
  const slides = FIGURES.map((figure, index) => ({
    ...slide('number', { title: title(index), ...figure }),
    id: `figure-${index}`,
  }))
  const { deck, messages } = await fitDeck(deckOf(slides), { browser: browser(), theme })
  const shown = await browser().withPage(async (page) => {
    await page.show(renderPrint(deck, layouts, theme), theme.canvas)
    return page.evaluate(() =>
      [...document.querySelectorAll('.slide')].map((each) => {
        const sizeOf = (selector: string) => {
          const element = each.querySelector(selector)
          return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0
        }
        const figure = each.querySelector('.number-value') ?? each
        const { fontWeight, fontSize, fontFamily } = getComputedStyle(figure)
        const context = document.createElement('canvas').getContext('2d')
        if (context) context.font = `${fontWeight} ${fontSize} ${fontFamily}`
        const height = context?.measureText(figure.textContent ?? '').actualBoundingBoxAscent ?? 0
        const mark = document.createElement('span')
        mark.style.display = 'inline-block'
        figure.prepend(mark)
        const baseline = mark.getBoundingClientRect().bottom
        mark.remove()
        const headEnd = each.querySelector('.slide-head')?.getBoundingClientRect().bottom ?? 0
        return {
          size: sizeOf('.number'),
          label: sizeOf('.number-label'),
          context: sizeOf('.number-context'),
          air: baseline - height - headEnd,
        }
      }),
    )
  })
  return { shown, messages }
}

test.each(themeNames())('%s keeps figures below the title, each as large as its slide allows', async (name) => {
  for (const shape of ['16:9', '4:3'] as const) {
    const { shown, messages } = await fitFigures(name, shape)
    const [short, long] = shown
    expect(messages).toEqual([])
    for (const { air } of shown) expect(air).toBeGreaterThanOrEqual(0)
    expect(short?.size).toBeGreaterThan(long?.size ?? 0)
    expect(long?.label).toBeGreaterThan(long?.context ?? 0)
  }
})
