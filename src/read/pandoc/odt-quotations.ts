// Finds quotations in OpenDocument text documents, because Pandoc reads them as ordinary paragraphs.

import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { lineOf, replaceElements } from '../html/tree.ts'

/** A private-use character that opens each paragraph of a quotation while Pandoc converts the document. */
const MARK = '\uE2A0'

/** Marks the paragraphs with the given styles as quotations. */
export function markQuotations(content: string, styleNames: ReadonlySet<string>): string {
  return content.replaceAll(MARK, '').replace(PARAGRAPH_TAG, (tag, name: string) => {
    return styleNames.has(name) && !tag.endsWith('/>') ? `${tag}${MARK}` : tag
  })
}

const PARAGRAPH_TAG = /<text:p\b[^<>]{0,300}?text:style-name="([^"]{1,100})"[^<>]{0,300}>/g

/** Wraps each sequence of marked paragraphs in a quotation, and removes all marks. */
export function withQuotations(body: Root): Root {
  const quoted = replaceElements(body, (element) => [{ ...element, children: quoteMarked(element.children) }])
  return withoutMarks({ ...quoted, children: quoteMarked(quoted.children) })
}

function quoteMarked<T extends RootContent>(children: readonly T[]): (T | Element)[] {
  const quoted: (T | Element)[] = []
  let quotation: ElementContent[] | null = null
  for (const child of children) {
    if (child.type !== 'element') {
      quoted.push(child)
    } else if (child.tagName === 'p' && lineOf(child).startsWith(MARK)) {
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

function withoutMarks<T extends Nodes>(node: T): T {
  if (node.type === 'text') return { ...node, value: node.value.replaceAll(MARK, '') }
  return 'children' in node ? { ...node, children: node.children.map(withoutMarks) } : node
}
