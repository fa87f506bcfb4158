// Parses Markdown section by section, to reuse the result for unchanged sections.

import type { Nodes, Parents, Root, RootContent } from 'mdast'
import type { Point, Position } from 'unist'
import type { Memo } from '../../model/memo.ts'
import { parseMarkdown } from './parse.ts'

/** Parsed sections by their text; `leans` marks a section whose meaning depends on more than its text. */
export type KnownSections = Memo<readonly RootContent[] | { readonly leans: true }>

/**
 * Makes the same tree as `parseMarkdown`, but parses only the sections that are not known yet. If a section leaves a
 * construct open that the next might close, or defines what others refer to, the whole text is parsed.
 */
export function parseWithMemo(text: string, known: KnownSections): Root {
  const children: RootContent[] = []
  const at = { line: 0, offset: 0 }
  for (const section of sectionsOf(text)) {
    const nodes = known.recall(section, () => parseSection(section) ?? NOT_REUSABLE)
    if ('leans' in nodes) return parseMarkdown(text)
    for (const node of nodes) children.push(copyMoved(node, at))
    at.line += section.split('\n').length - 1
    at.offset += section.length
  }
  return { type: 'root', children }
}

const NOT_REUSABLE = { leans: true } as const

/** Cuts a text before every heading that follows a blank line. */
function sectionsOf(text: string): readonly string[] {
  return text.split(/(?<=\n[ \t]*\n)(?=#{1,6}[ \t])/)
}

/** Parses a section; null if it leaves something open or defines something. */
function parseSection(section: string): readonly RootContent[] | null {
  const end = section.endsWith('\n\n') ? '' : '\n\n'
  const { children } = parseMarkdown(section + end + NEXT)
  const nodes = children.filter(({ position }) => (position?.start.offset ?? 0) < section.length)
  const next = children[nodes.length]
  const isClosed = next?.type === 'heading' && next.position?.start.offset === section.length + end.length
  return isClosed && !nodes.some(definesReference) ? nodes : null
}

/** A heading, which is lost in any construct left open, and dollars, without which a math display would not be open. */
const NEXT = '# Next\n\n$$\n'

function definesReference(node: Nodes): boolean {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return true
  return 'children' in node && node.children.some(definesReference)
}

/** Copies a node with shifted positions. */
function copyMoved<Node extends Nodes>(node: Node, by: Distance): Node {
  const copy = { ...node }
  if (node.position !== undefined) copy.position = moved(node.position, by)
  if ('children' in node) (copy as Parents).children = node.children.map((child) => copyMoved(child, by)) as never
  return copy
}

interface Distance {
  readonly line: number
  readonly offset: number
}

function moved({ start, end }: Position, by: Distance): Position {
  return { start: pointMoved(start, by), end: pointMoved(end, by) }
}

function pointMoved({ line, column, offset = 0 }: Point, by: Distance): Point {
  return { line: line + by.line, column, offset: offset + by.offset }
}
