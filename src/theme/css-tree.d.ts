/** Types for the tokenizer of css-tree. The rest of css-tree is not used and takes a long time to load. */
declare module 'css-tree/tokenizer' {
  /** Splits CSS into tokens; `type` is an index of `tokenNames`. */
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void
  export const tokenNames: readonly string[]
}

declare module 'css-tree/utils' {
  interface Codec {
    decode(text: string): string
  }
  export const ident: Codec
  export const string: Codec
  export const url: Codec
}
