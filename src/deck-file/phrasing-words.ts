// Reads the words of phrasing content in a deck file.

import type { Nodes, PhrasingContent } from 'mdast'
import { withoutTags } from '../read/markdown/html.ts'
import { resolveImage, resolveLink } from '../read/markdown/references.ts'
import { phraseOf } from '../read/passages.ts'
import type { Words } from '../read/piece.ts'
import type { ParsedSlide } from './parse-slides.ts'

type ReferenceContext = Pick<ParsedSlide, 'source' | 'definitions'>

/** Returns the words of a paragraph, a heading or a cell, with their marks. Raw HTML and images have no words. */
export function wordsOf(node: { readonly children: readonly Nodes[] }, context: ReferenceContext): Words {
  const children = node.children.filter(isPhrasing)
  return phraseOf({ type: 'paragraph', children: resolveReferences(children, context) }, context.source)
}

/** Removes raw HTML and footnote references from phrasing content and resolves other references. */
export function resolveReferences(children: readonly PhrasingContent[], context: ReferenceContext): PhrasingContent[] {
  return withoutTags(children, context.source).flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'linkReference':
        return [resolveLink({ ...node, children: resolveReferences(node.children, context) }, context.definitions)]
      case 'imageReference':
        return [resolveImage(node, context.definitions)]
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        return [{ ...node, children: resolveReferences(node.children, context) }]
      case 'footnoteReference':
        return []
      default:
        return [node]
    }
  })
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return PHRASING.has(node.type)
}

const PHRASING: ReadonlySet<string> = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'inlineMath',
  'link',
  'linkReference',
  'strong',
  'text',
])
