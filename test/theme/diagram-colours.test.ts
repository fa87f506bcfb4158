import { wcagContrast } from 'culori'
import { s } from 'hastscript'
import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { deckOf, line, slide } from '../render/decks.ts'

const browser = oneBrowser()

const DRAWING = s('svg', { viewBox: '0 0 200 60' }, [
  s('rect', { width: 90, height: 60, fill: 'var(--tint)' }),
  s('rect', { x: 100, width: 90, height: 60, fill: 'var(--tint-strong)' }),
  s('text', { x: 10, y: 30, fill: 'var(--ink)' }, 'Drain'),
])

const PARTS = ['Plan', 'Dig', 'Build', 'Fill', 'Open']

test.each(['briefing', 'chalk', 'lectern', 'paper', 'signal', 'stage'])(
  'words can be read on the shapes of diagrams in every part of a deck in %s',
  async (name) => {
    const theme = loadTheme(name)
    const picture = { drawing: DRAWING, width: 200, height: 60, label: 'Drain', source: [line('Drain', 'code')] }
    const slides = PARTS.map((title, index) =>
      slide('image', { title: line(title), caption: null, picture }, { part: index + 1, id: `part-${index + 1}` }),
    )
    const colours = await browser().withPage(async (page) => {
      await page.show(renderPrint(deckOf(slides, PARTS), layouts, theme), theme.canvas)
      return page.evaluate(() =>
        [...document.querySelectorAll('.slide svg rect')].map((shape) => {
          const text = shape.parentElement?.querySelector('text')
          return text ? [getComputedStyle(shape).fill, getComputedStyle(text).fill] : []
        }),
      )
    })
    expect(colours).toHaveLength(2 * PARTS.length)
    for (const [ground = '', ink = ''] of colours)
      expect(wcagContrast(ground, ink), `${ink} on ${ground}`).toBeGreaterThan(4.5)
  },
)
