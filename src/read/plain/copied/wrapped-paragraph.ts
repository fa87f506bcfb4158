import { continuesSentence } from '../continues-sentence.ts'
import type { SourceLine } from '../lines.ts'
import { TWO_SENTENCES } from '../word-patterns.ts'
import { isFull } from '../wrap.ts'

/**
 * Whether consecutive lines of a copied page are one hard-wrapped paragraph, as in a `pre` element: most lines are
 * full, at least a third of them end inside a sentence, and at least one cannot be a list item.
 */
export function isWrappedParagraph(lines: readonly SourceLine[]): boolean {
  if (lines.length < MIN_LINES) return false
  const width = lines.reduce((maximum, { text }) => Math.max(maximum, text.length), 0)
  if (width < MIN_WIDTH || width > MAX_WIDTH) return false
  const breaks = lines.slice(0, -1).flatMap((line, index) => {
    const next = lines[index + 1]
    return next ? [{ line, next }] : []
  })
  const full = breaks.filter(({ line, next }) => isFull(line, next, { width }))
  const unfinished = breaks.filter(({ line, next }) => continuesSentence(line, next))
  const hasProse = lines.some(({ text }) => TWO_SENTENCES.test(text) || UNFINISHED_LINE.test(text))
  return full.length >= MIN_FULL_FRACTION * breaks.length && unfinished.length * 3 >= breaks.length && hasProse
}

/** The minimum number of lines, because two may be list items. */
const MIN_LINES = 3
/** In characters. */
const MIN_WIDTH = 40
const MAX_WIDTH = 120
const MIN_FULL_FRACTION = 0.7
/** Words with which list items do not end. */
const UNFINISHED_LINE = /\b(?:a|an|and|are|as|at|by|can|for|from|in|is|of|on|or|that|the|to|with|your)$/
