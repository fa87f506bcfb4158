import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { widthOf } from '../util/text-width.ts'

/**
 * Puts the last two words of a point into an element that stays on one line, so that the last line is not a single
 * word. Leaves long words alone: the line before them would be short.
 */
export function withLastWords(words: readonly ElementContent[]): readonly ElementContent[] {
  const last = words.at(-1)
  const match = last?.type === 'text' ? LAST_WORDS.exec(last.value) : null
  if (last?.type !== 'text' || match === null || widthOf(match[0]) > MAX_WIDTH) return words
  const rest = last.value.slice(0, match.index)
  return [...words.slice(0, -1), { type: 'text', value: rest }, h('span.last-words', match[0])]
}

/** Two words at the end of a text, after a third. */
const LAST_WORDS = /(?<=\S )\S+ \S+$/u

/** In widths of Latin letters. */
const MAX_WIDTH = 16
