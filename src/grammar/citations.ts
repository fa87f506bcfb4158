import type { Span } from '../model/span.ts'

/**
 * Finds citation markers such as those that Wikipedia puts after a word or a full stop: "[3]", "[note 1]", "[citation
 * needed]".
 */
export function citationsIn(text: string): readonly Span[] {
  return [...text.matchAll(CITATION)].map(({ 0: marker, index }): Span => [index, index + marker.length])
}

/**
 * Whether a marker contains a word, as "[citation needed]" does. A marker with only a number or a letter may be an
 * index in code.
 */
export function hasWord(marker: string): boolean {
  return /\p{L}{2}/u.test(marker)
}

/** A number in brackets after a full stop, a comma or another punctuation mark, where it cannot be an index in code. */
export const NUMBER_AFTER_PUNCTUATION = /[.,;:!?)”"’\]]\[\d{1,3}\]/gu

const CITATION =
  /(?<=[\p{L}\p{N}.,;:!?)\]”"’'%])(?:\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|[a-z])\]| ?\[(?:(?:note|nb|n) ?\d{1,2}|(?:attribution|better source|citation|clarification|page|quantification|verification|year) needed|(?:according to whom|by whom|how|original research|when|where|which|who|why)\?|dubious(?: – discuss)?|failed verification|non-primary source needed|vague)\])/gu
