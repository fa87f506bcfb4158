// Makes the deck file of an article (`lectern outline`).

import type { VFile } from 'vfile'
import type { DeckText } from '../deck-file/deck-text.ts'
import { frontMatterSettings } from '../deck-file/front-matter-settings.ts'
import { type KeptSettings, withSettings } from '../deck-file/keep-settings.ts'
import { deckText } from '../deck-file/make-deck-text.ts'
import { printDeckText } from '../deck-file/print.ts'
import { restoreHiddenSlides } from '../deck-file/restore-hidden-slides.ts'
import { requestedBackgrounds } from '../illustrate/backgrounds.ts'
import { layOut } from '../layout/choose-layout.ts'
import { layouts as ownLayouts } from '../layout/layout-table.ts'
import type { Deck } from '../model/deck.ts'
import type { Draft } from '../model/draft.ts'
import type { Layouts } from '../model/layout.ts'
import { picturesOn } from '../model/slide-pictures.ts'
import { type Choices, settingsFor } from '../settings/settings.ts'
import { isWebAddress } from '../util/web-address.ts'
import { imagesOf } from './article-images.ts'
import { makeDrafts } from './make-drafts.ts'
import type { ConvertOptions } from './options.ts'
import { type Input, readInput } from './read-input.ts'

/** Options for writing a deck file. */
export interface OutlineOptions
  extends Pick<
    ConvertOptions,
    'signal' | 'onRead' | 'memory' | 'as' | 'images' | 'remarkPlugins' | 'layouts' | 'writer'
  > {
  /** Returns the name of the local copy of a web page's image, given its address; null to use the address itself. */
  readonly copyOf?: ((url: string) => Promise<string | null>) | undefined
  /** Settings of the deck file that this one replaces. */
  readonly kept?: KeptSettings | undefined
}

/**
 * Makes the deck file of an article, in pieces. Messages go to `file.messages`.
 * @throws {UnreadableError} or the signal's reason
 */
export async function outlineDeck(
  file: VFile,
  choices: Choices = {},
  { layouts = ownLayouts, copyOf, kept = {}, ...options }: OutlineOptions = {},
): Promise<DeckText> {
  const found = await readInput(file, options)
  const article = { ...found.article, frontMatter: withSettings(found.article.frontMatter, kept) }
  const input = { ...found, article }
  const settings = settingsFor(article.frontMatter, choices, file)
  const { source } = imagesOf(file, settings.root, options)
  const { drafts, parts } = await makeDrafts(input, { ...options, settings, images: source, file })
  const deck = layOut(drafts, { article, parts, layouts, settings })
  const copies = copyOf === undefined ? undefined : await copyWebImages(deck, copyOf)
  return deckTextOf(deck, { input, drafts, layouts, choices, file, copies })
}

/** Copies the web images on a deck's slides, and maps their addresses to the copies. */
async function copyWebImages({ slides }: Deck, copyOf: (url: string) => Promise<string | null>) {
  const copies = new Map<string, string>()
  const urls = slides.flatMap(picturesOn).flatMap((picture) => ('image' in picture ? [picture.image.url] : []))
  for (const url of new Set(urls.filter(isWebAddress))) {
    const copy = await copyOf(url)
    if (copy !== null) copies.set(url, copy)
  }
  return copies
}

/** Returns the text of an article's deck file. Throws like `outlineDeck`. */
export async function deckFileFor(file: VFile, choices: Choices = {}, options: OutlineOptions = {}): Promise<string> {
  return printDeckText(await outlineDeck(file, choices, options))
}

/** Everything that goes into a deck file, except the deck. */
export interface DeckTextSource {
  readonly input: Input
  readonly drafts: readonly Draft[]
  readonly layouts: Layouts
  readonly choices: Choices
  readonly file: VFile
  readonly copies?: ReadonlyMap<string, string> | undefined
}

/** Makes a deck file, in pieces, from a deck that has not been measured. */
export function deckTextOf(deck: Deck, { input, drafts, layouts, choices, file, copies }: DeckTextSource): DeckText {
  const { article, otherDeck } = input
  const hidden = otherDeck?.hidden ?? []
  const hiddenDrafts = hidden.map(({ draft }) => draft)
  const hiddenDeck = layOut(hiddenDrafts, { article, parts: otherDeck?.parts ?? [], layouts })
  const asFitted = (laidOut: Deck) => ({ laidOut, fitted: laidOut })
  return deckText({
    deck: restoreHiddenSlides({ shown: asFitted(deck), hidden: asFitted(hiddenDeck), drafts: hidden }),
    article,
    layouts,
    settings: frontMatterSettings(choices, article.frontMatter, file),
    as: otherDeck?.kind,
    copies,
    backgrounds: new Map([...requestedBackgrounds(hiddenDrafts, hiddenDeck), ...requestedBackgrounds(drafts, deck)]),
  })
}
