import type { FrontMatterValue } from '../../model/article.ts'
import type { Span } from '../../model/span.ts'

/** The result of parsing front matter. Spans and offsets are relative to the start of the text between the fences. */
export interface ParsedFrontMatter {
  readonly values: Readonly<Record<string, FrontMatterValue>>
  readonly places: readonly ParsedPlace[]
  readonly error?: { readonly reason: string; readonly offset: number } | undefined
}

/** The position of a value in front matter. */
export interface ParsedPlace {
  /** Keys and indexes from the top: `['author', 1]`. */
  readonly path: readonly (string | number)[]
  /** The span of the key; undefined for a list item. */
  readonly key?: Span | undefined
  readonly value: Span
}
