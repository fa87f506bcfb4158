// Splits text in scripts without capitals, such as Chinese, Arabic or Thai, into sentences.

import type { Span } from '../model/span.ts'
import { hasLetterOrDigit } from '../util/letters-and-digits.ts'
import { segmentsOf } from './segments.ts'

/**
 * Splits a line in a script without capitals into sentences by the Unicode rules, but not inside brackets, after
 * an abbreviation, or between a quotation and the words that introduce its speaker.
 */
export function splitUncased(line: string, language: string): readonly Span[] {
  const spans: Span[] = []
  let open = 0
  for (const [start, end] of piecesOf(line, language)) {
    const before = spans.at(-1)
    if (before === undefined || (open === 0 && isBoundary(line, before, [start, end]))) spans.push([start, end])
    else spans[spans.length - 1] = [before[0], end]
    open = countOpenBrackets(line, [start, end], open)
  }
  return spans
}

/**
 * Lists the pieces into which the Unicode rules divide a line, without white space at their ends. An opening mark at
 * the end of a piece is moved to the next one.
 */
function piecesOf(line: string, language: string): readonly Span[] {
  const pieces: Span[] = []
  let leadLength = 0
  for (const { text, start } of segmentsOf(line, language, 'sentence')) {
    const end = start + text.length
    const trailing = end < line.length ? (OPENING_MARKS.exec(text)?.[0].length ?? 0) : 0
    const [from, to] = [start - leadLength, end - trailing]
    const piece = line.slice(from, to)
    const trimmed: Span = [from + piece.length - piece.trimStart().length, from + piece.trimEnd().length]
    if (trimmed[1] > trimmed[0]) pieces.push(trimmed)
    leadLength = trailing
  }
  return pieces
}

/** Opening marks at the end of a piece. */
const OPENING_MARKS = /[“‘「『（(【《〈«]{1,4}\s{0,4}$/u

function isBoundary(line: string, [from, to]: Span, [start, end]: Span): boolean {
  const before = line.slice(Math.max(from, to - EXAMINED_LENGTH), to)
  const after = line.slice(start, Math.min(end, start + EXAMINED_LENGTH))
  if (!hasLetterOrDigit(line.slice(start, end)) || NO_SENTENCE_END.test(before)) return false
  // An aside of several sentences ends here, in the middle of another sentence.
  if (/[。！？.!?]\s?[）)]$/u.test(before) && !/[（(]/u.test(line[from] ?? '')) return false
  return !(/[”’」』"»）)]$/u.test(before) && (CONTINUATION.test(after) || SPEAKER.test(after)))
}

/** The number of UTF-16 code units that are examined on each side of a boundary. */
const EXAMINED_LENGTH = 48

/**
 * An initial ("R."), a short title ("डॉ."), or any full stop in Thai and Lao, where full stops only mark abbreviations.
 */
const NO_SENTENCE_END =
  /(?:(?<![\p{L}\p{M}\p{N}])\p{L}\p{M}*|(?<![\p{L}\p{M}])[\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gujarati}\p{sc=Tamil}\p{sc=Telugu}]{1,3}|[\p{sc=Thai}\p{sc=Lao}])\.$/u

/** Particles and commas that may follow a closing quotation mark or bracket: 「…。」と言った, "…."라고 말했다. */
const CONTINUATION =
  /^(?:と(?!ころ|はいえ|にかく|くに|りわけ|きに|もに)|って|など|を|は|が、?|の|、|，|で(?!も|は)|라고|이라고|라며|이라며|라는)/u

/** A clause that says who spoke: “……。”村民陈福香说。 */
const SPEAKER =
  /^[^，,。！？；：“”「」]{1,24}(?:说|說|说道|說道|表示|坦言|介绍|介紹|指出|认为|認為|透露|感叹|感嘆|回忆|回憶|称|稱)。?$/u

/** Returns how many brackets are open after a piece. Returns 0 if none of them is closed soon. */
function countOpenBrackets(line: string, [start, end]: Span, open: number): number {
  let depth = open
  for (const mark of line.slice(start, end)) {
    if (/[（(【]/u.test(mark)) depth++
    else if (/[）)】]/u.test(mark)) depth = Math.max(0, depth - 1)
  }
  return depth > 0 && /^[^（(【]*[）)】]/u.test(line.slice(end, end + MAX_ASIDE_LENGTH)) ? depth : 0
}

/** In UTF-16 code units. A bracket that is closed within this distance is closed soon. */
const MAX_ASIDE_LENGTH = 160
