// Carries the styles of paragraphs that Pandoc ignores through the conversion, as private-use characters.

import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { lineOf, replaceElements } from '../html/tree.ts'

/** The characters that open the paragraphs of quotations, and captions. */
export const MARKS = { quotation: '\uE2A0', caption: '\uE2A1' } as const

/** Removes all marks from a text. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE2A0\uE2A1]/g, '')
}

/** Turns marked paragraphs into captions, and each sequence of marked paragraphs into a quotation; removes the marks. */
export function applyMarks(body: Root): Root {
  const marked = replaceElements(body, (element) => [
    asCaption({ ...element, children: quoteMarked(element.children) }),
  ])
  return unmarked({ ...marked, children: quoteMarked(marked.children) })
}

function asCaption(element: Element): Element {
  if (element.tagName !== 'p' || !lineOf(element).startsWith(MARKS.caption)) return element
  return { ...element, properties: { ...element.properties, className: ['caption'] } }
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
