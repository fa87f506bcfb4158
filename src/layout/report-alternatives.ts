// Reports what the slides could show instead (`lectern check --alternatives`).

import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import type { Alternative } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { placeOf } from '../model/source-position.ts'

/**
 * Reports the alternatives for each slide: shorter and longer versions of a line, at the position of that line, and
 * other titles and sentences that are not shown, at the position of the slide's first line.
 */
export function reportAlternatives(
  { deck, article }: { readonly deck: Deck; readonly article: Article },
  layouts: Layouts,
  file: VFile,
): void {
  for (const [index, slide] of deck.slides.entries()) {
    const lines = linesOf(layouts, slide)
    const report = (fact: string, others: readonly Alternative[], line = lines[0]) => {
      if (others.length === 0) return
      const place = line === undefined ? null : placeOf(line, article)
      file.info(`${fact}: ${others.map(formatAlternative).join(' · ')}`, {
        place,
        source: 'lectern',
        ruleId: 'alternatives',
      })
    }
    const { titles = [], unshown = [] } = slide.alternatives ?? {}
    report(`Slide ${index + 1} could be called`, titles)
    for (const line of lines)
      report(`Instead of "${line.text}", slide ${index + 1} could say`, line.alternatives ?? [], line)
    report(`Slide ${index + 1} does not show`, unshown)
  }
}

/** Formats an alternative: `"By the sea" (0.72)`. */
function formatAlternative({ text, score }: Alternative): string {
  return `"${text}" (${score.toFixed(2)})`
}
