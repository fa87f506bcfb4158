// Searches the marks of an article, which are sorted by their start.

import type { Article } from '../model/article.ts'

/** Lists the marks that begin at `start` or later but before `end`. */
export function marksBetween(marks: Article['marks'], start: number, end: number): Article['marks'] {
  return marks.slice(firstMarkFrom(marks, start), firstMarkFrom(marks, end))
}

/** Returns the index of the first mark that begins at an offset or later. */
export function firstMarkFrom(marks: Article['marks'], offset: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((marks[middle]?.span[0] ?? offset) < offset) low = middle + 1
    else high = middle
  }
  return low
}
