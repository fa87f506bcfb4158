// Puts the hidden slides of a deck file into the finished deck.

import { VFile } from 'vfile'
import type { HiddenDraft } from '../deck-file/make-drafts.ts'
import { type FittedDeck, restoreHiddenSlides } from '../deck-file/restore-hidden-slides.ts'
import type { Deck } from '../model/deck.ts'
import type { Theme } from '../model/theme.ts'
import type { DeckFitter, DeckPreparer } from './stages.ts'

/** The functions that prepare and fit hidden slides, and their arguments. */
export interface HiddenSlideOptions {
  readonly prepare: DeckPreparer
  readonly fitToTheme: DeckFitter
  readonly theme: Theme
  /** The path of the deck file. */
  readonly path: string
}

/** Prepares and fits hidden slides, and puts them back into a deck. Problems with hidden slides are not reported. */
export async function withHiddenSlides(
  shown: FittedDeck,
  drafts: readonly HiddenDraft[],
  { prepare, fitToTheme, theme, path }: HiddenSlideOptions,
): Promise<Deck> {
  const ignoredMessages = new VFile({ path })
  const { laidOut, illustrated } = await prepare(
    drafts.map(({ draft }) => draft),
    ignoredMessages,
  )
  const fitted = await fitToTheme(illustrated, theme, ignoredMessages)
  return restoreHiddenSlides({ shown, hidden: { laidOut, fitted }, drafts })
}
