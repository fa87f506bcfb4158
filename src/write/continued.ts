import type { Draft, Line } from '../model/draft.ts'
import { baseOf, numbered } from '../model/numbered.ts'
import { claimsOf, namesIn } from './claims.ts'
import { type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'

/** More slides under one heading would be a series of which none has a title. */
const MOST_SLIDES = 3

/**
 * Numbers the slides that go on under one heading: "Upkeep (1/2)". Of too many only the first bears it. What has no title may
 * stand between them; what has another ends the run, and what follows that under the same heading has no title.
 */
export function withNumbers(ledger: Ledger, drafts: readonly Draft[]): readonly Draft[] {
  const titles = drafts.map(({ title }) => title)
  const runs = runsIn(drafts)
  for (const [at, run] of runs.entries()) {
    const own = run.flatMap((index) => baseOf(drafts[index]?.title ?? null) ?? [])
    const [first] = run.flatMap((index) => drafts[index] ?? [])
    const isLate = runs.slice(0, at).some((before) => before.some((index) => isOfOneHeading(drafts[index], first)))
    if (isLate) for (const index of run) titles[index] = null
    if (isLate || run.length === 1) continue
    const isRoomy = run.every((index) => hasRoom(ledger, drafts[index]))
    for (const [place, index] of run.entries()) {
      const title = own[place] ?? null
      if (run.length <= MOST_SLIDES && isRoomy) titles[index] = title && numbered(title, place + 1, run.length)
      else if (place > 0 && titles[index]?.text === title?.text) titles[index] = null
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

/** The places of slides under one heading, run by run. */
function runsIn(drafts: readonly Draft[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  let last: Draft | null = null
  for (const [index, draft] of drafts.entries()) {
    if (draft.title === null) continue
    if (last !== null && isOfOneHeading(last, draft)) runs.at(-1)?.push(index)
    else runs.push([index])
    last = draft
  }
  return runs
}

function isOfOneHeading(one?: Draft, other?: Draft): boolean {
  const isBody = one?.purpose === 'body' && other?.purpose === 'body' && one.part === other.part
  return isBody && isOf(one.title, other.title)
}

function isOf(one: Line | null, other: Line | null): boolean {
  const isHeading = one?.kind === 'heading' && other?.kind === 'heading'
  return isHeading && one.spans[0]?.[0] === other.spans[0]?.[0] && baseOf(one)?.text === baseOf(other)?.text
}
