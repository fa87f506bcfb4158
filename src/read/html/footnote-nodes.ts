// Converts footnotes and the references to them to mdast.

import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { FootnoteDefinition, FootnoteReference, RootContent } from 'mdast'
import { identifierOf } from './footnotes.ts'

export function reference(_: State, node: Element): FootnoteReference {
  const identifier = identifierOf(node)
  return { type: 'footnoteReference', identifier, label: identifier, position: node.position }
}

export function note(state: State, node: Element): FootnoteDefinition {
  const identifier = identifierOf(node)
  const children = state.toFlow(state.all(node)).filter(isNoteContent)
  return { type: 'footnoteDefinition', identifier, label: identifier, children, position: node.position }
}

function isNoteContent(node: RootContent): node is FootnoteDefinition['children'][number] {
  return NOTE_CONTENT.has(node.type)
}

const NOTE_CONTENT: ReadonlySet<string> = new Set(['blockquote', 'code', 'heading', 'list', 'paragraph', 'table'])
