// Turns the inline notes of Pandoc and Obsidian, `^[Words of the note.]`, into footnotes.

import type {
  Delete,
  Emphasis,
  FootnoteDefinition,
  Heading,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  Strong,
  TableCell,
} from 'mdast'
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
  const children = hasPhrasing(node)
    ? referencesIn(
        node.children.map((child) => withReferences(child, context)),
        context,
      )
    : node.children.map((child: Nodes) => withReferences(child, context))
  return { ...node, children }
}

/** Whether a node contains text that may have notes. A note in the words of a link would be a link in a link. */
function hasPhrasing(node: Nodes): node is Delete | Emphasis | Heading | Paragraph | Strong | TableCell {
  return ['delete', 'emphasis', 'heading', 'paragraph', 'strong', 'tableCell'].includes(node.type)
}

function referencesIn(nodes: readonly PhrasingContent[], context: NotesContext): PhrasingContent[] {
  const found: PhrasingContent[] = []
  let rest = nodes
  for (let note = noteIn(rest); note; note = noteIn(rest)) {
    const [start, end] = note
    const content = sliceNodes(rest, [{ ...start, offset: start.offset + START.length }, end], context.source)
    const identifier = `inline-note-${context.notes.length + 1}`
    const position = rangeOf(content)
    const paragraph = { type: 'paragraph' as const, children: content, position }
    context.notes.push({ type: 'footnoteDefinition', identifier, children: [paragraph], position })
    for (const node of sliceNodes(rest, [{ index: 0, offset: 0 }, start], context.source)) found.push(node)
    found.push({ type: 'footnoteReference', identifier })
    rest = sliceNodes(rest, [{ ...end, offset: end.offset + 1 }, endOfAll(rest)], context.source)
  }
  return [...found, ...rest]
}

/** A place in phrasing content: the index of a text node, and an offset in its value. */
interface Place {
  readonly index: number
  readonly offset: number
}

/** Finds the first note, from its mark to its closing bracket. */
function noteIn(nodes: readonly PhrasingContent[]): readonly [start: Place, end: Place] | undefined {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue
    for (const { index: offset } of node.value.matchAll(NOTE_START)) {
      const start = { index, offset }
      const end = endOf(nodes, start)
      if (!end) return undefined
      if (isNote(nodes, [start, end])) return [start, end]
    }
  }
  return undefined
}

const NOTE_START = /(?<!\[)\^\[/g

/**
 * Whether brackets contain a note: two words, or one word that directly follows another. Formulas and regular
 * expressions contain such brackets too: `x^[n]`, `^[a-z]+`.
 */
function isNote(nodes: readonly PhrasingContent[], [start, end]: readonly [Place, Place]): boolean {
  const textAt = ({ index }: Place) => {
    const node = nodes[index]
    return node?.type === 'text' ? node.value : ''
  }
  const after = textAt(end).charAt(end.offset + 1)
  const words = nodes
    .slice(start.index, end.index + 1)
    .map((node, position) => {
      const to = position === end.index - start.index ? end.offset : undefined
      return node.type === 'text'
        ? node.value.slice(position === 0 ? start.offset + START.length : 0, to)
        : wordsIn(node)
    })
    .join('')
  if (REPETITION.test(after) || CHARACTER_RANGE.test(words)) return false
  if (/\p{L}/u.test(words) && /\S\s+\S/.test(words)) return true
  const isAttached = start.offset === 0 ? start.index > 0 : /\S/.test(textAt(start).charAt(start.offset - 1))
  return isAttached && /\p{L}{3}|\p{Lo}/u.test(words)
}

const REPETITION = /[+*{$]/
const CHARACTER_RANGE = /\b(?:a-z|0-9)/i

/** Finds the bracket that closes a note. Returns undefined if there is none. */
function endOf(nodes: readonly PhrasingContent[], start: Place): Place | undefined {
  let depth = 0
  for (let index = start.index; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node?.type !== 'text') continue
    const from = index === start.index ? start.offset : 0
    for (const { 0: bracket, index: offset } of node.value.slice(from).matchAll(/[[\]]/g)) {
      depth += bracket === '[' ? 1 : -1
      if (depth === 0) return { index, offset: from + offset }
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
