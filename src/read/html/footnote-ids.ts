// Finds the ids of a page's footnotes by the links to them.

import type { Element, Nodes, Root } from 'hast'
import { attributeOf, HEADING_TAG, lineOf, namesOf } from './tree.ts'

/** Matches the ids of footnotes, but not of the references to them: `fn1`, `_ftn1`, `cite_note-2`, `sdfootnote1sym`. */
export const FOOTNOTE_ID =
  /^(?:user-content-|_|sd)?(?:fn|ftnt?|footnote|endnote|edn|cite_note)(?![:_-]?ref)[\w:-]*\d(?!\d*anc$)[\w-]*$/i

/** Whether a string is a footnote's reference mark: `[1]`, `*`, `†`. */
export function isReferenceMark(text: string): boolean {
  return /^(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}|[*†‡]|\[[a-z]{1,2}\]|\[note \d{1,3}\])$/.test(text)
}

/** Whether a string is a mark that leads from a footnote back to the text: `↩`, `^`. */
export function isBackMark(text: string): boolean {
  return /^[↩⤴↑^]\uFE0E?\d{0,3}$/u.test(text)
}

/** Returns the id to which a link leads if its target is on the same page; an empty string for any other element. */
export function targetOf(link: Element): string {
  const [, id = ''] = link.tagName === 'a' ? (/#(.*)$/s.exec(attributeOf(link, 'href')) ?? []) : []
  return id
}

/** Returns the id of an element, or the name of an anchor; an empty string if it has neither. */
export function idOf(element: Element): string {
  return attributeOf(element, 'id') || (element.tagName === 'a' ? attributeOf(element, 'name') : '')
}

/**
 * Lists the ids of blocks that must be footnotes, whatever their ids look like, because a reference mark earlier in the
 * text links to them.
 */
export function linkedFootnoteIds(content: Root): ReadonlySet<string> {
  const linkedIds = new Set<string>()
  const footnoteIds = new Set<string>()
  const visit = (node: Nodes, { block, isRaised }: Surroundings): void => {
    if (node.type !== 'element' && node.type !== 'root') return
    const isElement = node.type === 'element'
    const isBlock = isElement && FOOTNOTE_BLOCKS.has(node.tagName)
    const inner: Surroundings = {
      block: isBlock ? node : block,
      isRaised: isRaised || (isElement && node.tagName === 'sup'),
    }
    if (isElement) {
      const id = idOf(node)
      const owner = isBlock ? node : block
      if (linkedIds.has(id) && owner && couldBeFootnote(owner) && isAtStartOf(owner, node)) footnoteIds.add(id)
      const isMark = (inner.isRaised || isReferenceLink(node)) && isReferenceMark(lineOf(node))
      if (isMark && targetOf(node) !== '') linkedIds.add(targetOf(node))
    }
    for (const child of node.children) visit(child, inner)
  }
  visit(content, { block: undefined, isRaised: false })
  return footnoteIds
}

interface Surroundings {
  /** The innermost possible footnote (`FOOTNOTE_BLOCKS`) that contains the node. */
  readonly block: Element | undefined
  readonly isRaised: boolean
}

/** The elements that may be footnotes. */
const FOOTNOTE_BLOCKS: ReadonlySet<string> = new Set(['aside', 'dd', 'div', 'li', 'p', 'tr'])

/** Whether a link is all superscript, or its id, class or target says that it leads to a footnote. */
function isReferenceLink(link: Element): boolean {
  if (/note|ftn|edn/i.test(`${namesOf(link)} ${targetOf(link)}`)) return true
  const [only, ...others] = link.children
  return others.length === 0 && only?.type === 'element' && only.tagName === 'sup'
}

function couldBeFootnote(block: Element): boolean {
  return lineOf(block).length <= LONGEST_FOOTNOTE && !hasHeading(block)
}

/** In characters. */
const LONGEST_FOOTNOTE = 2000

function hasHeading(node: Nodes): boolean {
  if (node.type === 'element' && HEADING_TAG.test(node.tagName)) return true
  return 'children' in node && node.children.some(hasHeading)
}

/** Whether an element is the block itself, or comes before all of its words. */
function isAtStartOf(block: Element, element: Element): boolean {
  return block === element || startsWith(block, element)
}

function startsWith(node: Element, element: Element): boolean {
  for (const child of node.children) {
    if (child === element) return true
    if (child.type === 'element' && startsWith(child, element)) return true
    if (lineOf(child) !== '') return false
  }
  return false
}
