// Prepares the handout for printing as a PDF.

import type { BrowserPage } from '../browser/browser-page.ts'
import { hasUnseenText } from '../model/deck.ts'
import type { Settings } from '../model/settings.ts'
import { renderHandout, renderNotesToMeasure } from '../render/handout.ts'
import { visibleWords } from '../render/visible-words.ts'
import { measureNoteHeights } from './measure-note-heights.ts'
import { maxPdfBytes } from './pdf-size-limit.ts'
import type { PrintJob } from './print-and-check.ts'
import { directionOf, type PaperDeck } from './slides-pdf.ts'
import { tightenHandout } from './tighten-handout.ts'

/** Prepares the handout for printing. The notes are measured first, so that each is kept on one page where possible. */
export async function prepareHandout(
  { deck, theme, layouts }: PaperDeck,
  { handout: layout, paper }: Settings,
  page: BrowserPage,
): Promise<PrintJob> {
  const plan = { deck, theme, layouts, layout, paper }
  await page.show(renderNotesToMeasure(plan))
  const { html, pieces, pageCount } = renderHandout(plan, await measureNoteHeights(page, deck))
  const passages = pieces.map(({ slide, page: pageNumber, element }) => {
    const shown = slide === null ? undefined : deck.slides[slide]
    const words = shown !== undefined && hasUnseenText(shown) ? [] : visibleWords([element])
    return { slide: (slide ?? 0) + 1, page: pageNumber, words }
  })
  const prepare = (printPage: BrowserPage) => tightenHandout(printPage, paper)
  return {
    html,
    author: deck.author,
    prepare,
    expected: {
      ...directionOf(deck),
      pageCount,
      mayHaveMorePages: true,
      passages,
      maxBytes: maxPdfBytes(deck, pageCount),
    },
  }
}
