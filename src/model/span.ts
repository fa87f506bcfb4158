/** A range of the article's text: [start, end) in UTF-16 code units of `Article.text`. */
export type Span = readonly [start: number, end: number]

/** Shifts a span. A shift by the start of a sentence turns its offsets in the sentence into offsets in the article. */
export function shiftSpan([start, end]: Span, by: number): Span {
  return [start + by, end + by]
}
