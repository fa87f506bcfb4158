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
import { sliceTexts } from '../slice-text.ts'
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
  // Divided at their marks and brackets, the nodes are: text, "^[", note, "]", text, "^[" …
  const places = notesIn(nodes).flatMap(([start, end]) => [start, after(start, START.length), end, after(end, 1)])
  return divideAt(nodes, places, context.source).flatMap((content, index): readonly PhrasingContent[] => {
    if (index % 4 === 0) return content
    if (index % 4 !== 2) return []
    const identifier = `inline-note-${context.notes.length + 1}`
    const position = rangeOf(content)
    const paragraph = { type: 'paragraph' as const, children: content, position }
    context.notes.push({ type: 'footnoteDefinition', identifier, children: [paragraph], position })
    return [{ type: 'footnoteReference', identifier }]
  })
}

/** A place in phrasing content: the index of a text node, and an offset in its value. */
interface Place {
  readonly index: number
  readonly offset: number
}

function after({ index, offset }: Place, length: number): Place {
  return { index, offset: offset + length }
}

/** Finds the notes, from their marks to their closing brackets. */
function notesIn(nodes: readonly PhrasingContent[]): readonly (readonly [start: Place, end: Place])[] {
  const notes: (readonly [Place, Place])[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue
    for (const { index: offset } of node.value.matchAll(NOTE_START)) {
      const start = { index, offset }
      if (isBefore(start, notes.at(-1)?.[1])) continue
      const end = endOf(nodes, start)
      if (!end) return notes
      if (isNote(nodes, [start, end])) notes.push([start, end])
    }
  }
  return notes
}

function isBefore(place: Place, other: Place | undefined): boolean {
  return (
    other !== undefined && (place.index < other.index || (place.index === other.index && place.offset < other.offset))
  )
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

/** Divides nodes at places, which ascend. Text at the places is divided. */
function divideAt(
  nodes: readonly PhrasingContent[],
  places: readonly Place[],
  source: Source,
): readonly PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  let next = 0
  for (const [index, node] of nodes.entries()) {
    const offsets: number[] = []
    for (let place = places[next]; place?.index === index; place = places[next]) {
      offsets.push(place.offset)
      next += 1
    }
    if (node.type !== 'text' || offsets.length === 0) {
      parts.at(-1)?.push(node)
      continue
    }
    const ranges = [0, ...offsets].map((from, part) => [from, offsets[part] ?? node.value.length] as const)
    for (const [part, text] of sliceTexts(node, ranges, source).entries()) {
      if (part > 0) parts.push([])
      if (text.value !== '') parts.at(-1)?.push(text)
    }
  }
  return parts
}
