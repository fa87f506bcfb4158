import type { Article } from '../model/article.ts'
import type { Span } from '../model/span.ts'

/** Whether any span begins or ends inside a formula or code, as in "two matrices \\mathbf{A". */
export function cutsFormula({ marks }: Article, spans: readonly Span[]): boolean {
  return spans.flat().some((offset) => {
    // Formulas contain no marks, so only the last mark that begins before an offset can enclose it.
    const mark = lastBefore(marks, offset)
    return mark !== undefined && UNBROKEN.has(mark.style.type) && mark.span[1] > offset
  })
}

const UNBROKEN: ReadonlySet<string> = new Set(['inlineCode', 'inlineMath'])

/** The last mark that begins before an offset. */
function lastBefore(marks: Article['marks'], offset: number): Article['marks'][number] | undefined {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((marks[middle]?.span[0] ?? offset) < offset) low = middle + 1
    else high = middle
  }
  return marks[low - 1]
}
