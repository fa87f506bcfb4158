// Recognises tables of contents, credits and conclusions.

import type { Nodes, Paragraph } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Section } from '../model/article.ts'
import { phraseSet } from '../util/word-set.ts'
import type { Segment } from './section-segments.ts'

/** Whether a list only names the sections that follow, which the agenda does already. */
export function isContents({ form, block, headingAbove }: Segment): boolean {
  if (form !== 'list' || block === null) return false
  if (linkedFraction(block.node, FRAGMENT_ADDRESS) === 1) return true
  return isNamedContents(headingAbove?.text) && linkedFraction(block.node, ANY_ADDRESS) >= MIN_ENTRY_FRACTION
}

/** Whether a section is only a page's table of contents. */
export function isContentsSection({ heading, blocks, sections }: Section): boolean {
  if (!isNamedContents(heading?.text) || sections.length > 0) return false
  return blocks.every(({ node }) => node.type === 'list' && linkedFraction(node, ANY_ADDRESS) >= MIN_ENTRY_FRACTION)
}

function isNamedContents(heading = ''): boolean {
  return CONTENTS_HEADINGS.has(nameOf(heading))
}

/** Returns the words of a heading in lower case, without numbers and the words that often come before its name. */
function nameOf(heading: string): string {
  const words = heading.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.slice(words.findIndex((word) => !PREFIXES.has(word))).join(' ')
}

const PREFIXES: ReadonlySet<string> = new Set(['about', 'final', 'in', 'key', 'main', 'our', 'special', 'the'])

const FRAGMENT_ADDRESS = /^#/
export const ANY_ADDRESS = /./

const CONTENTS_HEADINGS = phraseSet('contents|table of contents|toc')

/**
 * Returns the fraction of a list's paragraphs that consist of a single link whose address matches the pattern.
 */
export function linkedFraction(node: Nodes, address: RegExp): number {
  const paragraphs: Paragraph[] = []
  visit(node, 'paragraph', (paragraph) => void paragraphs.push(paragraph))
  const linkParagraphs = paragraphs.filter(
    ({ children: [only, ...others] }) => only?.type === 'link' && address.test(only.url) && others.length === 0,
  )
  return linkParagraphs.length / Math.max(paragraphs.length, 1)
}

/** A list counts as a table of contents or as navigation if at least this fraction of its paragraphs are only links. */
export const MIN_ENTRY_FRACTION = 0.8

/** Whether a heading announces credits, references or further reading, which are not read aloud. */
export function isCreditsHeading(heading: string): boolean {
  return CREDITS_HEADINGS.has(nameOf(heading))
}

const CREDITS_HEADINGS = phraseSet(
  'acknowledgement|acknowledgements|acknowledgment|acknowledgments|author|authors|bibliography|contributors|credit|credits|endnotes|external links|footnotes|' +
    'further reading|references|related articles|related links|related posts|see also|thank you|thanks|works cited|' +
    'danksagung|einzelnachweise|literatur|literaturverzeichnis|quellenverzeichnis|bibliographie|références|remerciements|' +
    'agradecimientos|bibliografía|referencias|agradecimentos|bibliografia|referências|riferimenti|ringraziamenti|dankwoord',
)

/** Whether a heading announces the article's conclusion. */
export function isConclusion(heading: string): boolean {
  return CONCLUSION_HEADINGS.has(nameOf(heading))
}

const CONCLUSION_HEADINGS = phraseSet(
  'bottom line|conclusion|conclusions|lessons|lessons learned|summary|takeaway|takeaways|wrapping up|' +
    'fazit|zusammenfassung|résumé|conclusiones|conclusioni|conclusão',
)
