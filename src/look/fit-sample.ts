// Fits the sample deck to a theme, for previews and contrast checks.

import { VFile } from 'vfile'
import type { Browser } from '../browser/browser.ts'
import { fit } from '../fit/fit.ts'
import { drawCharts } from '../illustrate/charts/draw-charts.ts'
import { layouts } from '../layout/layout-table.ts'
import type { Deck } from '../model/deck.ts'
import type { Theme } from '../model/theme.ts'
import { read } from '../read/read.ts'
import { sample } from './sample.ts'

/** The sample cannot be edited, so the theme must be changed. */
const REMEDY = 'Make "type" in theme.yaml smaller, or change the rules of this layout.'

/**
 * Fits the sample deck to a theme. The returned `file` has the given path, and collects the messages about the theme's
 * slides.
 */
export async function fitSample(
  theme: Theme,
  browser: Browser,
  path: string = theme.name,
): Promise<{ deck: Deck; file: VFile }> {
  const file = new VFile({ path })
  // The article contains only a title, because no line of the sample comes from a file.
  const article = await read(new TextEncoder().encode(`# ${sample.title}\n`), new VFile({ path: 'sample.md' }))
  const deck = await browser.withPage(async (page) => {
    const deckWithCharts = await drawCharts(sample, { theme, layouts, page })
    return fit(deckWithCharts, { article, layouts, theme, page, overflowRemedy: REMEDY }, file)
  })
  return { deck, file }
}
