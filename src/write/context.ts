import { countWords } from '../grammar/count-words.ts'
import type { Article } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import type { Parser } from './parser.ts'

/** The data that every step of the writer needs. It does not change while the slides are written. */
export interface Context {
  readonly article: Article
  /** Null for a language without a parser: its sentences are shown whole. */
  readonly parse: Parser | null
  /** The sentence that serves as the deck's title if the article has none; null if something else does. */
  readonly titleSentence?: Span | null
}

/** Counts words by the space that they take on a slide: a dash between spaces counts as a word. */
export function countSlideWords({ article }: Context, text: string): number {
  return Math.max(countWords(text, article.language), text.split(/\s+/).length)
}
