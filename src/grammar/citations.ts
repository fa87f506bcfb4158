import type { Span } from '../model/span.ts'
import { FUNCTION_WORDS, normaliseWord } from './english-words.ts'

/**
 * Finds citation markers such as those that Wikipedia puts after a word or a full stop, "[3]", "[note 1]", "[citation
 * needed]", and those in papers: "[see smith2020, p. 3; @knuth]", "[1, 4]".
 */
export function citationsIn(text: string): readonly Span[] {
  if (!text.includes('[')) return []
  return [...text.matchAll(CITATION)].flatMap(({ 0: marker, index, groups }): readonly Span[] => {
    const content = groups?.content
    return content === undefined || (CITED.test(content) && !isNeededBySentence(text.slice(0, index)))
      ? [[index, index + marker.length]]
      : []
  })
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

const CITATION =
  /(?<=[\p{L}\p{N}.,;:!?)\]”"’'%])(?:\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|[a-z])\]| ?\[(?:(?:note|nb|n) ?\d{1,2}|(?:attribution|better source|citation|clarification|page|quantification|verification|year) needed|(?:according to whom|by whom|how|original research|when|where|which|who|why)\?|dubious(?: – discuss)?|failed verification|non-primary source needed|vague)\]| ?\[(?<content>[^[\]\n]{1,200})\](?: \((?:emphasis|italics) (?:added|mine|in (?:the )?original)\))?)/gu

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
