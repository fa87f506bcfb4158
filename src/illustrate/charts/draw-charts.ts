// Draws the charts of a deck as SVG.

import type { Element } from 'hast'
import type { VFile } from 'vfile'
import type { BrowserPage } from '../../browser/browser-page.ts'
import { measureChartAreas } from '../../client/measure/measure-chart-areas.ts'
import { chartFaultOf } from '../../layout/charts/chart-fault.ts'
import type { Article } from '../../model/article.ts'
import type { Deck, Slide } from '../../model/deck.ts'
import type { Chart } from '../../model/draft.ts'
import type { Layouts } from '../../model/layout.ts'
import { firstPlaceOf } from '../../model/source-position.ts'
import type { Canvas, Theme } from '../../model/theme.ts'
import { renderPrintPages } from '../../render/print.ts'
import { renderSomeSlides } from '../../render/slide.ts'
import type { ChartArea } from './chart-svg.ts'

/** Warns about each table for which the author has requested a chart that cannot be drawn. */
export function reportUndrawnCharts({ slides, language }: Deck, article: Article, file: VFile): void {
  for (const slide of slides) {
    if (slide.layout !== 'table' || slide.slots.request === undefined) continue
    const { slots } = slide
    const place = firstPlaceOf(
      slots.rows.map(({ line }) => line),
      article,
    )
    const { fact, remedy } = chartFaultOf(slots, language)
    const reason = `This chart is shown as a table, because ${fact}. ${remedy}`
    file.message(reason, { place, source: 'lectern', ruleId: 'chart' })
  }
}

/** Everything needed to draw charts. */
export interface ChartOptions {
  readonly theme: Theme
  readonly layouts: Layouts
  /** The page in which the space for each chart is measured; null to assume the usual space. */
  readonly page: BrowserPage | null
}

/** Draws the charts of a deck, each to fill the space on its slide. If there are no charts, nothing is loaded. */
export async function drawCharts(deck: Deck, { theme, layouts, page }: ChartOptions): Promise<Deck> {
  if (!deck.slides.some(({ layout }) => layout === 'chart')) return deck
  const drawers = await loadDrawers()
  const usualSpace = usualSpaceOn(theme.canvas)
  const withDrawings = (spaces: readonly ChartSpace[]): Deck => {
    const remaining = [...spaces]
    const slides = deck.slides.map((slide): Slide => {
      if (slide.layout !== 'chart') return slide
      const { chart } = slide.slots
      const area = { ...(remaining.shift() ?? usualSpace), language: deck.language }
      return { ...slide, slots: { ...slide.slots, drawing: drawers[chart.kind](chart, area) } }
    })
    return { ...deck, slides }
  }
  const estimated = withDrawings([])
  return page === null ? estimated : withDrawings(await measureSpaces(page, estimated, { theme, layouts }))
}

type ChartSpace = Pick<ChartArea, 'width' | 'height'>

/** Measures the space for each chart, between its title and its caption. */
async function measureSpaces(
  page: BrowserPage,
  deck: Deck,
  { theme, layouts }: Omit<ChartOptions, 'page'>,
): Promise<readonly ChartSpace[]> {
  const slides = [...renderSomeSlides(deck, { layouts, theme, isWanted: ({ layout }) => layout === 'chart' })]
  await page.show(renderPrintPages(slides, deck, theme), theme.canvas)
  return page.evaluate(measureChartAreas)
}

type Drawers = Readonly<Record<Chart['kind'], (chart: Chart, area: ChartArea) => Element>>

async function loadDrawers(): Promise<Drawers> {
  const [{ drawBars }, { drawLines }, { drawShares }] = await Promise.all([
    import('./bars.ts'),
    import('./lines.ts'),
    import('./shares.ts'),
  ])
  return { bars: drawBars, line: drawLines, shares: drawShares }
}

/** The usual width and height of a chart under a title, as fractions of the canvas. */
const USUAL_FRACTIONS = { width: 0.88, height: 0.56 } as const

function usualSpaceOn({ width, height }: Canvas): ChartSpace {
  return { width: Math.round(width * USUAL_FRACTIONS.width), height: Math.round(height * USUAL_FRACTIONS.height) }
}
