import type { Face, Subset } from '../model/face.ts'
import { type FontFormat, fontFormatOf } from '../model/font-format.ts'
import type { Theme } from '../model/theme.ts'

/**
 * Writes the `@font-face` rules that some text needs, with embedded fonts: for each face, the subsets that contain any
 * of its characters.
 */
export function fontCss({ faces }: Theme, text: string): string {
  const codePoints = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0)
  return faces
    .flatMap(({ family, weight, weights, style, subsets, adjust, isEmoji }) =>
      subsets
        .filter((subset) =>
          codePoints.some((codePoint) => includes(subset, codePoint) && (!isEmoji || isEmojiCharacter(codePoint))),
        )
        .map(
          (subset) =>
            `@font-face{font-family:"${family}";font-weight:${weights?.join(' ') ?? weight};font-style:${style};${adjustments(adjust)}unicode-range:${subset.unicodeRange};` +
            `src:${fontSource(subset.bytes())}}`,
        ),
    )
    .join('\n')
}

function fontSource(bytes: Uint8Array): string {
  const { type, name } = fontFormatOf(bytes) ?? WOFF2
  return `url(data:${type};base64,${Buffer.from(bytes).toString('base64')}) format("${name}")`
}

const WOFF2: FontFormat = { type: 'font/woff2', name: 'woff2' }

/**
 * Whether a character is taken from an emoji font. Such fonts also contain digits, for keycaps, but numbers do not need
 * them.
 */
function isEmojiCharacter(codePoint: number): boolean {
  return codePoint === KEYCAP || codePoint >= FIRST_EMOJI
}

/** The character that encloses the one before it in a key. */
const KEYCAP = 0x20e3
const FIRST_EMOJI = 0x2190

/** Writes the descriptors that adjust a fallback font to the metrics of the font that it replaces. */
function adjustments(adjust: Face['adjust']): string {
  return [
    ['size-adjust', adjust?.size],
    ['ascent-override', adjust?.ascent],
    ['descent-override', adjust?.descent],
  ]
    .filter(([, value]) => value !== undefined)
    .map((pair) => `${pair.join(':')};`)
    .join('')
}

function includes({ ranges }: Subset, codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}
