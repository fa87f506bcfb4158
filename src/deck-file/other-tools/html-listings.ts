import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import type { Edit } from '../../read/edit-source.ts'
import { LIMITS } from '../../read/limits.ts'
import { fenceFor } from '../../read/markdown/fence.ts'
import { maxOpenElements } from '../../read/markdown/html.ts'
import { linesOf, wordsIn } from './deck-lines.ts'

/** Writes listings in HTML (`<pre>`), and the elements in which decks put Mermaid diagrams, as fenced listings. */
export function htmlListings(text: string): readonly Edit[] {
  const words = wordsIn(linesOf(text))
  return [...words.matchAll(LISTING)].flatMap(({ index, 0: { length } }): readonly Edit[] => {
    const listing = text.slice(index, index + length)
    if (maxOpenElements(listing) > LIMITS.elementNesting) return []
    const root = fromHtml(listing, { fragment: true })
    const code = withoutIndent(codeOf(root))
    if (code === '') return []
    const fence = fenceFor(code)
    return [{ span: [index, index + length], replacement: `\n\n${fence}${languageOf(root)}\n${code}\n${fence}\n\n` }]
  })
}

/** A listing that begins its line. One that follows words, such as a cell of a table, cannot be a block. */
const LISTING =
  /<(?<=^[^\S\n]*<)(?:pre\b(?:(?!<pre\b)[\s\S])*?<\/pre\s*>|div\b[^<>]{0,500}?\bclass\s{0,9}=\s{0,9}["'](?:[^"'<>]{0,500}\s)?mermaid\b[^<>]{0,500}>(?:(?!<div\b)[\s\S])*?<\/div\s*>)/gim

function codeOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return '\n'
  return 'children' in node ? node.children.map(codeOf).join('') : ''
}

/** Returns the language that the class of an element names, such as `language-js` or `mermaid`. */
function languageOf(root: Nodes): string {
  let language = ''
  visit(root, 'element', ({ properties: { className } }: Element) => {
    const names = Array.isArray(className) ? className.map(String) : []
    const named = names.find((name) => /^(?:lang(?:uage)?-[\w+-]+|mermaid)$/.test(name))
    if (named !== undefined) language ||= named.replace(/^lang(?:uage)?-/, '')
  })
  return language
}

/** Removes the indent that all lines share, and empty lines at both ends. */
function withoutIndent(code: string): string {
  const lines = code
    .trimEnd()
    .replace(/^\s*\n/, '')
    .split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = indents.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  return Number.isFinite(indent) ? lines.map((line) => line.slice(indent)).join('\n') : ''
}
