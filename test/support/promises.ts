import type { Article } from '../../src/model/article.ts'
import type { Deck } from '../../src/model/deck.ts'
import type { Line } from '../../src/model/draft.ts'
import { type Layouts, linesOf } from '../../src/model/layout.ts'
import { areSaidOnceInOrder } from './said-once.mjs'

/**
 * Lists the lines with invented words: words that are neither marked as added nor, in the same order, in the joined
 * text of the spans.
 */
export function inventedLines(deck: Deck, article: Article, layouts: Layouts): Line[] {
  return deck.slides.flatMap((slide) => linesOf(layouts, slide)).filter((line) => !isGrounded(line, article.text))
}

function isGrounded({ text, spans, added }: Line, article: string): boolean {
  const ascends = spans.every(([start, end], index) => start < end && start >= (spans[index - 1]?.[1] ?? 0))
  const rest = withoutAdded(wordsOf(text), added.flatMap(wordsOf))
  return ascends && rest !== null && isSubsequence(rest, wordsOf(spans.map((span) => article.slice(...span)).join(' ')))
}

/** Words, ignoring case, punctuation and hyphenation. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function withoutAdded(words: readonly string[], added: readonly string[]): string[] | null {
  const left = [...words]
  for (const word of added) {
    const at = left.lastIndexOf(word)
    if (at < 0) return null
    left.splice(at, 1)
  }
  return left
}

function isSubsequence(words: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const word of words) {
    at = all.indexOf(word, at) + 1
    if (at === 0) return false
  }
  return true
}

/**
 * Returns the words of the article that are in no note and on no slide, and whether the notes say each passage once,
 * in order.
 */
export function coverageOf(
  deck: Deck,
  article: Article,
  layouts: Layouts,
): { readonly lost: string; readonly isOrdered: boolean } {
  const sentences = deck.slides.flatMap(({ note }) => note.sentences)
  const shown = deck.slides.flatMap((slide) => linesOf(layouts, slide).flatMap(({ spans }) => spans))
  const covered = new Uint8Array(article.text.length)
  for (const [start, end] of [...sentences.map(({ span }) => span), ...shown]) covered.fill(1, start, end)
  const lost = article.text.split('').filter((_, index) => covered[index] !== 1)
  return {
    lost: lost
      .join('')
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim(),
    isOrdered: areSaidOnceInOrder(sentences),
  }
}
