import type { FrontMatterValue } from '../../model/article.ts'

/** The deck of another tool that is to be rewritten. */
export interface Rewriting {
  /** With its front matter blanked out. */
  readonly text: string
  /** The contents of its front matter. */
  readonly values: Readonly<Record<string, FrontMatterValue>>
  /** Where its slides begin: after the front matter. */
  readonly start: number
  /** Says once that something of a kind is not read. */
  report(what: Unread): void
}

/** Features of other tools' decks that Lectern does not have. */
export type Unread = 'active' | 'styles' | 'components' | 'imports' | 'remote' | 'shortcodes'

export const UNREAD: Readonly<Record<Unread, string>> = {
  active: 'Scripts, styles and frames of this deck are left out: a deck runs and loads nothing. Write what they show.',
  styles:
    'Classes, headers, footers and the like of this deck are ignored: the theme decides how slides look. Choose one with --theme.',
  components: 'Components of this deck are not shown, only the words in them. Insert a picture of what they show.',
  imports: 'Slides from other files are not read. Copy them into this one.',
  remote: 'Backgrounds from the web are not shown: a deck loads nothing. Save them beside the deck.',
  shortcodes: 'Shortcodes of this deck are neither run nor shown. Write what they show.',
}
