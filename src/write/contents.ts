import type { Nodes, Paragraph } from 'mdast'
import { visit } from 'unist-util-visit'
import { contentWords } from '../grammar/content-words.ts'
import type { Group } from './group.ts'
import type { Ledger } from './ledger.ts'

/** Whether a list only names the sections that follow, as a page's table of contents does: the agenda says so. */
export function isContents({ headings }: Ledger, { form, sentences, lead, block }: Group): boolean {
  const items = sentences.filter((sentence) => sentence !== lead)
  if (form === 'list' && block !== null && leadsWithin(block.node)) return true
  if (form !== 'list' || items.length < LEAST_ENTRIES || headings.size < LEAST_ENTRIES) return false
  const named = [...headings].map((heading) => new Set(contentWords(heading)))
  const entries = items.filter(({ text }) => {
    const words = contentWords(text)
    return words.length > 0 && named.some((heading) => words.every((word) => heading.has(word)))
  })
  return entries.length >= items.length * ENTRIES
}

/** Whether every item of a list leads to a place in the page itself, and says nothing beside. */
function leadsWithin(node: Nodes): boolean {
  const paragraphs: Paragraph[] = []
  visit(node, 'paragraph', (paragraph) => void paragraphs.push(paragraph))
  return (
    paragraphs.length >= LEAST_ENTRIES &&
    paragraphs.every(({ children: [only, ...others] }) => {
      return only?.type === 'link' && only.url.startsWith('#') && others.length === 0
    })
  )
}

/** Fewer items are no contents. */
const LEAST_ENTRIES = 3

/** At least this share of a table of contents are headings of the article. */
const ENTRIES = 0.8
