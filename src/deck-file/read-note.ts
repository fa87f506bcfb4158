// Reads the notes in a deck file.

import type { Nodes, Parents, RootContent } from 'mdast'
import type { PassageKind } from '../model/article.ts'
import { passagesOf } from '../read/passages.ts'
import type { Words } from '../read/piece.ts'
import type { SlideView } from './parse-slides.ts'
import { resolveReferences } from './phrasing-words.ts'

/** A block of a note: a paragraph, an item, a row or a code line. */
export interface NoteBlock {
  readonly kind: PassageKind
  readonly words: Words
}

/** Lists the blocks of a slide's note. */
export function noteBlocks(view: SlideView): readonly NoteBlock[] {
  return view.notes.flatMap((node) => blocksOf(node, view))
}

function blocksOf(node: RootContent, view: SlideView): readonly NoteBlock[] {
  if (node.type === 'containerDirective') return node.children.flatMap((child) => blocksOf(child, view))
  if (node.type === 'html') return []
  return passagesOf(resolveNode(node, view), view.source).map(({ kind, depth: _, ...words }) => ({
    kind: node.type === 'heading' ? 'heading' : kind,
    words,
  }))
}

/** Removes raw HTML from a node and resolves references. */
function resolveNode<Node extends Nodes>(node: Node, view: SlideView): Node {
  if (!('children' in node)) return node
  const children =
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
      ? resolveReferences(node.children, view)
      : node.children.filter(({ type }) => type !== 'html').map((child) => resolveNode(child, view))
  return { ...(node as Parents), children } as unknown as Node
}
