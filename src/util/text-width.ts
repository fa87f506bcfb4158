// Estimates the width of a text without a font.

/**
 * Returns the width of a string in Latin letters. Chinese, Japanese and Korean characters count as two, combining marks
 * as zero.
 */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : ZERO_WIDTH.test(character) ? 0 : 1
  return width
}

const ASCII = /^[ -~]*$/
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u
