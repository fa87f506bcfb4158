// Detects web pages that were copied as text.

import type { SourceLine } from '../lines.ts'
import { markerOf } from '../list-markers.ts'
import { findVerse } from '../verse.ts'
import { type LineTraits, lineTraitsOf } from './line-traits.ts'

/**
 * Whether text was copied from an English page in a browser. In such copies, only paragraphs are followed by a blank
 * line, so a heading is directly above its text, and an item or a listing directly above what follows.
 */
export function isCopiedPage(lines: readonly SourceLine[]): boolean {
  const traits = lines.map(lineTraitsOf)
  const facts = traits.slice(1, -1).map((line, index): LineFacts => {
    const next = traits[index + 2]
    return { line, isTight: next?.gap === 0, next }
  })
  const paragraphs = facts.filter(({ line }) => isParagraph(line))
  const headings = facts.filter(
    ({ line, next }) => (couldBeHeadingOrItem(line) || isNumbered(line)) && next !== undefined && isParagraph(next),
  )
  const shortLines =
    headings.length > 0
      ? headings
      : facts.filter(
          ({ line, next }) => couldBeHeadingOrItem(line) || (line.isCode && next !== undefined && isParagraph(next)),
        )
  return (
    paragraphs.filter(({ line }) => line.width >= PARAGRAPH_WIDTH).length >= MIN_PARAGRAPHS &&
    paragraphs.filter(({ isTight }) => !isTight).length >= MIN_SPACED_FRACTION * paragraphs.length &&
    shortLines.length > 0 &&
    shortLines.filter(({ isTight }) => isTight).length >= MIN_TIGHT_FRACTION * shortLines.length &&
    paragraphs.filter(({ line }) => isEnglish(line)).length * 2 >= paragraphs.length &&
    !hasMuchVerse(lines)
  )
}

interface LineFacts {
  readonly line: LineTraits
  /** Whether no blank line follows. */
  readonly isTight: boolean
  readonly next: LineTraits | undefined
}

function isProse({ isCode, indent, text }: LineTraits): boolean {
  return !isCode && indent === 0 && !text.includes('\t')
}

function isParagraph(line: LineTraits): boolean {
  return isProse(line) && (line.width >= PARAGRAPH_WIDTH || (line.width >= SENTENCE_WIDTH && line.end === 'stop'))
}

/** Whether a line without final punctuation can be a heading or a short item. */
function couldBeHeadingOrItem(line: LineTraits): boolean {
  return isShort(line) && !markerOf(line.text)
}

function isNumbered(line: LineTraits): boolean {
  return isShort(line) && markerOf(line.text)?.type === 'number'
}

function isShort(line: LineTraits): boolean {
  return isProse(line) && line.width < MAX_HEADING_WIDTH && (line.end === 'open' || line.end === 'question')
}

/**
 * Whether verse is a large part of the text. A small part that looks like verse may be something else, such as program
 * output.
 */
function hasMuchVerse(lines: readonly SourceLine[]): boolean {
  const verse = findVerse(lines, undefined).reduce((sum, { start, end }) => sum + end - start, 0)
  return verse > lines.length * MAX_VERSE_FRACTION
}

const MAX_VERSE_FRACTION = 0.25

/** In columns. A line at least this wide counts as a paragraph. */
const PARAGRAPH_WIDTH = 110
/** In columns. A sentence at least this wide counts as a paragraph. */
const SENTENCE_WIDTH = 70
const MIN_PARAGRAPHS = 2
/** The minimum fraction of paragraphs followed by a blank line. The others may be long list items. */
const MIN_SPACED_FRACTION = 0.4
/** In columns. */
const MAX_HEADING_WIDTH = 60
/**
 * The minimum fraction of short lines without a blank line below them. In nine out of ten copied pages (of 1,000), no
 * short line has a blank line below it. People who type their text, by contrast, leave one below a heading.
 */
const MIN_TIGHT_FRACTION = 0.5

function isEnglish({ functionWordCount, wordCount }: LineTraits): boolean {
  return functionWordCount * 4 >= wordCount
}
