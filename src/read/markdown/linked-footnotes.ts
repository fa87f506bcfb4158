// Finds footnotes that authors of Markdown made with HTML tags: a link to an anchor at the start of a paragraph or an
// item.

import type { FootnoteReference, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import { FOOTNOTE_ID, isBackMark, isReferenceMark } from '../html/footnote-ids.ts'

/** The nodes of a document, in which such footnotes have become Markdown footnotes. */
export interface LinkedFootnotes {
  readonly children: readonly RootContent[]
  /** The identifiers of the footnotes to which the text refers. The footnotes themselves may be in raw HTML. */
  readonly footnoteIds: ReadonlySet<string>
}

/**
 * Turns links to anchors into references to footnotes, and the paragraphs and items that begin with the anchors into
 * footnotes.
 */
export function linkFootnotes({ children }: Root): LinkedFootnotes {
  const anchors = new Set(children.flatMap(anchorsIn))
  if (anchors.size === 0) return { children, footnoteIds: new Set() }
  const footnoteIds = new Set<string>()
  const referring = children.map((node) => withReferences(node, { anchors, footnoteIds }))
  return {
    children: footnoteIds.size === 0 ? children : referring.flatMap((node) => asFootnotes(node, footnoteIds)),
    footnoteIds,
  }
}

function anchorsIn(node: Nodes): readonly string[] {
  if (node.type === 'html') return [...node.value.matchAll(ANCHOR)].map(([, id = '']) => id)
  return 'children' in node ? node.children.flatMap((child: Nodes) => anchorsIn(child)) : []
}

const ANCHOR = /<[a-z]\w*\b[^<>]*?\s(?:id|name)=["']?([^"'\s<>]+)/gi

interface Links {
  readonly anchors: ReadonlySet<string>
  /** The identifiers of the footnotes found so far. `referencesIn` adds to them. */
  readonly footnoteIds: Set<string>
}

function withReferences<Node extends Nodes>(node: Node, links: Links): Node {
  if (!('children' in node)) return node
  const isPhrasing = node.type === 'paragraph' || node.type === 'tableCell'
  const children = isPhrasing
    ? referencesIn(node.children, links)
    : node.children.map((child: Nodes) => withReferences(child, links))
  return { ...node, children }
}

/** Replaces each link to a footnote, and the tags around the link, with a reference. */
function referencesIn(nodes: readonly PhrasingContent[], links: Links): readonly PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    const mark = markAt(nodes, index, links.anchors)
    if (mark === null) result.push(...(node === undefined ? [] : [node]))
    else {
      if (mark.id !== null) {
        links.footnoteIds.add(mark.id)
        result.push(referenceTo(mark.id))
      }
      index = mark.end
    }
  }
  return result
}

interface Mark {
  /** Null for a link from a footnote back to the text. */
  readonly id: string | null
  /** The index of the mark's last node. */
  readonly end: number
}

/**
 * Returns the mark that begins at `start`: a link, or tags and text, possibly between superscript tags. Returns null if
 * no mark begins there.
 */
function markAt(nodes: readonly PhrasingContent[], start: number, anchors: ReadonlySet<string>): Mark | null {
  const isRaised = isTag(nodes[start], SUP)
  const from = isRaised ? start + 1 : start
  const link = nodes[from]
  const tag = link?.type === 'html' ? /^<a\b[^<>]*\shref=["']?#([^"'\s<>]+)/i.exec(link.value) : null
  const closing = tag ? nodes.findIndex((node, index) => index > from && isTag(node, A_END)) : from
  const id = tag?.[1] ?? (link?.type === 'link' && link.url.startsWith('#') ? link.url.slice(1) : null)
  const end = isRaised && isTag(nodes[closing + 1], SUP_END) ? closing + 1 : closing
  if (id === null || closing < 0 || (isRaised && end === closing)) return null
  const inside = nodes.slice(from, closing + 1).flatMap((node) => (node.type === 'link' ? node.children : [node]))
  const words = inside
    .map((node) => (node.type === 'html' ? '' : wordsIn(node)))
    .join('')
    .trim()
  if (isBackMark(words)) return { id: null, end }
  const isNamed = isRaised || FOOTNOTE_ID.test(id) || inside.some((node) => isTag(node, SUP))
  return isNamed && isReferenceMark(words) && anchors.has(id) ? { id, end } : null
}

function isTag(node: PhrasingContent | undefined, tag: RegExp): boolean {
  return node?.type === 'html' && tag.test(node.value)
}

const SUP = /^<sup\b/i
const SUP_END = /^<\/sup\b/i
const A_END = /^<\/a\b/i

function referenceTo(id: string): FootnoteReference {
  return { type: 'footnoteReference', identifier: id.toLowerCase(), label: id }
}

/** Returns a paragraph, or the items of a list, as footnotes if they begin with anchors; any other node unchanged. */
function asFootnotes(node: RootContent, footnoteIds: ReadonlySet<string>): readonly RootContent[] {
  if (node.type === 'paragraph') {
    const id = openingId(node, footnoteIds)
    return id === undefined ? [node] : [{ ...footnote(id), children: [node], ...positionOf(node) }]
  }
  if (node.type !== 'list') return [node]
  const ids = node.children.map(({ children: [first] }) =>
    first?.type === 'paragraph' ? openingId(first, footnoteIds) : undefined,
  )
  if (ids.filter((id) => id !== undefined).length <= ids.length / 2) return [node]
  return node.children.map((item, index) => ({
    ...footnote(ids[index] ?? ''),
    children: item.children,
    ...positionOf(item),
  }))
}

function footnote(id: string) {
  return { type: 'footnoteDefinition' as const, identifier: id.toLowerCase(), label: id }
}

function positionOf({ position }: Nodes): Pick<Nodes, 'position'> {
  return position === undefined ? {} : { position }
}

/** Returns the identifier of the footnote whose anchor is at the start of a paragraph; undefined if there is none. */
function openingId({ children }: Paragraph, footnoteIds: ReadonlySet<string>): string | undefined {
  const words = children.findIndex((child) => child.type !== 'html' && wordsIn(child).trim() !== '')
  return children
    .slice(0, words < 0 ? children.length : words)
    .flatMap(anchorsIn)
    .find((id) => footnoteIds.has(id))
}
