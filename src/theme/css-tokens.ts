import { tokenize, tokenNames } from 'css-tree/tokenizer'
import { ident, string, url } from 'css-tree/utils'

/** A token of CSS as browsers read it; the escapes in `value` are decoded. */
export interface CssToken {
  /** The type by its name in css-tree: `function-token`, `string-token`. */
  readonly type: string
  readonly value: string
  /** Whether it is complete, not cut off by the end of the text. */
  readonly isWhole: boolean
  readonly start: number
}

export function cssTokens(css: string): readonly CssToken[] {
  const tokens: CssToken[] = []
  tokenize(css, (number, start, end) => {
    const type = tokenNames[number] ?? ''
    const text = css.slice(start, end)
    tokens.push({ type, value: (DECODERS[type] ?? String)(text), isWhole: ENDS[type]?.test(text) ?? true, start })
  })
  return tokens
}

const DECODERS: Readonly<Record<string, (text: string) => string>> = {
  'function-token': (text) => ident.decode(text.slice(0, -1)).toLowerCase(),
  'at-keyword-token': (text) => ident.decode(text.slice(1)).toLowerCase(),
  'string-token': (text) => string.decode(text),
  'url-token': (text) => url.decode(text),
}

const ENDS: Readonly<Record<string, RegExp>> = {
  'comment-token': /^\/\*[\s\S]*\*\/$/,
  'string-token': /^(["'])[\s\S]*\1$/,
  'url-token': /\)$/,
}
