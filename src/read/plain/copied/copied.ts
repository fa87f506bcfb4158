// Detects web pages that were copied as text.

import type { SourceLine } from '../lines.ts'
import { markerOf } from '../marker.ts'
import { versesOf } from '../verse.ts'
import { type LineTraits, lineTraitsOf } from './line-traits.ts'

/**
 * Whether a text was copied from an English page, in the form that browsers copy: only paragraphs are followed by a
 * blank line, so a heading is directly above its text, and an item or a listing directly above what follows.
 */
export function isCopied(lines: readonly SourceLine[]): boolean {
  const sights = lines.map(lineTraitsOf)
  const told = sights.slice(1, -1).map((at, index): LineFacts => {
    const next = sights[index + 2]
    return { at, isTight: next?.gap === 0, next }
  })
  const paragraphs = told.filter(({ at }) => isParagraph(at))
  const leading = told.filter(({ at, next }) => isBare(at) && next !== undefined && isParagraph(next))
  const short =
    leading.length > 0
      ? leading
      : told.filter(({ at, next }) => isBare(at) || (at.isCode && next !== undefined && isParagraph(next)))
  return (
    paragraphs.filter(({ at }) => at.width >= PARAGRAPH).length >= MIN_PARAGRAPHS &&
    paragraphs.filter(({ isTight }) => !isTight).length >= SPACED_SHARE * paragraphs.length &&
    short.length > 0 &&
    short.filter(({ isTight }) => isTight).length >= TIGHT_SHARE * short.length &&
    paragraphs.filter(({ at }) => isEnglish(at)).length * 2 >= paragraphs.length &&
    !isVerse(lines)
  )
}

interface LineFacts {
  readonly at: LineTraits
  /** Whether no blank line follows. */
  readonly isTight: boolean
  readonly next: LineTraits | undefined
}

function isProse({ isCode, indent, text }: LineTraits): boolean {
  return !isCode && indent === 0 && !text.includes('\t')
}

function isParagraph(at: LineTraits): boolean {
  return isProse(at) && (at.width >= PARAGRAPH || (at.width >= SENTENCE && at.end === 'stop'))
}

/** Whether a line without final punctuation can be a heading or a short item. */
function isBare(at: LineTraits): boolean {
  return isProse(at) && at.width < MAX_BARE_WIDTH && (at.end === 'open' || at.end === 'question') && !markerOf(at.text)
}

/** Whether verse is a large part of a text. A small part may be something else, such as program output. */
function isVerse(lines: readonly SourceLine[]): boolean {
  const verse = versesOf(lines, undefined).reduce((sum, { start, end }) => sum + end - start, 0)
  return verse > lines.length * VERSE_SHARE
}

const VERSE_SHARE = 0.25

/** In columns: a line from the first width on, or a sentence from the second on, counts as a paragraph. */
const PARAGRAPH = 110
const SENTENCE = 70
const MIN_PARAGRAPHS = 2
/** The minimum share of paragraphs that a blank line follows: some are long list items, which none follows. */
const SPACED_SHARE = 0.4
/** In columns. */
const MAX_BARE_WIDTH = 60
/**
 * The minimum share of short lines that no blank line follows. In nine out of ten copies (of 1000), none is followed by
 * one, whereas people who type a text leave one below a heading.
 */
const TIGHT_SHARE = 0.5

function isEnglish({ functionWords, words }: LineTraits): boolean {
  return functionWords * 4 >= words
}
