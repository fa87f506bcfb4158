// Parses Markdown section by section, which is faster for long documents, and allows unchanged sections to be skipped.

import type { Nodes, Parents, Root, RootContent } from 'mdast'
import type { Point, Position } from 'unist'
import type { Memo } from '../../util/memo.ts'
import { parseMarkdown } from './parse.ts'

/** Parsed sections, keyed by their text; `isDependent` marks a section that cannot be parsed by itself. */
export type ParsedSections = Memo<readonly RootContent[] | { readonly isDependent: true }>

/**
 * Returns the same tree as `parseMarkdown`, but parses only sections that have not been parsed before. If a section
 * leaves a construct open that the next might close, or defines a reference, the whole text is parsed.
 */
export function parseSections(text: string, parsedSections: ParsedSections): Root {
  return (
    joinSections(sectionsOf(text), (section) => {
      const nodes = parsedSections.recall(section, () => parseSection(section, parseMarkdown) ?? NOT_REUSABLE)
      return 'isDependent' in nodes ? null : nodes
    }) ?? parseMarkdown(text)
  )
}

/** Parses Markdown to a tree. */
type Parse = (text: string) => Root

/**
 * Returns the same tree as `parse`, but parses a few sections at a time. This takes two thirds of the time for a long
 * document, because each chunk leaves little garbage to collect.
 */
export function parseInChunks(text: string, parse: Parse): Root {
  if (DEFINITION.test(text)) return parse(text)
  const chunks: string[] = []
  for (const section of sectionsOf(text)) {
    const last = chunks.at(-1)
    if (last !== undefined && last.length < CHUNK_LENGTH) chunks[chunks.length - 1] = last + section
    else chunks.push(section)
  }
  return joinSections(chunks, (chunk) => parseSection(chunk, parse)) ?? parse(text)
}

/** In characters. */
const CHUNK_LENGTH = 2000

/** Matches a possible definition of a reference or footnote. Text that contains one must be parsed as a whole. */
const DEFINITION = /^[ \t>*+-]*\[[^\]\n]+\]:/m

/** Joins the nodes of sections into a tree. Returns null if a section cannot be parsed by itself. */
function joinSections(
  sections: readonly string[],
  parse: (section: string) => readonly RootContent[] | null,
): Root | null {
  const children: RootContent[] = []
  const distance = { line: 0, offset: 0 }
  for (const section of sections) {
    const nodes = parse(section)
    if (nodes === null) return null
    for (const node of nodes) children.push(copyShifted(node, distance))
    distance.line += section.split('\n').length - 1
    distance.offset += section.length
  }
  return { type: 'root', children }
}

const NOT_REUSABLE = { isDependent: true } as const

/** Splits text before every heading and quotation that follows a blank line. */
function sectionsOf(text: string): readonly string[] {
  return text.split(/(?<=\n[ \t]*\n)(?=#{1,6}[ \t]|>)/)
}

/** Parses a section. Returns null if it leaves a construct open or defines a reference. */
function parseSection(section: string, parse: Parse): readonly RootContent[] | null {
  const end = section.endsWith('\n\n') ? '' : '\n\n'
  const { children } = parse(section + end + NEXT)
  const nodes = children.filter(({ position }) => (position?.start.offset ?? 0) < section.length)
  const next = children[nodes.length]
  const isClosed = next?.type === 'heading' && next.position?.start.offset === section.length + end.length
  return isClosed && !nodes.some(definesReference) ? nodes : null
}

/**
 * Text that is added after a section to test whether the section is closed: a heading, which an open construct would
 * swallow, and the end of open math.
 */
const NEXT = '# Next\n\n$$\n'

function definesReference(node: Nodes): boolean {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return true
  return 'children' in node && node.children.some(definesReference)
}

/** Copies a node with shifted positions. */
function copyShifted<Node extends Nodes>(node: Node, distance: Distance): Node {
  const copy = { ...node }
  if (node.position !== undefined) copy.position = shiftPosition(node.position, distance)
  if ('children' in node)
    (copy as Parents).children = node.children.map((child) => copyShifted(child, distance)) as never
  return copy
}

interface Distance {
  readonly line: number
  readonly offset: number
}

function shiftPosition({ start, end }: Position, distance: Distance): Position {
  return { start: shiftPoint(start, distance), end: shiftPoint(end, distance) }
}

function shiftPoint({ line, column, offset = 0 }: Point, distance: Distance): Point {
  return { line: line + distance.line, column, offset: offset + distance.offset }
}
