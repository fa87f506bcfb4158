import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { decodeWindows1252 } from './decode.ts'
import type { Edit } from './edit-source.ts'

/**
 * Returns the edits that replace HTML character references with the characters that they represent: `&ldquo;`,
 * `&#8217;`, `&amp;mdash;`.
 */
export function referenceEdits(text: string): readonly Edit[] {
  if (!text.includes('&')) return []
  return [...text.matchAll(REFERENCE)].flatMap(({ 0: match, 1: name = '', index }): readonly Edit[] => {
    const replacement = characterOf(name) ?? (match.startsWith('&amp;') ? `&${name};` : undefined)
    return replacement === undefined ? [] : [{ span: [index, index + match.length], replacement }]
  })
}

/**
 * Returns only those edits of `referenceEdits` that write quotation marks, dashes and other typographic characters. All
 * other references stay, because the text may be about them.
 */
export function typographicEdits(text: string): readonly Edit[] {
  return referenceEdits(text).filter(({ replacement }) => TYPOGRAPHIC.test(replacement))
}

const TYPOGRAPHIC = /^[\u00A0\u2010-\u2027\u202F\u2039\u203A«»]$/

/** A reference, even if its ampersand was itself escaped once or twice. */
const REFERENCE = /&(?:amp;){0,2}(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g

/**
 * Returns the character for which a reference stands, given its name, or `#` and its number. Tabs and line breaks
 * become spaces. Returns undefined if the name is unknown, or if the character is not allowed in text.
 */
function characterOf(name: string): string | undefined {
  const character = name.startsWith('#') ? characterByNumber(name.slice(1)) : decodeNamedCharacterReference(name)
  if (character === false || character === undefined) return undefined
  if (/^[\t\n\f\r]$/.test(character)) return ' '
  return UNPRINTABLE.test(character) ? undefined : character
}

function characterByNumber(digits: string): string | undefined {
  const codePoint = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)
  if (codePoint > LAST_CODE_POINT) return undefined
  // Browsers read numbers from 128 to 159 as Windows-1252, so `&#147;` is a quotation mark.
  return codePoint >= 0x80 && codePoint <= 0x9f
    ? decodeWindows1252(Uint8Array.of(codePoint))
    : String.fromCodePoint(codePoint)
}

const LAST_CODE_POINT = 0x10ffff
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\uFEFF\uFFFE\uFFFF]/u
