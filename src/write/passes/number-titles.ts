import type { Draft } from '../../model/draft.ts'
import { withNumber, withoutNumber } from '../../model/numbered-title.ts'

/**
 * Numbers the body slides that share a title, as in "Upkeep (1/2)", and removes such numbers from the titles of all
 * other body slides.
 */
export function numberTitles(drafts: readonly Draft[]): readonly Draft[] {
  const indexesByTitle = new Map<string, number[]>()
  for (const [index, { purpose, title }] of drafts.entries()) {
    const base = purpose === 'body' ? withoutNumber(title) : null
    if (base !== null) indexesByTitle.set(base.text, [...(indexesByTitle.get(base.text) ?? []), index])
  }
  return drafts.map((draft, index) => {
    const base = draft.purpose === 'body' ? withoutNumber(draft.title) : null
    const indexes = base === null ? [] : (indexesByTitle.get(base.text) ?? [])
    if (base === null) return draft
    return {
      ...draft,
      title: withNumber(base, indexes.indexOf(index) + 1, indexes.length),
    }
  })
}
