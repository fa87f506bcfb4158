import type { Draft } from '../model/draft.ts'
import { baseOf, numbered } from '../model/numbered.ts'
import { claimsOf, namesIn } from './claims.ts'
import { type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'

/** More slides under one heading would be a series of which none has a title. */
const MOST_SLIDES = 4

/** Numbers the slides that bear one heading: "Upkeep (1/2)". Of too many only the first bears it. */
export function withNumbers(ledger: Ledger, drafts: readonly Draft[]): readonly Draft[] {
  const titles = drafts.map(({ title }) => title)
  for (const run of runsIn(drafts)) {
    if (run.length === 1) continue
    const isShort = run.length <= MOST_SLIDES && run.every((index) => hasRoom(ledger, drafts[index]))
    for (const [place, index] of run.entries()) {
      const title = titles[index] ?? null
      const base = baseOf(title)
      if (isShort) titles[index] = base && numbered(base, place + 1, run.length)
      // The pages of a list have numbers of their own.
      else if (place > 0 && base?.text === title?.text) titles[index] = null
    }
  }
  return drafts.map((draft, index) => ({ ...draft, title: titles[index] ?? null }))
}

/** Whether a slide has room for a number, which counts as a word. */
function hasRoom(ledger: Ledger, draft?: Draft): boolean {
  if (draft === undefined) return false
  const { title, content } = draft
  const lead = content.type === 'points' ? content.lead : null
  return wordsIn(ledger, [baseOf(title), lead, ...claimsOf(content), ...namesIn(content)]) < MOST_WORDS
}

/** The places of slides under one heading. */
function runsIn(drafts: readonly Draft[]): readonly (readonly number[])[] {
  const runs = new Map<string, number[]>()
  for (const [index, { purpose, part, title }] of drafts.entries()) {
    if (purpose !== 'body' || title?.kind !== 'heading') continue
    const key = `${part} ${title.spans[0]?.[0]} ${baseOf(title)?.text}`
    const run = runs.get(key) ?? []
    runs.set(key, run)
    run.push(index)
  }
  return [...runs.values()]
}
