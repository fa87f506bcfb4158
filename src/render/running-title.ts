// Fits the title of a deck on one line of the handout's running head.

import { segmentsOf } from '../grammar/segments.ts'
import { widthOf } from '../util/text-width.ts'

export interface RunningTitle {
  readonly text: string
  /** The size of its type in points. */
  readonly size: number
}

/**
 * Makes a title small enough for one line of the running head, on which an event may stand beside it. If it is too long
 * even in smaller type, it ends in an ellipsis; the cover has all of it.
 */
export function runningTitle(
  title: string,
  { language, hasEvent }: { readonly language: string; readonly hasEvent: boolean },
): RunningTitle {
  const { large, small } = hasEvent ? BESIDE_EVENT : ALONE
  const width = widthInHead(title)
  if (width <= large) return { text: title, size: 13 }
  return { text: width <= small ? title : shortened(title, language, small), size: 10.5 }
}

/** The widest title in large and in small type, in widths of Latin letters, for the theme with the widest letters. */
const ALONE = { large: 72, small: 90 }
const BESIDE_EVENT = { large: 44, small: 55 }

/** Capitals and Cyrillic letters are about a quarter wider than others. */
function widthInHead(text: string): number {
  return widthOf(text) + (text.match(/\p{Lu}|\p{Script=Cyrillic}/gu)?.length ?? 0) / 4
}

/** Cuts a text after a word, or within its first word if that is wider than the line. */
function shortened(text: string, language: string, maxWidth: number): string {
  const words = segmentsOf(text, language, 'word').map((segment) => segment.text)
  return `${longestStart(words, maxWidth) || longestStart([...text], maxWidth)}…`
}

/** Joins as many pieces of a text as fit in a line with an ellipsis, without the comma or dash after the last. */
function longestStart(pieces: readonly string[], maxWidth: number): string {
  let width = 0
  const end = pieces.findIndex((piece) => {
    width += widthInHead(piece)
    return width >= maxWidth
  })
  return pieces
    .slice(0, end)
    .join('')
    .replace(/[\s,;:，、；：–—-]+$/u, '')
}
