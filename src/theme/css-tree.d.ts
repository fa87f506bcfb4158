/** Types for the parts of css-tree that are used. The rest takes a long time to load. */
declare module 'css-tree/tokenizer' {
  /** Splits CSS into tokens; `type` is an index of `tokenNames`. */
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void
  export const tokenNames: readonly string[]
}

declare module 'css-tree/parser' {
  interface Raw {
    readonly type: 'Raw'
    readonly value: string
    readonly loc: CssLocation
  }
  interface CssLocation {
    readonly start: { readonly line: number; readonly column: number }
  }
  export type CssNode =
    | Raw
    | { readonly type: 'Declaration'; readonly property: string; readonly value: Raw; readonly loc: CssLocation }
    | { readonly type: 'Rule'; readonly prelude: Raw; readonly block: CssBlock; readonly loc: CssLocation }
    | { readonly type: 'Atrule'; readonly name: string; readonly block: CssBlock | null; readonly loc: CssLocation }
    | { readonly type: 'Comment'; readonly loc: CssLocation }
  export interface CssBlock {
    readonly children: Iterable<CssNode>
  }
  export interface ParseOptions {
    readonly positions: true
    readonly parseValue: false
    readonly parseRulePrelude: false
    readonly parseAtrulePrelude: false
  }
  export default function parse(css: string, options: ParseOptions): CssBlock
}

declare module 'css-tree/utils' {
  interface Codec {
    decode(text: string): string
  }
  export const ident: Codec
  export const string: Codec
  export const url: Codec
}
