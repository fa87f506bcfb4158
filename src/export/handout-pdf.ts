// Prepares the handout for printing as a PDF.

import type { BrowserPage } from '../browser/browser-page.ts'
import type { Settings } from '../model/settings.ts'
import { renderHandout, renderTrial } from '../render/handout.ts'
import { visibleWords } from '../render/visible-words.ts'
import { noteHeights } from './note-heights.ts'
import { budgetFor } from './pdf-size-limit.ts'
import type { Printable } from './print-and-check.ts'
import { type PaperDeck, runOf } from './slides-pdf.ts'
import { tightenHandout } from './tighten-handout.ts'

/** Prepares the handout for printing. Its notes are measured first, so that each is kept on one page where possible. */
export async function handoutToPrint(
  { deck, theme, layouts }: PaperDeck,
  { handout: layout, paper }: Settings,
  page: BrowserPage,
): Promise<Printable> {
  const plan = { deck, theme, layouts, layout, paper }
  await page.show(renderTrial(plan))
  const { html, pieces, pages } = renderHandout(plan, await noteHeights(page, deck))
  const passages = pieces.map(({ slide, page: onPage, element }) => {
    const spills = slide !== null && deck.slides[slide]?.slots.spills !== undefined
    return { slide: (slide ?? 0) + 1, page: onPage, words: spills ? [] : visibleWords([element]) }
  })
  const prepare = (shown: BrowserPage) => tightenHandout(shown, paper)
  return { html, prepare, promised: { ...runOf(deck), pages, mayFlow: true, passages, budget: budgetFor(deck, pages) } }
}
