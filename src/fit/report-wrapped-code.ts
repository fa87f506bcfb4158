import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { placeOf } from '../model/source-position.ts'
import type { Gauge } from './gauge.ts'

export interface WrappedCodeContext {
  readonly gauge: Gauge
  readonly layouts: Layouts
  readonly article: Article
}

/**
 * Reports, for each listing, the first line that wraps because it is too long for its slide in legible type.
 */
export function reportWrappedCode(deck: Deck, { gauge, layouts, article }: WrappedCodeContext, file: VFile): void {
  for (const slide of deck.slides) {
    const index = gauge.spillOf(slide).wrappedLine
    if (index === null) continue
    const line = linesOf(layouts, slide).filter(({ kind }) => kind === 'code')[index]
    const place = line === undefined ? null : placeOf(line, article)
    file.info('This line of code is too long for its slide, so it wraps. Break it at a suitable place.', {
      place,
      source: 'lectern',
      ruleId: 'code-wraps',
    })
  }
}
