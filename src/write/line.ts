// Makes the lines of slides from spans of the article.

import type { Passage } from '../model/article.ts'
import type { Line, LineKind } from '../model/draft.ts'
import type { Span } from '../model/span.ts'

/** The source of a line: spans of the article's text, ascending. */
export interface Source {
  readonly text: string
  readonly spans: readonly Span[]
  readonly kind: LineKind
  readonly weight: number
}

/**
 * Makes a line in the article's own words: the spans joined, with a capital at the start and no full stop at the end.
 */
export function lineOf(source: Source): Line {
  const phrase = phraseOf(source)
  return { ...phrase, text: capitalise(phrase.text) }
}

/** Makes a line as `lineOf` does, but without a capital at the start, because it continues another line. */
export function phraseOf({ text, spans, kind, weight }: Source): Line {
  const joined = spans.map(([start, end]) => text.slice(start, end)).reduce(join, '')
  const words = joined.replace(/\s+/g, ' ').replace(/^(?:[\s,;:–—]|\.{2,}|\.(?![\p{L}\p{N}])|-+(?=\s))+/u, '')
  return { text: trimEnd(words), spans: spans.filter(([start, end]) => start < end), added: [], kind, weight }
}

/** Makes a line from a whole passage, unchanged. A blank line of code has no spans. */
export function passageLine(passage: Passage, kind: LineKind): Line {
  return { text: passage.text, spans: passage.text === '' ? [] : [passage.span], added: [], kind, weight: 1 }
}

/** Makes a line from words that Lectern adds, such as "Agenda". */
export function addedLine(text: string): Line {
  return { text, spans: [], added: text.split(/\s+/), kind: 'frame', weight: 0 }
}

function join(before: string, after: string): string {
  if (before === '') return after
  // A full stop belongs to the word before it, but not the one that begins ".profile".
  return /^(?:[,;:!?)\]”’]|\.(?![\p{L}\p{N}]))/u.test(after) || /[([“]$/u.test(before)
    ? before + after
    : `${before} ${after}`
}

/** Emoji after the end of a sentence. */
const TRAILING_EMOJI = /(?<=[.!?…])(?:\s*\p{Extended_Pictographic}[\u200D\uFE0F\p{Emoji_Modifier}]*)+$/u

/** Capitalises a line if its first word is an ordinary one. */
export function capitaliseLine(line: Line): Line {
  return { ...line, text: capitalise(line.text) }
}

/** Capitalises only ordinary lower-case words: not `iPhone` or `npm2`, nor `no-wait: …`, which is a name. */
function capitalise(text: string): string {
  if (/^\p{Ll}+(?:-\p{Ll}+)+(?:: | [–—-] )/u.test(text)) return text
  const first = /^(\p{Ll})[\p{Ll}'’-]*(?=[\s,]|$)/u.exec(text)?.[1]
  return first === undefined ? text : upperCaseOf(first) + text.slice(first.length)
}

/**
 * Returns a letter in upper case, or the letter itself where that would be several letters: "SS" for "ß", "FI" for the
 * ligature.
 */
function upperCaseOf(letter: string): string {
  const capital = letter.toUpperCase()
  return capital.toLowerCase() === letter ? capital : letter
}

function trimEnd(text: string): string {
  const trimmed = text.replace(TRAILING_EMOJI, '').replace(/(?:[\s,;:–—，；：、،؛]|(?<=\s)-+)+$/u, '')
  return /(?:\p{L}\.){2,}$|\.{3}$/u.test(trimmed) ? trimmed : trimmed.replace(/[.。．।۔։]$/u, '')
}
