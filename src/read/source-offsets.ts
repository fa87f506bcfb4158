import type { Span } from '../model/span.ts'

/**
 * Finds the offset in `text` of each character of `value`, searching only the given span. In the span, the characters
 * occur in the same order, among markup, white space and character references. White space, and any character that is
 * not found, gets the offset at which the character before it ends.
 */
export function sourceOffsets(value: string, text: string, [start, end]: Span): Uint32Array {
  const offsets = new Uint32Array(value.length)
  let at = start
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index)
    const [offset, next] = WHITE_SPACE.includes(character) ? [at, at] : findCharacter(character, text, [at, end])
    offsets[index] = offset
    at = next
  }
  return offsets
}

const WHITE_SPACE = ' \t\n'

/**
 * Returns the span of the next occurrence of a character, or an empty span at `start` if there is none. A character
 * reference in its place counts too, because it may stand for any character.
 */
function findCharacter(character: string, text: string, [start, end]: Span): Span {
  const searchEnd = Math.min(end, start + MAX_GAP)
  let at = start
  while (at < searchEnd && text[at] !== character && SKIPPED.includes(text.charAt(at))) at += 1
  if (text[at] === '&' && at < searchEnd) return [at, referenceEnd(at, text)]
  if (text[at] === character && at < searchEnd) return [at, at + 1]
  const [rest = ''] = text.slice(at, searchEnd).split('\n', 1)
  const distance = rest.indexOf(character)
  return distance < 0 ? [start, start] : [at + distance, at + distance + 1]
}

/**
 * The maximum distance in the text between neighbouring characters of the value, which the markers of nested quotations
 * and the indentation of lists may separate.
 */
const MAX_GAP = 256

/** Characters that may precede the next character of the value: white space, quotation markers and escapes. */
const SKIPPED = ' \t\n>\\'

/** Returns the offset at which a character reference ends; for a lone ampersand, the offset after it. */
function referenceEnd(at: number, text: string): number {
  REFERENCE.lastIndex = at
  return REFERENCE.test(text) ? REFERENCE.lastIndex : at + 1
}

const REFERENCE = /&#?[0-9A-Za-z]{1,31};/y
