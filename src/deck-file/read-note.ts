// Reads the notes in a deck file.

import type { Nodes, Parents, RootContent } from 'mdast'
import type { PassageKind } from '../model/article.ts'
import type { ItemPlace } from '../model/outline.ts'
import { passagesOf } from '../read/passages.ts'
import type { Words } from '../read/piece.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { resolveReferences } from './phrasing-words.ts'

/** A block of a note, such as a paragraph, an item, a row or a code line. */
export interface NoteBlock {
  readonly kind: PassageKind
  readonly words: Words
  /** Absent outside lists. */
  readonly item?: ItemPlace | undefined
}

/** Lists the blocks of a slide's note. */
export function noteBlocks(parsed: ParsedSlide): readonly NoteBlock[] {
  return parsed.notes.flatMap((node) => blocksOf(node, parsed))
}

function blocksOf(node: RootContent, parsed: ParsedSlide): readonly NoteBlock[] {
  if (node.type === 'containerDirective') return node.children.flatMap((child) => blocksOf(child, parsed))
  if (node.type === 'html') return []
  return passagesOf(resolveNode(node, parsed), parsed.source).map(({ kind, depth, marker, ...words }) => ({
    kind: node.type === 'heading' ? 'heading' : kind,
    words,
    ...(marker !== undefined && { item: { depth, marker } }),
  }))
}

/** Removes raw HTML from a node and resolves references. */
function resolveNode<Node extends Nodes>(node: Node, parsed: ParsedSlide): Node {
  if (!('children' in node)) return node
  const children =
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
      ? resolveReferences(node.children, parsed)
      : node.children.filter(({ type }) => type !== 'html').map((child) => resolveNode(child, parsed))
  return { ...(node as Parents), children } as unknown as Node
}
