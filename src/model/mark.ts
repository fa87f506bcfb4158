import type { Element } from 'hast'
import type { Span } from './span.ts'

/** What a stretch of the article's text is marked as; the words themselves are the same with and without. */
export type Style =
  | { readonly type: 'strong' | 'emphasis' | 'delete' | 'inlineCode' }
  /** To an address of the web or of mail, that leads out of the deck when it is pressed. */
  | { readonly type: 'link'; readonly url: string }
  /** The first letter of an item that has a box to tick: whether it is ticked. */
  | { readonly type: 'task'; readonly isDone: boolean }
  /** Its text is its TeX; `formula` is how that is set, null while and where it cannot be. */
  | { readonly type: 'inlineMath'; readonly formula: Element | null }

/** A style and where it stands in `article.text`. */
export interface Mark {
  readonly style: Style
  readonly span: Span
}

/** The mark of an item that begins like this. */
export function taskMark(text: string, isDone: boolean): Mark {
  const [first = ''] = text
  return { style: { type: 'task', isDone }, span: [0, first.length] }
}

/** The same mark where its text begins so many characters later. */
export function moved({ style, span: [start, end] }: Mark, by: number): Mark {
  return { style, span: [start + by, end + by] }
}

/** A text and the marks of it, ascending by where they begin, the outer before the inner. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
}
