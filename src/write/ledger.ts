import { contentWords } from '../grammar/content-words.ts'
import { countWords } from '../grammar/words.ts'
import type { Article } from '../model/article.ts'
import type { Line } from '../model/draft.ts'
import type { Memo } from '../model/memo.ts'
import type { Parser } from './parser.ts'
import { addShown, type Shown, takeBack } from './shown.ts'

/** What a writer has at hand: the article, a parser where there is one, and what the slides before have said. */
export interface Ledger {
  readonly article: Article
  /** Null for a language whose sentences are shown whole. */
  readonly parse: Parser | null
  /** How many words a line has, by its text. */
  readonly counts: Memo<number>
  /** Every line shown. */
  readonly shown: Shown
  /** Every title used, as `sameTitle` compares them. */
  readonly titles: Set<string>
  /** Every heading of the article. */
  readonly headings: ReadonlySet<string>
}

/** The most words that a slide of prose shows, its title among them. */
export const MOST_WORDS = 40

/** The most points on one slide. */
export const MOST_POINTS = 5

/** The words of lines as a reader counts them. */
export function wordsIn(ledger: Ledger, lines: readonly (Line | null)[]): number {
  return lines.reduce((sum, line) => sum + (line === null ? 0 : wordsOf(ledger, line)), 0)
}

/** A dash that stands alone takes room like a word. */
function wordsOf({ article, counts }: Ledger, { text }: Line): number {
  return counts.recall(`${article.language} ${text}`, () =>
    Math.max(countWords(text, article.language), text.split(/\s+/).length),
  )
}

/** Enters a slide's lines and title. */
export function enter(ledger: Ledger, title: Line | null, lines: readonly Line[]): void {
  if (title !== null) ledger.titles.add(sameTitle(title))
  for (const line of title === null ? lines : [title, ...lines]) addShown(ledger.shown, line)
}

/** How much a ledger holds at a time. */
export interface Mark {
  readonly lines: number
  readonly titles: number
}

export function markOf({ shown, titles }: Ledger): Mark {
  return { lines: shown.count, titles: titles.size }
}

/** Takes back what was entered since. */
export function rollBack({ shown, titles }: Ledger, mark: Mark): void {
  takeBack(shown, mark.lines)
  for (const title of [...titles].slice(mark.titles)) titles.delete(title)
}

export function isUsedTitle(ledger: Ledger, title: Line): boolean {
  return ledger.titles.has(sameTitle(title))
}

function sameTitle(title: Line): string {
  return contentWords(title.text).sort().join(' ') || title.text
}
