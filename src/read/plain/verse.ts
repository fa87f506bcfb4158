// Finds verse in plain text.

import { isByline } from '../byline.ts'
import { isDate } from '../dates.ts'
import { continuesSentence } from './continues-sentence.ts'
import { isCode } from './detect-code.ts'
import type { SourceLine } from './lines.ts'
import { markerOf } from './list-markers.ts'
import type { SetOffBlock } from './set-off-block.ts'
import { isFull, type Wrap, widthInColumns } from './wrap.ts'

/**
 * Finds verse that is not indented: stanzas of short lines, with sentences that run on across line breaks. Unless all
 * lines of the text are short, at most one in four lines of the verse may begin in lower case, because some writers
 * break their prose after every clause.
 */
export function findVerse(lines: readonly SourceLine[], wrap: Wrap | undefined): readonly SetOffBlock[] {
  const areAllShort = wrap === undefined && lines.every(({ text }) => widthInColumns(text) <= MAX_WIDTH)
  const blocks: SetOffBlock[] = []
  for (let index = indexAfterHead(lines); index < lines.length; ) {
    const end = endOfStanzas(lines, index, wrap)
    const verseLines = lines.slice(index, end)
    const couldBeVerse = areAllShort || hasCapitals(verseLines)
    if (verseLines.length >= MIN_LINES && couldBeVerse && isVerse(verseLines))
      blocks.push({ type: 'verse', start: index, end })
    index = Math.max(end, index + 1)
  }
  return blocks
}

function hasCapitals(lines: readonly SourceLine[]): boolean {
  return lines.filter(({ text }) => !/^["'“‘«(¡¿—]?\p{Ll}/u.test(text)).length >= MIN_CAPITAL_FRACTION * lines.length
}

const MIN_CAPITAL_FRACTION = 0.75
/** The minimum number of lines, because fewer could be an address. */
const MIN_LINES = 4

/**
 * Whether short lines are verse: sentences run on across many line breaks, and at least half of the stanzas end with a
 * pause or a sentence.
 */
export function isVerse(lines: readonly SourceLine[]): boolean {
  if (!lines.every(isVerseLine) || wordsIn(lines) < MIN_WORDS * lines.length) return false
  const innerLines = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next?.gap === 0 ? [{ line, next }] : []
  })
  const lastLines = lines.filter((_, index) => (lines[index + 1]?.gap ?? 1) > 0)
  const runOnLines = innerLines.filter(({ line }) => !SENTENCE_END.test(line.text))
  const pausingLines = runOnLines.filter(({ line, next }) => PAUSES.test(line.text) || continuesSentence(line, next))
  const closedStanzas = lastLines.filter(({ text }) => SENTENCE_END.test(text) || PAUSES.test(text))
  return (
    innerLines.length >= lastLines.length &&
    runOnLines.length >= MIN_RUN_ON_FRACTION * innerLines.length &&
    pausingLines.length >= MIN_PAUSE_FRACTION * innerLines.length &&
    closedStanzas.length * 2 >= lastLines.length
  )
}

const SENTENCE_END = /[.!?…。！？]["'”’»)\]」』]*$/
const PAUSES = /[,;:—–،，、；]["'”’]*$/
/** The minimum average number of words per line. */
const MIN_WORDS = 2.5
/** The minimum fraction of the lines inside stanzas that do not end a sentence. */
const MIN_RUN_ON_FRACTION = 0.4
/** The minimum fraction of the lines inside stanzas that end in a pause, or in the middle of a clause. */
const MIN_PAUSE_FRACTION = 0.25

function wordsIn(lines: readonly SourceLine[]): number {
  return lines.reduce((sum, { text }) => sum + (/\p{sc=Han}/u.test(text) ? text.length : text.split(' ').length), 0)
}

function isVerseLine(line: SourceLine): boolean {
  const { text } = line
  return (
    widthInColumns(text) <= MAX_WIDTH &&
    /^["'“‘«(¡¿—]?\p{L}/u.test(text) &&
    !NOT_VERSE.test(text) &&
    !markerOf(text) &&
    !isCode(line)
  )
}

/** In columns. */
const MAX_WIDTH = 64
const NOT_VERSE = /\t|:\/\/|@\w+\.|^[\p{L} ]{1,20}: |\d{4}/u

/**
 * Returns the index of the first line after the title and credits. Returns 0 if the first line is verse itself, that
 * is, ends in punctuation directly above the second.
 */
function indexAfterHead(lines: readonly SourceLine[]): number {
  const [first] = lines
  if (first && (PAUSES.test(first.text) || SENTENCE_END.test(first.text)) && lines[1]?.gap === 0) return 0
  const next = lines.findIndex(({ text }, index) => index > 0 && !isByline(text) && !isDate(text))
  return next < 0 ? lines.length : next
}

/**
 * Finds the end of the stanzas that begin at a line. They end before a single line, a line that is not verse, or a
 * wrapped paragraph.
 */
function endOfStanzas(lines: readonly SourceLine[], start: number, wrap: Wrap | undefined): number {
  let end = start
  while (end < lines.length) {
    const stanza = endOfStanza(lines, end)
    const verseLines = lines.slice(end, stanza)
    if (verseLines.length < 2 || !verseLines.every(isVerseLine) || (wrap && hasFullLine(verseLines, wrap)))
      return end > start ? end : stanza
    end = stanza
  }
  return end
}

function endOfStanza(lines: readonly SourceLine[], start: number): number {
  let end = start + 1
  while (end < lines.length && lines[end]?.gap === 0) end += 1
  return end
}

/** Whether any line was broken at the width of the hard-wrapped text. */
function hasFullLine(lines: readonly SourceLine[], wrap: Wrap): boolean {
  return lines.some((line, index) => {
    const next = lines[index + 1]
    return next !== undefined && isFull(line, next, wrap)
  })
}
