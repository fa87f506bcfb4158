import type { Span } from '../model/span.ts'
import { FUNCTION_WORDS, normaliseWord } from './english-words.ts'

/**
 * Finds citation markers such as those that Wikipedia puts after a word or a full stop, "[3]", "[note 1]", "[citation
 * needed]", and those in papers: "[see smith2020, p. 3; @knuth]", "[1, 4]".
 */
export function citationsIn(text: string): readonly Span[] {
  if (!text.includes('[')) return []
  return [...text.matchAll(BRACKETS)]
    .filter(({ 0: marker, 1: content = '', index }) => {
      const isMark = marker.startsWith('[') && MARK.test(content)
      return isMark || REMARK.test(content) || (CITED.test(content) && !isNeededBySentence(text.slice(0, index)))
    })
    .map(({ 0: marker, index }) => [index, index + marker.length])
}

/** Finds the citation markers that contain a key or a remark, such as "[smith2020]". They are not read aloud. */
export function citedKeysIn(text: string): readonly Span[] {
  return citationsIn(text)
    .filter((span) => hasWord(text.slice(...span)))
    .map(([start, end]) => [text.indexOf('[', start), end])
}

/**
 * Whether a marker contains a word, as "[citation needed]" does. A marker with only a number or a letter may be an
 * index in code.
 */
export function hasWord(marker: string): boolean {
  return /\p{L}{2}/u.test(marker)
}

/**
 * A number in brackets that cannot be an index in code: it comes after punctuation, or between a space and punctuation.
 */
export const NUMBER_AT_PUNCTUATION = /[.,;:!?)”"’\]]\[\d{1,3}\]|[\p{L}\p{N})”"’] \[\d{1,3}\][.,;:)]/gu

/** Brackets after a word or a punctuation mark, with a remark on the quotation that they follow. */
const BRACKETS =
  /(?<=[\p{L}\p{N}.,;:!?)\]”"’'%]) ?\[([^[\]\n]{1,200})\](?: \((?:emphasis|italics) (?:added|mine|in original)\))?/gu

/** The number or letter of a note: 3, 4–6, a. */
const MARK = /^(?:\d{1,3}(?:[,–-] ?\d{1,3})*|[a-z])$/

/** A numbered note, or the remark of an editor of Wikipedia. */
const REMARK =
  /^(?:(?:note|nb|n) ?\d{1,2}|[a-z -]+ needed|(?:according to |by )?wh(?:en|ere|ich|om?|y)\?|dubious|failed verification|vague)$/

const NUMBER = String.raw`\d{1,3}(?:[–-]\d{1,3})?`
/** The key of a source in a bibliography: it follows an at sign or contains a year ("smith2020"). */
const KEY = String.raw`(?:@\w[\w:.#$%&+?<>~/-]*|[A-Za-z][\w:.+-]*?(?:1[5-9]|20)\d\d(?![\d.])[\w:+-]*)`
const PREFIX = `(?:[A-Za-z][a-z.,]*(?: [a-z][a-z.,]*){0,2} )?`
const LOCATOR = String.raw`(?:,? (?:pp?|ch|chap|fig|no|para|sec|vol)\b[^;@]{0,60}|, [^;@]{1,60}?)?`
const PAGE = String.raw`(?:, pp?\. ?[\d–-]+)?`
const ONE = `(?:${PREFIX}${KEY}${LOCATOR}|${NUMBER})`

/**
 * Sources cited by number or by key. There may be a few words before a key ("see"), and a place in the source after it
 * ("p. 3").
 */
const CITED = new RegExp(
  `^(?:${NUMBER}(?:, ?${NUMBER})*${PAGE}|(?:${NUMBER}, ?)*${PREFIX}${KEY}${LOCATOR}(?:[;,] ?${ONE})*)$`,
)

/** Whether a marker after `before` is part of the sentence, as in "as shown in [3]". */
function isNeededBySentence(before: string): boolean {
  const [word = ''] = /\p{L}+$/u.exec(before.slice(-MAX_WORD_LENGTH)) ?? []
  return FUNCTION_WORDS.has(normaliseWord(word))
}

const MAX_WORD_LENGTH = 40
