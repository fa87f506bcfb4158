// Turns the inline notes of Pandoc and Obsidian, `^[Words of the note.]`, into footnotes.

import type { FootnoteDefinition, Nodes, PhrasingContent, Root } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import { rangeOf } from '../../model/source-position.ts'
import { sliceText } from '../slice-text.ts'
import type { Source } from '../source.ts'

/** Replaces each inline note with a reference to a footnote. The footnotes are added at the end. */
export function withInlineNotes(root: Root, source: Source): Root {
  if (!source.text.includes(START)) return root
  const notes: FootnoteDefinition[] = []
  const { children, ...rest } = withReferences(root, { source, notes })
  return { ...rest, children: [...children, ...notes] }
}

const START = '^['

interface NotesContext {
  readonly source: Source
  /** The notes found so far, to which `referencesIn` adds. */
  readonly notes: FootnoteDefinition[]
}

function withReferences<Node extends Nodes>(node: Node, context: NotesContext): Node {
  if (!('children' in node)) return node
  const children =
    node.type === 'paragraph' || node.type === 'tableCell'
      ? referencesIn(node.children, context)
      : node.children.map((child: Nodes) => withReferences(child, context))
  return { ...node, children }
}

function referencesIn(nodes: readonly PhrasingContent[], context: NotesContext): PhrasingContent[] {
  const start = startIn(nodes)
  const end = start && endOf(nodes, start)
  if (!start || !end) return [...nodes]
  const content = sliceNodes(nodes, [{ ...start, offset: start.offset + START.length }, end], context.source)
  const after = sliceNodes(nodes, [{ ...end, offset: end.offset + 1 }, endOfAll(nodes)], context.source)
  const before = sliceNodes(nodes, [{ index: 0, offset: 0 }, start], context.source)
  // Brackets around a mark, as in a regular expression, are no note.
  if (!/\p{L}/u.test(content.map((node) => wordsIn(node)).join('')))
    return [...nodes.slice(0, start.index + 1), ...referencesIn(nodes.slice(start.index + 1), context)]
  const identifier = `inline-note-${context.notes.length + 1}`
  const position = rangeOf(content)
  const paragraph = { type: 'paragraph' as const, children: content, position }
  context.notes.push({ type: 'footnoteDefinition', identifier, children: [paragraph], position })
  return [...before, { type: 'footnoteReference', identifier }, ...referencesIn(after, context)]
}

/** A place in phrasing content: the index of a text node, and an offset in its value. */
interface Place {
  readonly index: number
  readonly offset: number
}

function startIn(nodes: readonly PhrasingContent[]): Place | undefined {
  for (const [index, node] of nodes.entries()) {
    const match = node.type === 'text' ? NOTE_START.exec(node.value) : null
    if (match) return { index, offset: match.index }
  }
  return undefined
}

const NOTE_START = /(?<!\[)\^\[/

/** Finds the bracket that closes a note. Returns undefined if there is none. */
function endOf(nodes: readonly PhrasingContent[], start: Place): Place | undefined {
  let depth = 0
  for (let index = start.index; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node?.type !== 'text') continue
    for (const { 0: bracket, index: offset } of node.value.matchAll(/[[\]]/g)) {
      if (index === start.index && offset < start.offset) continue
      depth += bracket === '[' ? 1 : -1
      if (depth === 0) return { index, offset }
    }
  }
  return undefined
}

function endOfAll(nodes: readonly PhrasingContent[]): Place {
  return { index: nodes.length, offset: 0 }
}

/** Returns the nodes between two places. Text at the edges is divided. */
function sliceNodes(
  nodes: readonly PhrasingContent[],
  [from, to]: readonly [Place, Place],
  source: Source,
): PhrasingContent[] {
  return nodes.flatMap((node, index): readonly PhrasingContent[] => {
    if (index < from.index || index > to.index) return []
    if (node.type !== 'text') return [node]
    const range = [index === from.index ? from.offset : 0, index === to.index ? to.offset : node.value.length] as const
    return range[0] === range[1] ? [] : [sliceText(node, range, source)]
  })
}
