// Removes the colours of listings before slides are measured.

import type { Element, ElementContent } from 'hast'

/** Simplifies a slide that will only be measured. */
export type Simplifier = (slide: Element) => Element

/**
 * Returns a function that replaces the coloured pieces of listings with their text, because they make up half of the
 * elements in many decks. Kinds of pieces for which the stylesheet may set more than a colour are kept.
 */
export function createSimplifier(css: string): Simplifier {
  const otherRules = css.replace(COMMENT, '').replace(COLOUR_RULE, '')
  if (UNNAMED_PIECE.test(otherRules)) return (slide) => slide
  const keptClasses = new Set(Array.from(otherRules.matchAll(PIECE_CLASS), ([, name]) => name))
  const coloured = new Set<unknown>(PIECE_CLASSES.filter((name) => !keptClasses.has(name)))
  const simplify: Simplifier = (element) => {
    const isListing = isLineOfCode(element)
    const children = element.children.map((child): ElementContent => {
      if (child.type !== 'element') return child
      const [text] = child.children
      const isPiece = isListing && child.children.length === 1 && coloured.has(onlyClassOf(child))
      return isPiece && text?.type === 'text' ? text : simplify(child)
    })
    // Most elements do not change, and copying them all would take a lot of memory.
    if (children.every((child, index) => child === element.children[index])) return element
    return { ...element, children: isListing ? joinTexts(children) : children }
  }
  return simplify
}

const COMMENT = /\/\*[\s\S]*?\*\//g
const PIECE_CLASSES = ['code-keyword', 'code-name', 'code-string', 'code-comment'] as const

/** Matches a rule that sets only the colour of a piece. */
const COLOUR_RULE = /\.code-(?:keyword|name|string|comment)\s*\{\s*color:[^;{}]*;?\s*\}/g

/** Captures the class of a piece. */
const PIECE_CLASS = /\.(code-(?:keyword|name|string|comment))(?![\w-])/g

/** Matches selectors that may match pieces by their element or attributes. */
const UNNAMED_PIECE = /\b(?:code|pre)\b[^{};]*[\s>+~(](?:span|\*)(?=[^{};]*\{)|\[class[^\]]*code/

function isLineOfCode({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('code-line')
}

/** Returns the class of an element that has exactly one and no other attributes; otherwise undefined. */
function onlyClassOf({ properties }: Element): unknown {
  const { className } = properties
  const hasOne = Array.isArray(className) && className.length === 1
  return hasOne && Object.keys(properties).length === 1 ? className[0] : undefined
}

/** Joins adjacent text nodes. */
function joinTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value }
    else joined.push(node)
  }
  return joined
}
