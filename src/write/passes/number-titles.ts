import type { Draft } from '../../model/draft.ts'
import { withNumber, withoutNumber } from '../../model/numbered-title.ts'

/** Numbers the body slides that share a title, "Upkeep (1/2)", and removes the numbers from all other titles. */
export function numberTitles(drafts: readonly Draft[]): readonly Draft[] {
  const runs = new Map<string, number[]>()
  for (const [index, { purpose, title }] of drafts.entries()) {
    const base = purpose === 'body' ? withoutNumber(title) : null
    if (base !== null) runs.set(base.text, [...(runs.get(base.text) ?? []), index])
  }
  return drafts.map((draft, index) => {
    const base = draft.purpose === 'body' ? withoutNumber(draft.title) : null
    const run = base === null ? [] : (runs.get(base.text) ?? [])
    if (base === null) return draft
    return { ...draft, title: run.length === 1 ? base : withNumber(base, run.indexOf(index) + 1, run.length) }
  })
}
