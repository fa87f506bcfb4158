// Marks on the article's text: links, emphasis, code, formulas.

import type { Element } from 'hast'
import type { Span } from './span.ts'

/** The style of a part of the article's text. It does not change the words. */
export type Style =
  | { readonly type: 'strong' | 'emphasis' | 'delete' | 'inlineCode' }
  /** A link to a web or mail address, which leaves the deck when clicked. */
  | { readonly type: 'link'; readonly url: string }
  /** On the first character of a task item: whether its box is ticked. */
  | { readonly type: 'task'; readonly isDone: boolean }
  /** The marked text is TeX. `formula` is its typeset form; null before it is typeset, or if that failed. */
  | { readonly type: 'inlineMath'; readonly formula: Element | null }

/** A style and its span in `article.text`. */
export interface Mark {
  readonly style: Style
  readonly span: Span
}

/** Makes the mark of a task item, on its first character. */
export function taskMark(text: string, isDone: boolean): Mark {
  const [first = ''] = text
  return { style: { type: 'task', isDone }, span: [0, first.length] }
}

/** Shifts a mark by this many characters. */
export function shiftMark({ style, span: [start, end] }: Mark, by: number): Mark {
  return { style, span: [start + by, end + by] }
}

/** Text with its marks, ascending by start, outer before inner. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
}
