// Detects web pages that were copied as text.

import type { SourceLine } from '../lines.ts'
import { markerOf } from '../marker.ts'
import { versesOf } from '../verse.ts'
import { type LineTraits, lineTraitsOf } from './line-traits.ts'

/**
 * Whether a text was copied from an English page, in the way browsers copy: a blank line follows paragraphs and nothing
 * else, so a heading is directly above its text, an item above the next, and code below the text before it.
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

/** Whether verse is a large part of a text; some program output looks like it. */
function isVerse(lines: readonly SourceLine[]): boolean {
  const verse = versesOf(lines, undefined).reduce((sum, { start, end }) => sum + end - start, 0)
  return verse > lines.length * VERSE_SHARE
}

const VERSE_SHARE = 0.25

/** A line with this many columns, or a sentence with the second number, is a paragraph or an equally long item. */
const PARAGRAPH = 110
const SENTENCE = 70
const MIN_PARAGRAPHS = 2
/** The share of long lines that a blank line must follow, since items may be long as well. */
const SPACED_SHARE = 0.4
/** In columns. */
const MAX_BARE_WIDTH = 60
/**
 * The share of short lines that no blank line follows. In nine of ten out of 1000 copies, no such line is followed by a
 * blank one; people who write by hand leave one below a heading.
 */
const TIGHT_SHARE = 0.5

function isEnglish({ functionWords, words }: LineTraits): boolean {
  return functionWords * 4 >= words
}
