// Splits CSS into tokens.

import { tokenize, tokenNames } from 'css-tree/tokenizer'
import { ident, string, url } from 'css-tree/utils'

/** A token of CSS as browsers read it; the escapes in `value` are decoded. */
export interface CssToken {
  /** As css-tree names it, such as `function-token` or `string-token`. */
  readonly type: string
  readonly value: string
  /** False for a string, an address or a comment that the end of the text cuts off. */
  readonly isComplete: boolean
  readonly start: number
}

export function tokenizeCss(css: string): readonly CssToken[] {
  const tokens: CssToken[] = []
  tokenize(css, (typeIndex, start, end) => {
    const type = tokenNames[typeIndex] ?? ''
    const text = css.slice(start, end)
    tokens.push({
      type,
      value: (DECODERS[type] ?? String)(text),
      isComplete: COMPLETE_TOKENS[type]?.test(text) ?? true,
      start,
    })
  })
  return tokens
}

const DECODERS: Readonly<Record<string, (text: string) => string>> = {
  'function-token': (text) => ident.decode(text.slice(0, -1)).toLowerCase(),
  'at-keyword-token': (text) => ident.decode(text.slice(1)).toLowerCase(),
  'string-token': (text) => string.decode(text),
  'url-token': (text) => url.decode(text),
}

/** Types of tokens that the end of the text may cut off, each with a pattern that only a complete one matches. */
const COMPLETE_TOKENS: Readonly<Record<string, RegExp>> = {
  'comment-token': /^\/\*[\s\S]*\*\/$/,
  'string-token': /^(["'])[\s\S]*\1$/,
  'url-token': /\)$/,
}
