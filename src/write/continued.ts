import type { Draft, Point } from '../model/draft.ts'
import { baseOf, numbered } from '../model/numbered.ts'
import { claimsOf, namesIn } from './claims.ts'
import { type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'

/** More slides under one heading would be a series of which none has a title. */
const MOST_SLIDES = 9

/**
 * Numbers the slides that bear one heading: "Upkeep (1/2)". Of too many slides of prose only the first bears it; a list, a listing,
 * a picture or one line tells little without.
 */
export function withNumbers(ledger: Ledger, drafts: readonly Draft[]): readonly Draft[] {
  const titles = drafts.map(({ title }) => title)
  // One slide alone does not bear again what the slide that opens its part has borne.
  const opened = new Map(
    drafts.flatMap(({ purpose, part, title }) => (purpose === 'part' ? [[part, title?.text]] : [])),
  )
  const isAgain = (index: number) => baseOf(titles[index] ?? null)?.text === opened.get(drafts[index]?.part ?? 0)
  for (const run of runsIn(drafts)) {
    const isShort = run.length <= MOST_SLIDES && run.every((index) => hasRoom(ledger, drafts[index]))
    const bearers = isShort ? run : run.filter((index, place) => place === 0 || needsTitle(drafts[index]))
    for (const index of run) if (!bearers.includes(index)) titles[index] = null
    const [only = 0, ...others] = bearers
    if (others.length === 0) {
      if (isAgain(only)) titles[only] = null
      continue
    }
    for (const [place, index] of bearers.entries()) {
      const title = titles[index] ?? null
      const base = baseOf(title)
      if (base === null) continue
      // The pages of a list have had numbers of their own.
      const hasNumber = base.text !== title?.text || hasRoom(ledger, drafts[index])
      const bare = place > 0 || isAgain(index) ? null : base
      titles[index] = hasNumber ? numbered(base, place + 1, bearers.length) : bare
    }
  }
  return drafts.map((draft, index) => ({ ...draft, title: titles[index] ?? null }))
}

function needsTitle(draft?: Draft): boolean {
  if (draft === undefined) return false
  const { content } = draft
  const isBrief = content.type === 'points' && (content.points.length === 1 || content.points.every(isItem))
  return isBrief || ['code', 'image', 'table'].includes(content.type)
}

function isItem({ line }: Point): boolean {
  return line.kind === 'item'
}

/** Whether a slide has room for a number beside its title, which counts as a word. */
export function hasRoom(ledger: Ledger, draft?: Draft): boolean {
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
