// Recognises tables of contents, credits and conclusions.

import type { Nodes, Paragraph } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Section } from '../model/article.ts'
import type { Stretch } from './stretches.ts'

/**
 * Whether a list only names the sections that follow, like a page's table of contents; the agenda already does that.
 */
export function isContents({ form, block, over }: Stretch): boolean {
  if (form !== 'list' || block === null) return false
  if (leadsOn(block.node, INTO_THE_PAGE) === 1) return true
  return isNamedContents(over?.text) && leadsOn(block.node, ANYWHERE) >= ENTRIES
}

/** Whether a section is only a page's table of contents. */
export function isContentsSection({ heading, blocks, sections }: Section): boolean {
  if (!isNamedContents(heading?.text) || sections.length > 0) return false
  return blocks.every(({ node }) => node.type === 'list' && leadsOn(node, ANYWHERE) >= ENTRIES)
}

function isNamedContents(heading = ''): boolean {
  return CONTENTS.test(heading)
}

const INTO_THE_PAGE = /^#/
export const ANYWHERE = /./

/** Headings of a table of contents. */
const CONTENTS = /^\W*(?:(?:table of )?contents|toc)\W*$/i

/** The share of a list's items that are only a link to such an address. */
export function leadsOn(node: Nodes, address: RegExp): number {
  const paragraphs: Paragraph[] = []
  visit(node, 'paragraph', (paragraph) => void paragraphs.push(paragraph))
  const leading = paragraphs.filter(
    ({ children: [only, ...others] }) => only?.type === 'link' && address.test(only.url) && others.length === 0,
  )
  return leading.length / Math.max(paragraphs.length, 1)
}

/** A list is a table of contents if at least this share of its items are headings of the article. */
export const ENTRIES = 0.8

/** Whether a stretch is under a heading for credits or further reading. */
export function isCredits({ form, over }: Stretch): boolean {
  return (form === 'prose' || form === 'list') && CREDITS.test(over?.text ?? '')
}

const CREDITS =
  /^\W*(?:special )?(?:acknowledge?ments?|credits?|thanks|thank you|(?:about )?(?:the )?(?:authors?|contributors)|further reading|see also|references|bibliography|external links|related (?:articles|posts|links))\W*$/i

/** Whether a heading announces the article's conclusion. */
export function isConclusion(heading: string): boolean {
  return CONCLUSION.test(heading)
}

const CONCLUSION =
  /^\W*(?:\d+\W+)?(?:in |key |main |final |the )*(?:conclusions?|summary|takeaways?|lessons(?: learned)?|bottom line|wrapping up|fazit|zusammenfassung|conclusiones|conclusioni|résumé|conclusão)\W*$/i
