import type { VFile } from 'vfile'
import { chosenSettings } from '../deck-file/chosen-settings.ts'
import { type DeckText, deckText, printDeckText } from '../deck-file/print.ts'
import { withHidden } from '../deck-file/with-hidden.ts'
import { askedBackgrounds } from '../illustrate/backgrounds.ts'
import { layOut } from '../layout/lay-out.ts'
import { layouts as ownLayouts } from '../layout/layouts.ts'
import type { Article } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import type { Draft } from '../model/draft.ts'
import type { Layouts } from '../model/layout.ts'
import type { Settings } from '../model/settings.ts'
import { checkFrontMatter } from '../settings/front-matter.ts'
import { type Choices, settle } from '../settings/settings.ts'
import { draft } from './draft.ts'
import type { Support } from './options.ts'
import { type Input, readInput } from './read-input.ts'

/** The part of a conversion's support that outlining uses. */
export type Outlining = Pick<Support, 'signal' | 'noted' | 'memory' | 'as' | 'remarkPlugins' | 'layouts' | 'writer'>

/**
 * Writes the deck file of an article, in pieces. Messages go to `file.messages`.
 * @throws {Unreadable} or the signal's reason
 */
export async function outlineDeck(
  file: VFile,
  choices: Choices = {},
  { layouts = ownLayouts, ...support }: Outlining = {},
): Promise<DeckText> {
  const input = await readInput(file, support)
  const { article } = input
  const settings = settingsFor(article, choices, file)
  const { drafts, parts } = await draft(input, { settings, file, support })
  const deck = layOut(drafts, { article, parts, layouts })
  return deckTextOf(deck, { input, drafts, layouts, choices, file })
}

/** The text of an article's deck file. Throws as `outlineDeck` does. */
export async function deckFileFor(file: VFile, choices: Choices = {}, support: Outlining = {}): Promise<string> {
  return printDeckText(await outlineDeck(file, choices, support))
}

/** Everything that a deck file is printed from, except the deck. */
export interface Printing {
  readonly input: Input
  readonly drafts: readonly Draft[]
  readonly layouts: Layouts
  readonly choices: Choices
  readonly file: VFile
}

/** Prints a deck, as it was laid out, as a deck file in pieces. */
export function deckTextOf(deck: Deck, { input, drafts, layouts, choices, file }: Printing): DeckText {
  const { article, otherDeck } = input
  const hidden = otherDeck?.hidden ?? []
  const hiddenDrafts = hidden.map(({ draft }) => draft)
  const hiddenDeck = layOut(hiddenDrafts, { article, parts: otherDeck?.parts ?? [], layouts })
  const asLaidOut = (laidOut: Deck) => ({ laidOut, fitted: laidOut })
  return deckText({
    deck: withHidden({ shown: asLaidOut(deck), hidden: asLaidOut(hiddenDeck), drafts: hidden }),
    article,
    layouts,
    settings: chosenSettings(choices, article.frontMatter, file),
    as: otherDeck?.kind,
    backgrounds: new Map([...askedBackgrounds(hiddenDrafts, hiddenDeck), ...askedBackgrounds(drafts, deck)]),
  })
}

/** Merges the user's choices over the article's front matter. */
export function settingsFor({ frontMatter }: Article, choices: Choices, file: VFile): Settings {
  return settle(choices, frontMatter === undefined ? {} : checkFrontMatter(frontMatter, file))
}
