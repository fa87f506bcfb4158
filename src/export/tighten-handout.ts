import type { BrowserPage } from '../browser/browser-page.ts'
import { tightenSheets } from '../client/measure/tighten-sheets.ts'
import type { Paper } from '../model/settings.ts'
import { contentSizeOf, PX_PER_MM } from '../render/handout-layouts.ts'

/**
 * Reduces the space between rows on the sheets of a handout where the rows are taller than planned, because a row that
 * does not fit would move to a separate page.
 */
export function tightenHandout(page: BrowserPage, paper: Paper): Promise<void> {
  const { width, height } = contentSizeOf(paper)
  return page.evaluate(tightenSheets, width * PX_PER_MM, height * PX_PER_MM)
}
