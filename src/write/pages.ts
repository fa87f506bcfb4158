import type { Draft, Moment } from '../model/draft.ts'
import { numbered } from '../model/numbered.ts'
import { type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'

/** A timeline on as many slides as it needs, each with what is said of its events; every other draft as it is. */
export function paged(ledger: Ledger, draft: Draft): Draft[] {
  const { content, title, said } = draft
  if (content.type !== 'timeline') return [draft]
  // The mark "(1/2)" counts as a word.
  const room = MOST_WORDS - wordsIn(ledger, [title]) - 1
  const count = Math.ceil(content.moments.reduce((sum, moment) => sum + wordsOf(ledger, moment), 0) / Math.max(room, 1))
  if (count === 1) return [draft]
  const pages = evenly(content.moments, Math.min(count, Math.floor(content.moments.length / LEAST_MOMENTS)))
  return pages.map((moments, index) => ({
    ...draft,
    title: title === null || pages.length === 1 ? title : numbered(title, index + 1, pages.length),
    content: { ...content, moments },
    said: said.filter(({ span: [, end] }) => {
      const isAfter = index < pages.length - 1 && end > startOf(pages[index + 1])
      return !isAfter && (index === 0 || end > startOf(moments))
    }),
  }))
}

/** Fewer events on a slide are no line. */
const LEAST_MOMENTS = 2

function wordsOf(ledger: Ledger, { when, what }: Moment): number {
  return wordsIn(ledger, [when, what])
}

function startOf(moments: readonly Moment[] = []): number {
  return moments[0]?.when.spans[0]?.[0] ?? 0
}

function evenly(moments: readonly Moment[], count: number): Moment[][] {
  const size = Math.ceil(moments.length / count)
  return Array.from({ length: count }, (_, index) => moments.slice(index * size, (index + 1) * size)).filter(
    (page) => page.length > 0,
  )
}
