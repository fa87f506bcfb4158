// Finds verse in plain text.

import { isByline } from '../byline.ts'
import { isDate } from '../dates.ts'
import type { Display } from './display.ts'
import type { SourceLine } from './lines.ts'
import { isCode } from './looks-like-code.ts'
import { markerOf } from './marker.ts'
import { columnsOf, continuesSentence, isFull, type Wrap } from './wrap.ts'

/**
 * Finds the verse at the margin of a text: stanzas of short lines, with sentences that continue over the ends of lines.
 * Unless all lines of the text are short, three in four of the verse must not begin in lower case, because some writers
 * break their prose after every clause.
 */
export function versesOf(lines: readonly SourceLine[], wrap: Wrap | undefined): readonly Display[] {
  const isAllShort = wrap === undefined && lines.every(({ text }) => columnsOf(text) <= WIDEST)
  const displays: Display[] = []
  for (let index = afterHead(lines); index < lines.length; ) {
    const end = endOfStanzas(lines, index, wrap)
    const own = lines.slice(index, end)
    const isShown = isAllShort || hasCapitals(own)
    if (own.length >= MIN_LINES && isShown && isVerse(own)) displays.push({ type: 'verse', start: index, end })
    index = Math.max(end, index + 1)
  }
  return displays
}

function hasCapitals(lines: readonly SourceLine[]): boolean {
  return lines.filter(({ text }) => !/^["'“‘«(¡¿—]?\p{Ll}/u.test(text)).length >= CAPITAL_SHARE * lines.length
}

const CAPITAL_SHARE = 0.75
/** The minimum number of lines; fewer could be an address. */
const MIN_LINES = 4

/** Whether short lines are verse: sentences continue over the ends of many lines, and most stanzas end with a pause. */
export function isVerse(lines: readonly SourceLine[]): boolean {
  if (!lines.every(isVerseLine) || wordsIn(lines) < MIN_WORDS * lines.length) return false
  const inner = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next?.gap === 0 ? [{ line, next }] : []
  })
  const last = lines.filter((_, index) => (lines[index + 1]?.gap ?? 1) > 0)
  const run = inner.filter(({ line }) => !STOPS.test(line.text))
  const held = run.filter(({ line, next }) => PAUSES.test(line.text) || continuesSentence(line, next))
  const closed = last.filter(({ text }) => STOPS.test(text) || PAUSES.test(text))
  return (
    inner.length >= last.length &&
    run.length >= MIN_RUN_ON * inner.length &&
    held.length >= MIN_PAUSES * inner.length &&
    closed.length * 2 >= last.length
  )
}

const STOPS = /[.!?…。！？]["'”’»)\]」』]*$/
const PAUSES = /[,;:—–،，、；]["'”’]*$/
/** The minimum average number of words per line. */
const MIN_WORDS = 2.5
/**
 * Of the lines inside stanzas: the minimum share of those that do not end a sentence, and that pause or run on in one.
 */
const MIN_RUN_ON = 0.4
const MIN_PAUSES = 0.25

function wordsIn(lines: readonly SourceLine[]): number {
  return lines.reduce((sum, { text }) => sum + (/\p{sc=Han}/u.test(text) ? text.length : text.split(' ').length), 0)
}

function isVerseLine(line: SourceLine): boolean {
  const { text } = line
  return (
    columnsOf(text) <= WIDEST &&
    /^["'“‘«(¡¿—]?\p{L}/u.test(text) &&
    !NOT_VERSE.test(text) &&
    !markerOf(text) &&
    !isCode(line)
  )
}

/** In columns. */
const WIDEST = 64
const NOT_VERSE = /\t|:\/\/|@\w+\.|^[\p{L} ]{1,20}: |\d{4}/u

/**
 * Returns the index of the first line after the title and credits; 0 if the first line ends in punctuation directly
 * above the second, and so is verse.
 */
function afterHead(lines: readonly SourceLine[]): number {
  const [first] = lines
  if (first && (PAUSES.test(first.text) || STOPS.test(first.text)) && lines[1]?.gap === 0) return 0
  const next = lines.findIndex(({ text }, index) => index > 0 && !isByline(text) && !isDate(text))
  return next < 0 ? lines.length : next
}

/**
 * Finds the end of the stanzas that begin at a line: the next single line, line that is not verse, or wrapped
 * paragraph.
 */
function endOfStanzas(lines: readonly SourceLine[], start: number, wrap: Wrap | undefined): number {
  let end = start
  while (end < lines.length) {
    const stanza = endOfStanza(lines, end)
    const own = lines.slice(end, stanza)
    if (own.length < 2 || !own.every(isVerseLine) || (wrap && isBroken(own, wrap))) return end > start ? end : stanza
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
function isBroken(lines: readonly SourceLine[], wrap: Wrap): boolean {
  return lines.some((line, index) => {
    const next = lines[index + 1]
    return next !== undefined && isFull(line, next, wrap)
  })
}
