// The interface of functions that rewrite decks of other tools.

import type { FrontMatterValue } from '../../model/article.ts'

/** A deck of another tool to rewrite. */
export interface DeckToRewrite {
  /** The text, with its front matter blanked out. */
  readonly text: string
  /** The values in its front matter. */
  readonly values: Readonly<Record<string, FrontMatterValue>>
  /** The text of its front matter. */
  readonly frontMatterText: string
  /** The offset after the front matter, where its slides begin. */
  readonly start: number
  /** Reports that a feature is not read; the same message appears only once. */
  report(feature: UnreadFeature): void
}

/** Features of other tools' decks that Lectern does not have. */
export type UnreadFeature = 'active' | 'styles' | 'components' | 'imports' | 'remote' | 'shortcodes'

/** The message about each feature. */
export const UNREAD_MESSAGES: Readonly<Record<UnreadFeature, string>> = {
  active:
    'Scripts, styles and frames in this deck are left out: a Lectern deck runs and loads nothing. Write out what they show.',
  styles:
    'Classes, headers, footers and the like in this deck are ignored: the theme decides how slides look. Choose one with --theme.',
  components: 'Components in this deck are not shown, only the words in them. Insert a picture of what they show.',
  imports: 'Slides from other files are not read. Copy them into this one.',
  remote: 'Backgrounds from the web are not shown: a Lectern deck loads nothing. Save them beside the deck.',
  shortcodes: 'Shortcodes in this deck are neither run nor shown. Write out what they show.',
}
