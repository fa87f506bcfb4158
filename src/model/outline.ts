// The outline: the article's sections, with their paragraphs split into sentences.

import type { Node } from 'unist'
import type { Article, Block, ItemMarker, PassageKind, Section } from './article.ts'
import type { Span } from './span.ts'

/** A sentence, or another piece of text that is never divided: a row, a code line, a caption, a heading. */
export interface Sentence {
  /** Equals `article.text.slice(...span)`. */
  readonly text: string
  readonly span: Span
  readonly kind: PassageKind
  /** Whether it is the first sentence of its paragraph, item or block. */
  readonly startsBlock: boolean
  /** Its place in a list; absent outside lists. */
  readonly item?: ItemPlace | undefined
  /** The offset where the article refers to it, or else where it begins; absent unless it is a footnote. */
  readonly referredAt?: number | undefined
  /** `author` if the author typed it into the notes of the deck file; absent for the article's own words. */
  readonly origin?: 'author' | undefined
}

/** The nesting depth of a list item, from 1, and what stands before it. */
export interface ItemPlace {
  readonly depth: number
  readonly marker: ItemMarker
}

/** A block with its sentences. */
export interface Paragraph {
  readonly block: Block
  readonly sentences: readonly Sentence[]
}

/** A section with its paragraphs split into sentences. */
export interface OutlineSection {
  readonly section: Section
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly OutlineSection[]
}

/** The article's sections with every paragraph split into sentences. */
export interface Outline extends Node {
  readonly type: 'outline'
  readonly article: Article
  /** The paragraphs before the first part. */
  readonly opening: readonly Paragraph[]
  /** The top-level sections, in order. */
  readonly parts: readonly OutlineSection[]
  /** The time it takes to read the article aloud, in minutes. */
  readonly minutes: number
}
