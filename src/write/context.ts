import { countWords } from '../grammar/words.ts'
import type { Article } from '../model/article.ts'
import type { Parser } from './parser.ts'

/** What every step of the writer needs to know; nothing in it changes while an article is written. */
export interface Context {
  readonly article: Article
  /** Null for a language that is not parsed: its sentences are shown whole. */
  readonly parse: Parser | null
}

/** Words as a reader counts them: a dash that stands alone takes room like a word. */
export function wordsOf({ article }: Context, text: string): number {
  return Math.max(countWords(text, article.language), text.split(/\s+/).length)
}
