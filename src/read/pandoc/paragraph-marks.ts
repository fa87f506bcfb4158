// Carries paragraph styles that Pandoc ignores through its conversion, as private-use characters.

import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { lineOf, replaceElements } from '../html/tree.ts'

/** The characters put at the start of paragraphs. */
export const MARKS = {
  quotation: '\uE2A0',
  caption: '\uE2A1',
  title: '\uE2A2',
  subtitle: '\uE2A3',
  /** A line of a table of contents. */
  contents: '\uE2A4',
} as const

/** The characters put at the start of headings, by level. */
export const HEADING_MARKS: readonly string[] = ['\uE2A5', '\uE2A6', '\uE2A7', '\uE2A8', '\uE2A9']

/** Removes all marks from a text. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE2A0-\uE2A9]/g, '')
}

/** Turns marked paragraphs into the elements for which their marks stand, and removes the marks. */
export function applyMarks(body: Root): Root {
  const marked = replaceElements(body, (element) =>
    markedElement({ ...element, children: quoteMarked(element.children) }),
  )
  return unmarked({ ...marked, children: quoteMarked(marked.children) })
}

function markedElement(element: Element): readonly Element[] {
  const line = element.tagName === 'p' ? lineOf(element) : ''
  const [mark = ''] = line
  const level = HEADING_MARKS.indexOf(mark) + 1
  if (level > 0 || mark === MARKS.title)
    return withoutMarks(line).trim() === '' ? [] : [{ ...element, tagName: `h${level + 1}` }]
  if (mark === MARKS.contents) return []
  if (mark === MARKS.subtitle) return [{ ...element, children: [{ ...element, tagName: 'em' }] }]
  return [
    mark === MARKS.caption ? { ...element, properties: { ...element.properties, className: ['caption'] } } : element,
  ]
}

function quoteMarked<T extends RootContent>(children: readonly T[]): (T | Element)[] {
  const quoted: (T | Element)[] = []
  let quotation: ElementContent[] | null = null
  for (const child of children) {
    if (child.type !== 'element') {
      quoted.push(child)
    } else if (child.tagName === 'p' && lineOf(child).startsWith(MARKS.quotation)) {
      if (quotation === null) {
        quotation = []
        quoted.push({ type: 'element', tagName: 'blockquote', properties: {}, children: quotation })
      }
      quotation.push(child)
    } else {
      quotation = null
      quoted.push(child)
    }
  }
  return quoted
}

function unmarked<T extends Nodes>(node: T): T {
  if (node.type === 'text') return { ...node, value: withoutMarks(node.value) }
  return 'children' in node ? { ...node, children: node.children.map(unmarked) } : node
}
