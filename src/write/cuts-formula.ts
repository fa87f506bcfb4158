import type { Article } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import { firstMarkFrom } from './find-marks.ts'

/** Whether any span begins or ends inside a formula or code, as the span "two matrices \mathbf{A" does. */
export function cutsFormula({ marks }: Article, spans: readonly Span[]): boolean {
  return spans.flat().some((offset) => {
    // Formulas contain no marks, so only the last mark that begins before an offset can enclose it.
    const mark = marks[firstMarkFrom(marks, offset) - 1]
    return mark !== undefined && UNBREAKABLE_STYLES.has(mark.style.type) && mark.span[1] > offset
  })
}

const UNBREAKABLE_STYLES: ReadonlySet<string> = new Set(['inlineCode', 'inlineMath'])
