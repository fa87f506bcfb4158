// A slide in each of the decks being merged: the author's, the original and the new one.

import type { RootContent } from 'mdast'
import type { DeckBase } from '../merge-base.ts'
import type { OriginalSlide } from '../original-slides.ts'
import type { ParsedSlide } from '../parse-slides.ts'
import { markdownOf } from '../print-markdown.ts'
import { noteMarkdown } from '../print-note.ts'
import { noteBlocks } from '../read-note.ts'
import type { SlideOptions } from '../slide-options.ts'
import { wordingOf } from '../slide-wording.ts'
import { authorTokens, type NoteToken, originalTokens } from './note-tokens.ts'

/** A slide as it is in one of the decks being merged. */
export interface SlideVersion {
  /** The id as written in the file; null if the file does not contain it. */
  readonly id: string | null
  /** The comment with the slide's options, as written in the file; null if there is none. */
  readonly comment: string | null
  /** The options, without the id. */
  readonly options: SlideOptions
  /** The content of the slide, as Markdown. */
  readonly body: string
  /** Everything on the slide, as a string for comparison. */
  readonly key: string
  readonly note: string
  readonly tokens: readonly NoteToken[]
}

/** Returns a slide as Lectern wrote it. */
export function originalVersion(original: OriginalSlide, base: DeckBase): SlideVersion {
  const { id, layout, part, body } = original.slide
  return {
    // A deck file does not contain the id of a title slide that comes first.
    id: original.slide === base.slides[0] && layout === undefined ? null : id,
    comment: null,
    options: { ...(layout !== undefined && { layout }), ...(part !== undefined && { part }) },
    body,
    key: original.key,
    note: noteMarkdown(
      original.sentences.map(({ sentence }) => sentence),
      base,
    ),
    tokens: originalTokens(original, base),
  }
}

/** Everything that affects how a slide of the author's file is read. */
export interface MergeContext {
  /** The slide as Lectern wrote it; null if the author has added it. */
  readonly original: OriginalSlide | null
  readonly base: DeckBase
  readonly isFirst: boolean
  readonly language: string
}

/** Returns the author's version of a slide, with its Markdown as in the file. */
export function authorVersion(parsed: ParsedSlide, { original, base, isFirst, language }: MergeContext): SlideVersion {
  const { slide, ...options } = parsed.options
  const written = original === null ? null : { original, tokens: originalTokens(original, base) }
  const footnotes = parsed.notes.filter((node) => isFootnoteOfBody(node, parsed))
  const notes = parsed.notes.filter((node) => !footnotes.includes(node))
  return {
    id: slide ?? null,
    options,
    ...splitSlide(parsed),
    key: wordingOf(parsed, isFirst).key + markdownOf(footnotes),
    tokens: authorTokens(noteBlocks({ ...parsed, notes }), written, language),
  }
}

/** Whether a block is a footnote outside the notes. Such a footnote stays below the text that refers to it. */
function isFootnoteOfBody({ type, position }: RootContent, { noteSpans }: ParsedSlide): boolean {
  const offset = position?.start.offset ?? 0
  return type === 'footnoteDefinition' && !noteSpans.some(([start, end]) => start <= offset && offset < end)
}

/** Splits a slide into its options comment, its text, and the text of its notes without their fences. */
function splitSlide({
  source: { text },
  blockSpans,
  noteSpans,
}: ParsedSlide): Pick<SlideVersion, 'comment' | 'body' | 'note'> {
  const textBetween = [0, ...blockSpans.map(([, end]) => end)].map((from, index) =>
    text.slice(from, blockSpans[index]?.[0]),
  )
  const comments = blockSpans.map((span) => text.slice(...span)).filter((block) => block.startsWith('<!--'))
  const notes = noteSpans.map(([start, end]) => text.slice(start, end))
  return {
    comment: comments.length === 0 ? null : comments.join('\n'),
    body: withoutDefinitions(
      textBetween
        .map(withoutDefinitions)
        .filter((block) => block !== '')
        .join('\n\n'),
    ),
    note: withoutDefinitions(notes.join('\n\n')),
  }
}

/** Removes the definitions of pictures from Markdown, and blank lines around it. */
function withoutDefinitions(markdown: string): string {
  return markdown.replace(/^\[image-\d+\]:.*$/gm, '').replace(/^\s*\n|\s+$/g, '')
}
