import { countWords } from '../grammar/count-words.ts'
import type { Article } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import type { Parser } from './parser.ts'

/** The data that every step of the writer needs. It does not change while an article is written. */
export interface Context {
  readonly article: Article
  /** Null for a language without a parser: its sentences are shown whole. */
  readonly parse: Parser | null
  /** The sentence that is the deck's title, for an article without one. */
  readonly titleSentence?: Span | null
}

/** Counts words by the space that they take on a slide: a dash between spaces counts as a word. */
export function countSlideWords({ article }: Context, text: string): number {
  return Math.max(countWords(text, article.language), text.split(/\s+/).length)
}
