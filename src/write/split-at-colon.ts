import type { Passage } from '../model/article.ts'
import { isBalanced } from './balanced-brackets.ts'

/** Splits a title at its colon into a name and the rest; null if it cannot be divided. */
export function splitAtColon(passage: Passage): readonly [Passage, Passage] | null {
  const colon = /^(.*?)(:\s+)(.+)$/u.exec(passage.text)
  if (colon === null) return null
  const [, before = '', separator = '', after = ''] = colon
  const isIndivisible = [before, after].some((half) => half.split(/\s+/).length < MIN_HALF_WORDS)
  // Half of a quoted name such as “The harbour: a history” would make no sense by itself, and neither would "Chapter"
  // or "Step".
  if (isIndivisible || !isBalanced(before) || /\d|^(?:chapter|part|section|step)\b/iu.test(before)) return null
  const [start, end] = passage.span
  const cut = start + before.length
  return [
    { text: before, span: [start, cut], position: passage.position },
    { text: after, span: [cut + separator.length, end], position: passage.position },
  ]
}

/** The minimum number of words in each half of a title: a single word would make no sense by itself. */
const MIN_HALF_WORDS = 2
