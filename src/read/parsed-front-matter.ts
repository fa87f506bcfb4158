import type { FrontMatterValue } from '../model/article.ts'
import type { Span } from '../model/span.ts'

/** The result of a front matter parser; spans and offsets count from the start of its source. */
export interface Parsed {
  readonly values: Readonly<Record<string, FrontMatterValue>>
  readonly places: readonly ParsedPlace[]
  readonly fault?: { readonly reason: string; readonly offset: number } | undefined
}

export interface ParsedPlace {
  readonly path: readonly (string | number)[]
  readonly key?: Span | undefined
  readonly value: Span
}
