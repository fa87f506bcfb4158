import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { placeOf } from '../model/source-position.ts'
import type { Gauge } from './gauge.ts'

/** What reporting lines of code that wrap requires. */
export interface WrappedCodeContext {
  readonly gauge: Gauge
  readonly layouts: Layouts
  readonly article: Article
}

/** Reports the first line of each listing that is too long for its slide even in the smallest type, and so wraps. */
export function reportWrappedCode(deck: Deck, { gauge, layouts, article }: WrappedCodeContext, file: VFile): void {
  for (const slide of deck.slides) {
    const index = gauge.spillOf(slide).wrappedLine
    if (index === null) continue
    const line = linesOf(layouts, slide).filter(({ kind }) => kind === 'code')[index]
    const place = line === undefined ? null : placeOf(line, article)
    file.info('This line of code is too long for its slide and continues on the next. Break it where it reads well.', {
      ...(place && { place }),
      source: 'lectern',
      ruleId: 'code-wraps',
    })
  }
}
