// Explains why sentences are shown or not (`lectern check --why`).

import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import { placeOf } from '../model/source-position.ts'

/**
 * Reports for each sentence, at its position in the file, its score and the slide that shows it or else the reason why
 * none does: a rule, its low score, or lack of space.
 */
export function reportReasons(
  { deck, article }: { readonly deck: Deck; readonly article: Article },
  file: VFile,
): void {
  for (const [index, slide] of deck.slides.entries())
    for (const { text, span, isShown, rule, why, score } of slide.reasons ?? []) {
      const place = placeOf({ spans: [span] }, article)
      const fact = isShown ? `Slide ${index + 1} shows` : `No slide shows`
      const reason = isShown ? '' : ` because ${why}`
      file.info(`${fact} "${text}"${reason} (score ${score.toFixed(2)}).`, {
        place,
        source: 'lectern',
        ruleId: rule === null ? 'why' : `why-${rule}`,
      })
    }
}
