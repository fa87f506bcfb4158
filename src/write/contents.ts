import { contentWords } from '../grammar/content-words.ts'
import type { Group } from './group.ts'
import type { Ledger } from './ledger.ts'

/** Whether a list only names the sections that follow, as a page's table of contents does: the agenda says so. */
export function isContents({ headings }: Ledger, { form, sentences, lead }: Group): boolean {
  const items = sentences.filter((sentence) => sentence !== lead)
  if (form !== 'list' || items.length < LEAST_ENTRIES || headings.size < LEAST_ENTRIES) return false
  const named = [...headings].map((heading) => new Set(contentWords(heading)))
  const entries = items.filter(({ text }) => {
    const words = contentWords(text)
    return words.length > 0 && named.some((heading) => words.every((word) => heading.has(word)))
  })
  return entries.length >= items.length * ENTRIES
}

/** Fewer items are no contents. */
const LEAST_ENTRIES = 3

/** At least this share of a table of contents are headings of the article. */
const ENTRIES = 0.8
