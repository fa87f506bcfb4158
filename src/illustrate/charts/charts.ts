// Draws the charts of a deck as SVG.

import type { Element } from 'hast'
import type { VFile } from 'vfile'
import type { BrowserPage } from '../../browser/browser-page.ts'
import { measureChartAreas } from '../../client/measure/measure-chart-areas.ts'
import type { Article } from '../../model/article.ts'
import type { Deck, Slide } from '../../model/deck.ts'
import type { Chart } from '../../model/draft.ts'
import type { Layouts } from '../../model/layout.ts'
import { pointAt } from '../../model/place.ts'
import type { Canvas, Theme } from '../../model/theme.ts'
import { renderSheets } from '../../render/print.ts'
import { renderSome } from '../../render/slide.ts'
import type { ChartArea } from './drawing.ts'

/** Warns about each table for which the author has requested a chart that cannot be drawn. */
export function reportUndrawnCharts({ slides }: Deck, article: Article, file: VFile): void {
  for (const slide of slides) {
    if (slide.layout !== 'table' || slide.slots.request === undefined) continue
    const { slots } = slide
    const [start] = slots.rows.flatMap(({ line }) => line.spans)[0] ?? []
    const place = start === undefined ? {} : { place: pointAt(article, start) }
    file.message(
      'This chart is shown as a table: not every value is a number, a column mixes units, or there are too many. Give plain numbers.',
      { ...place, source: 'lectern', ruleId: 'chart' },
    )
  }
}

/** What drawing charts requires. */
export interface ChartDrawing {
  readonly theme: Theme
  readonly layouts: Layouts
  /** Measures the space for each chart; null to assume the usual space. */
  readonly page: BrowserPage | null
}

/** Draws the charts of a deck, each for the space on its slide. If there are none, nothing is loaded. */
export async function drawCharts(deck: Deck, { theme, layouts, page }: ChartDrawing): Promise<Deck> {
  if (!deck.slides.some(({ layout }) => layout === 'chart')) return deck
  const draw = await drawers()
  const usual = usualRoom(theme.canvas)
  const drawn = (rooms: readonly ChartRoom[]): Deck => {
    const left = [...rooms]
    const slides = deck.slides.map((slide): Slide => {
      if (slide.layout !== 'chart') return slide
      const { chart } = slide.slots
      const sheet = { ...(left.shift() ?? usual), language: deck.language }
      return { ...slide, slots: { ...slide.slots, drawing: draw[chart.kind](chart, sheet) } }
    })
    return { ...deck, slides }
  }
  const first = drawn([])
  return page === null ? first : drawn(await roomsIn(page, first, { theme, layouts }))
}

type ChartRoom = Pick<ChartArea, 'width' | 'height'>

/** Measures the space for each chart, between its title and its caption. */
async function roomsIn(
  page: BrowserPage,
  deck: Deck,
  { theme, layouts }: Omit<ChartDrawing, 'page'>,
): Promise<readonly ChartRoom[]> {
  const slides = renderSome(deck, { layouts, theme, isWanted: ({ layout }) => layout === 'chart' })
  await page.show(renderSheets(slides, deck, theme), theme.canvas)
  return page.evaluate(measureChartAreas)
}

type Drawers = Readonly<Record<Chart['kind'], (chart: Chart, sheet: ChartArea) => Element>>

async function drawers(): Promise<Drawers> {
  const [{ drawBars }, { drawLines }, { drawShares }] = await Promise.all([
    import('./bars.ts'),
    import('./lines.ts'),
    import('./shares.ts'),
  ])
  return { bars: drawBars, line: drawLines, shares: drawShares }
}

/** The usual width and height of a chart under a title, as shares of the canvas. */
const ROOM = { width: 0.88, height: 0.56 } as const

function usualRoom({ width, height }: Canvas): ChartRoom {
  return { width: Math.round(width * ROOM.width), height: Math.round(height * ROOM.height) }
}
