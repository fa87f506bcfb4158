// Reads the words of phrasing content in a deck file.

import type { Nodes, PhrasingContent } from 'mdast'
import type { Mark, MarkedText } from '../model/mark.ts'
import { type SourcedText, type StyledText, styledText } from '../model/styled-text.ts'
import { withoutTags } from '../read/markdown/html.ts'
import { resolveImage, resolveLink } from '../read/markdown/references.ts'
import { phraseOf } from '../read/passages.ts'
import type { Words } from '../read/piece.ts'
import type { SlideView } from './slide-view.ts'

type ReferenceContext = Pick<SlideView, 'source' | 'definitions'>

/** Returns the words of a paragraph, a heading or a cell, with their marks. Raw HTML and images contribute no words. */
export function wordsOf(node: { readonly children: readonly Nodes[] }, context: ReferenceContext): Words {
  const children = node.children.filter(isPhrasing)
  return phraseOf({ type: 'paragraph', children: resolveReferences(children, context) }, context.source)
}

/** Removes raw HTML from phrasing content and resolves references. */
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

/**
 * Returns a key for comparing words: their text and marks, regardless of white space. A link whose text is its address
 * counts as plain text.
 */
export function keyOf({
  text,
  marks = [],
}: {
  readonly text: string
  readonly marks?: readonly Mark[] | undefined
}): string {
  return keyOfPieces(styledText({ text, spans: [[0, text.length]] }, { text, marks }))
}

/** Returns the key that `keyOf` returns, for a line with the article's marks. */
export function keyOfLine(line: SourcedText, article: MarkedText): string {
  return keyOfPieces(styledText(line, article))
}

function keyOfPieces(pieces: readonly StyledText[]): string {
  const runs: { text: string; readonly style: string }[] = []
  for (const { text, styles } of pieces) {
    const style = styles
      .map((each) => (each.type === 'link' ? linkKey(each.url, text) : each.type))
      .filter((name) => name !== '')
      .sort()
      .join(' ')
    const last = runs.at(-1)
    if (text.trim() === '' && last) last.text += ' '
    else if (last?.style === style) last.text += text
    else runs.push({ text, style })
  }
  return runs
    .map(({ text, style }) => (style === '' ? text : `\u0001${style}\u0002${text.trim()}\u0003 `))
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([\u0001-\u0003]) ?/g, '$1')
    .trim()
}

/** Returns a key for a link; empty if the text of the link is its address, so that it counts as plain text. */
function linkKey(url: string, text: string): string {
  const withoutScheme = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '')
  return withoutScheme(url) === withoutScheme(text.trim()) ? '' : `link ${url}`
}
