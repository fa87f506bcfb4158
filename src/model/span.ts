/** A stretch of the article's text: [start, end) in UTF-16 code units of `Article.text`. */
export type Span = readonly [start: number, end: number]
