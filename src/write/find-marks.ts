// Searches the marks of an article, which are sorted by their start.

import type { Article } from '../model/article.ts'
import { countLeading } from '../util/count-leading.ts'

/** Lists the marks that begin at `start` or later but before `end`. */
export function marksBetween(marks: Article['marks'], start: number, end: number): Article['marks'] {
  return marks.slice(firstMarkFrom(marks, start), firstMarkFrom(marks, end))
}

/** Returns the index of the first mark that begins at an offset or later. */
export function firstMarkFrom(marks: Article['marks'], offset: number): number {
  return countLeading(marks, ({ span: [start] }) => start < offset)
}
