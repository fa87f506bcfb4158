import type { BrowserPage } from '../browser/browser-page.ts'
import { measureNoteExtents } from '../client/measure/measure-notes.ts'
import type { Deck } from '../model/deck.ts'
import type { NoteHeights } from '../render/handout-pieces.ts'

/** Measures the height of every note on the trial page, which the browser must be showing. */
export async function measureNoteHeights(page: BrowserPage, { slides }: Deck): Promise<readonly NoteHeights[]> {
  const letterCounts = slides.map(({ note }) => note.sentences.map(({ text }) => text.replace(/\s/gu, '').length))
  const trials = await page.evaluate(
    measureNoteExtents,
    letterCounts.flatMap((countsInNote) => [countsInNote, countsInNote]),
  )
  return slides.map((_, index) => {
    const [beside, rest] = [trials[index * 2], trials[index * 2 + 1]]
    return { heading: beside?.headingHeight ?? 0, beside: beside?.extents ?? [], rest: rest?.extents ?? [] }
  })
}
