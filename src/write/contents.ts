import type { Nodes, Paragraph } from 'mdast'
import { visit } from 'unist-util-visit'
import { contentWords } from '../grammar/content-words.ts'
import type { Section } from '../model/article.ts'
import type { Group } from './group.ts'
import type { Ledger } from './ledger.ts'

/** Whether a list only names the sections that follow, as a page's table of contents does: the agenda says so. */
export function isContents({ headings }: Ledger, { form, sentences, lead, block, over }: Group): boolean {
  const items = sentences.filter((sentence) => sentence !== lead)
  if (form !== 'list') return false
  if (block !== null) {
    if (items.length >= LEAST_ENTRIES && leadsOn(block.node, INTO_THE_PAGE) === 1) return true
    if (isNamedContents(over?.text) && leadsOn(block.node, ANYWHERE) >= ENTRIES) return true
  }
  if (items.length < LEAST_ENTRIES || headings.size < LEAST_ENTRIES) return false
  const named = [...headings].map((heading) => new Set(contentWords(heading)))
  const entries = items.filter(({ text }) => {
    const words = contentWords(text)
    return words.length > 0 && named.some((heading) => words.every((word) => heading.has(word)))
  })
  return entries.length >= items.length * ENTRIES
}

/** Whether a section is nothing but a page's table of contents, under its name. */
export function isContentsSection({ heading, blocks, sections }: Section): boolean {
  if (!isNamedContents(heading?.text) || sections.length > 0) return false
  return blocks.every(({ node }) => node.type === 'list' && leadsOn(node, ANYWHERE) >= ENTRIES)
}

function isNamedContents(heading = ''): boolean {
  return CONTENTS.test(heading)
}

const INTO_THE_PAGE = /^#/
const ANYWHERE = /./

/** What the list of the pages of a book stands under. */
const CONTENTS = /^\W*(?:(?:table of )?contents|toc)\W*$/i

/** The share of a list's items that lead to such an address, and say nothing beside. */
function leadsOn(node: Nodes, address: RegExp): number {
  const paragraphs: Paragraph[] = []
  visit(node, 'paragraph', (paragraph) => void paragraphs.push(paragraph))
  const leading = paragraphs.filter(
    ({ children: [only, ...others] }) => only?.type === 'link' && address.test(only.url) && others.length === 0,
  )
  return leading.length / Math.max(paragraphs.length, 1)
}

/** Fewer items are no contents. */
const LEAST_ENTRIES = 3

/** At least this share of a table of contents are headings of the article. */
const ENTRIES = 0.8
