import type { Anchor } from '../model/article.ts'
import { type Mark, shiftMark } from '../model/mark.ts'
import type { Span } from '../model/span.ts'
import type { Words } from '../read/piece.ts'

/** Collects the text that the author of a deck file has typed. That text is appended to the article's. */
export interface AuthorText {
  /** Adds words and returns their span. */
  add(words: Words): Span
  readonly text: string
  readonly marks: readonly Mark[]
  readonly anchors: readonly Anchor[]
}

/** Creates an empty `AuthorText` that begins at the offset `from`, where the article's text ends. */
export function newAuthorText(from: number): AuthorText {
  const pieces: string[] = []
  const marks: Mark[] = []
  const anchors: Anchor[] = []
  let end = from
  return {
    add(words) {
      const isFirst = from === 0 && pieces.length === 0
      const start = isFirst ? 0 : end + 1
      pieces.push(isFirst ? words.text : `\n${words.text}`)
      end = start + words.text.length
      for (const mark of words.marks ?? []) marks.push(shiftMark(mark, start))
      for (const { offset, point } of words.anchors) anchors.push({ offset: start + offset, point })
      return [start, end]
    },
    get text() {
      return pieces.join('')
    },
    marks,
    anchors,
  }
}
