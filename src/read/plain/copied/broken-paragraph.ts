import type { SourceLine } from '../lines.ts'
import { TWO_SENTENCES } from '../word-patterns.ts'
import { continuesSentence, isFull } from '../wrap.ts'

/**
 * Whether consecutive lines of a copied page are one hard-wrapped paragraph, as in a `pre` element: most are full,
 * sentences continue over the ends of a third or more, and at least one line shows that it is not a list item.
 */
export function isBroken(lines: readonly SourceLine[]): boolean {
  if (lines.length < MIN_LINES) return false
  const width = lines.reduce((most, { text }) => Math.max(most, text.length), 0)
  if (width < NARROWEST || width > WIDEST) return false
  const joints = lines.slice(0, -1).flatMap((line, index) => {
    const next = lines[index + 1]
    return next ? [{ line, next }] : []
  })
  const full = joints.filter(({ line, next }) => isFull(line, next, { width }))
  const open = joints.filter(({ line, next }) => continuesSentence(line, next))
  const isTelling = lines.some(({ text }) => TWO_SENTENCES.test(text) || UNFINISHED_LINE.test(text))
  return full.length >= FULL_SHARE * joints.length && open.length * 3 >= joints.length && isTelling
}

/** The minimum number of lines: two may be list items. */
const MIN_LINES = 3
/** In characters. */
const NARROWEST = 40
const WIDEST = 120
const FULL_SHARE = 0.7
/** Words at which list items do not end. */
const UNFINISHED_LINE = /\b(?:a|an|and|are|as|at|by|can|for|from|in|is|of|on|or|that|the|to|with|your)$/
