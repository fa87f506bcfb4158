/** Types for the tokenizer of css-tree. The rest of css-tree takes long to load and is not used. */
declare module 'css-tree/tokenizer' {
  /** Splits CSS into tokens; `type` is an index of `tokenNames`. */
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void
  export const tokenNames: readonly string[]
}

declare module 'css-tree/utils' {
  interface Coding {
    decode(text: string): string
  }
  export const ident: Coding
  export const string: Coding
  export const url: Coding
}
