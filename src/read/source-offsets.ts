import type { Span } from '../model/span.ts'

/**
 * Finds the offset in `text` of each character of `value`, searching only the given span. The characters occur in the
 * span in the same order, between markup, white space and character references. White space, and any character that is
 * not found, gets the offset at which the character before it ends.
 */
export function sourceOffsets(value: string, text: string, [start, end]: Span): Uint32Array {
  const offsets = new Uint32Array(value.length)
  let searchStart = start
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index)
    const [offset, next] = WHITE_SPACE.includes(character)
      ? [searchStart, searchStart]
      : findCharacter(character, text, [searchStart, end])
    offsets[index] = offset
    searchStart = next
  }
  return offsets
}

const WHITE_SPACE = ' \t\n'

/**
 * Returns the span of the next occurrence of a character, or an empty span at `start` if there is none. A character
 * reference counts too, because it may stand for any character.
 */
function findCharacter(character: string, text: string, [start, end]: Span): Span {
  const searchEnd = Math.min(end, start + MAX_GAP)
  let offset = start
  while (offset < searchEnd && text[offset] !== character && SKIPPED.includes(text.charAt(offset))) offset += 1
  if (text[offset] === '&' && offset < searchEnd) return [offset, referenceEnd(offset, text)]
  if (text[offset] === character && offset < searchEnd) return [offset, offset + 1]
  const [rest = ''] = text.slice(offset, searchEnd).split('\n', 1)
  const distance = rest.indexOf(character)
  return distance < 0 ? [start, start] : [offset + distance, offset + distance + 1]
}

/**
 * The maximum distance in the text between neighbouring characters of the value. Markers of nested quotations and the
 * indentation of lists may be between them.
 */
const MAX_GAP = 256

/** Characters that may precede the next character of the value: white space, quotation markers and escapes. */
const SKIPPED = ' \t\n>\\'

/** Returns the offset at which a character reference ends; for a lone ampersand, the offset after it. */
function referenceEnd(start: number, text: string): number {
  REFERENCE.lastIndex = start
  return REFERENCE.test(text) ? REFERENCE.lastIndex : start + 1
}

const REFERENCE = /&#?[0-9A-Za-z]{1,31};/y
