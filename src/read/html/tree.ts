// Reads, searches and rewrites HTML trees.

import type { Element, ElementContent, Nodes, Root } from 'hast'
import { lettersAndDigits } from '../../util/letters-and-digits.ts'
import { singleSpaced } from '../../util/single-spaced.ts'
import { wordSet } from '../../util/word-set.ts'

/** Returns the text content of a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Returns only the letters and digits of a node in lower case. */
export function lettersOf(node: Nodes): string {
  return lettersAndDigits(textOf(node))
}

/** Returns the text content of a node on one line, with spaces between its blocks. */
export function lineOf(node: Nodes): string {
  return singleSpaced(spacedText(node)).trim()
}

function spacedText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const text = node.children.map(spacedText).join('')
  return node.type === 'element' && !isBlock(node) && node.tagName !== 'br' ? text : ` ${text} `
}

/** Matches the tag names of headings. */
export const HEADING_TAG = /^h[1-6]$/

/** Whether a node is a block rather than text or phrasing content. */
export function isBlock(node: Nodes): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName)
}

const BLOCKS: ReadonlySet<string> = wordSet(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
)

/** Finds the first matching element in a node, including the node itself. */
export function findElement(node: Nodes, isMatch: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && isMatch(node)) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = findElement(child, isMatch)
    if (found) return found
  }
  return undefined
}

/** Finds every matching element in a node, in document order. Matches inside a match are skipped. */
export function findElements(node: Nodes, isMatch: (element: Element) => boolean): readonly Element[] {
  if (node.type === 'element' && isMatch(node)) return [node]
  return 'children' in node ? node.children.flatMap((child) => findElements(child, isMatch)) : []
}

/** Replaces each element in a tree, innermost first, and drops comments. */
export function replaceElements(root: Root, replace: (element: Element) => readonly ElementContent[]): Root {
  const replaceIn = (children: readonly Root['children'][number][]): ElementContent[] => {
    return children.flatMap((child): readonly ElementContent[] => {
      if (child.type === 'element') return replace({ ...child, children: replaceIn(child.children) })
      return child.type === 'text' ? [child] : []
    })
  }
  return { ...root, children: replaceIn(root.children) }
}

/** Returns the class names and the id of an element, separated by spaces. */
export function namesOf({ properties }: Element): string {
  const names = Array.isArray(properties.className) ? properties.className.join(' ') : ''
  return `${names} ${String(properties.id ?? '')}`
}

/** Matches one of these words, given with bars between them, in the names of an element. */
export function namePattern(words: string): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${words})(?:$|[\\s_-])`, 'i')
}

/** Returns an attribute of an element, by its name in hast, trimmed; an empty string if it is absent. */
export function attributeOf({ properties }: Element, name: string): string {
  return String(properties[name] ?? '').trim()
}
