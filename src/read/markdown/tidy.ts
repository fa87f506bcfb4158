// Reduces mdast to what can be shown: resolves references, parses raw HTML, and removes all other markup.

import type { BlockContent, DefinitionContent, Html, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import { hasLetterOrDigit } from '../../util/letters-and-digits.ts'
import { typographicEdits } from '../character-references.ts'
import { editText } from '../edit-source.ts'
import { LIMITS } from '../limits.ts'
import { linkMarkupEdits } from '../link-markup.ts'
import type { Source } from '../source.ts'
import { alertContentOf, joinLabels } from './alert.ts'
import { divideAtDisplays } from './divide-at-displays.ts'
import { withoutHeadingId } from './heading-id.ts'
import { htmlBlocks, withoutTags } from './html.ts'
import { interruptedHtmlIn, rawHtmlIn } from './html-in-code.ts'
import { joinDividedHtml } from './join-divided-html.ts'
import { linkFootnotes } from './linked-footnotes.ts'
import { closingIndex, quotationOrBoxOf } from './quotation-tags.ts'
import { type Definitions, definitionsOf, resolveImage, resolveLink } from './references.ts'
import { listingOf } from './shell-commands.ts'
import { withPlainCarets } from './superscripts.ts'
import { trimTextStart } from './trim-text-start.ts'
import { divideAtLines, joinTypedItems } from './typed-lists.ts'

/**
 * Reduces the blocks of a document to what can be shown: comments, tags, rules and definitions are removed, references
 * become links and images, and raw HTML becomes mdast.
 */
export function tidy(root: Root, source: Source): readonly RootContent[] {
  const { children: linked, footnoteIds } = linkFootnotes(root)
  const children = joinDividedHtml(
    linked.map((node, index) =>
      node.type === 'code' ? (interruptedHtmlIn(node, linked[index - 1], source) ?? node) : node,
    ),
    source,
  )
  const context: TidyContext = { definitions: definitionsOf(root), source, footnoteIds, depth: 0, isInList: false }
  const blocks: RootContent[] = []
  for (let index = 0; index < children.length; ) {
    const [node, end] = [children[index], closingIndex(children, index) ?? index]
    const inside = children.slice(index, end + 1).flatMap((each) => tidyBlock(each, context))
    const isEnclosed = node?.type === 'html' && end > index && inside.every(isBlock)
    blocks.push(...(isEnclosed ? quotationOrBoxOf(node.value, inside) : inside))
    index = end + 1
  }
  return joinTypedItems(blocks, source)
}

interface TidyContext {
  readonly definitions: Definitions
  readonly source: Source
  /** The identifiers of the footnotes to which links lead. */
  readonly footnoteIds: ReadonlySet<string>
  /** The number of phrasing elements that contain the node. */
  readonly depth: number
  /** Whether the node is in a list item, where a paragraph of commands does not become a listing. */
  readonly isInList: boolean
}

function tidyBlock(node: RootContent, context: TidyContext): readonly RootContent[] {
  switch (node.type) {
    case 'html':
      return htmlBlocks(node, context.source, context.footnoteIds).flatMap((block): readonly RootContent[] => {
        if (block.type !== 'paragraph') return [block]
        return isNavigation(block) ? [] : divideAtLines(block, context.source)
      })
    case 'heading':
      return [{ ...node, children: withoutHeadingId(tidyPhrasing(node.children, context)) }]
    case 'paragraph':
      return tidyParagraph(node, context)
    case 'blockquote': {
      const alert = alertContentOf(node.children)
      if (alert !== null) return tidyBlocks(alert, context)
      const children = tidyBlocks(node.children, context)
      // A quotation that contains only code quotes nobody, so its listings replace it.
      return children.length > 0 && children.every(isListing) ? children : [{ ...node, children }]
    }
    case 'footnoteDefinition':
      return [{ ...node, children: tidyBlocks(node.children, context) }]
    case 'list':
      return [
        {
          ...node,
          children: node.children.map((item) => ({
            ...item,
            children: tidyBlocks(item.children, { ...context, isInList: true }),
          })),
        },
      ]
    case 'table':
      return [
        {
          ...node,
          children: node.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({ ...cell, children: tidyPhrasing(cell.children, context) })),
          })),
        },
      ]
    case 'code': {
      const html = rawHtmlIn(node, context.source)
      return html === null ? [node] : tidyBlock(html, context)
    }
    case 'math':
      return [node]
    default:
      return []
  }
}

function tidyParagraph(node: Paragraph, context: TidyContext): readonly RootContent[] {
  if (isComment(node.children) || isNavigation(node) || isOrnament(node)) return []
  const player = playerIn(node)
  if (player !== null) return htmlBlocks(player, context.source)
  const listing = context.isInList ? null : listingOf(node)
  const paragraph = { ...node, children: tidyPhrasing(node.children, context) }
  if (listing !== null) return [listing]
  return divideAtDisplays(paragraph, context.source).flatMap((part): readonly RootContent[] =>
    part.type === 'paragraph' ? divideAtLines(part, context.source) : [part],
  )
}

/**
 * Returns the video or audio element that is alone in a paragraph, where the Markdown parser takes it for text; null
 * for any other paragraph.
 */
function playerIn({ children, position }: Paragraph): Html | null {
  const [first] = children
  const isAlone = children.every(({ type }) => type === 'html' || type === 'text')
  if (first?.type !== 'html' || !/^<(?:audio|video)\b/i.test(first.value) || !isAlone) return null
  const value = children.map((child) => ('value' in child ? child.value : '')).join('')
  return { type: 'html', value, ...(position && { position }) }
}

function tidyBlocks(
  children: readonly (BlockContent | DefinitionContent)[],
  context: TidyContext,
): (BlockContent | DefinitionContent)[] {
  return [...joinLabels(children.flatMap((child) => tidyBlock(child, context)).filter(isBlock))]
}

function isBlock(node: RootContent): node is BlockContent | DefinitionContent {
  return BLOCKS.has(node.type)
}

function isListing({ type }: RootContent): boolean {
  return type === 'code'
}

const BLOCKS: ReadonlySet<string> = new Set([
  'blockquote',
  'code',
  'footnoteDefinition',
  'heading',
  'list',
  'math',
  'paragraph',
  'table',
])

function tidyPhrasing(children: readonly PhrasingContent[], context: TidyContext): PhrasingContent[] {
  const withoutHtml = withPlainCarets(withoutTags(children, context.source))
  return withoutAttributes(withoutHtml).flatMap((node) => tidyPhrase(node, context))
}

/** Removes attributes that some tools put after an image or a link: `{width=50%}`, `{.wide}`. */
function withoutAttributes(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  return children.map((node, index) => {
    const before = children[index - 1]?.type ?? ''
    const [attributes] = (node.type === 'text' && ATTRIBUTE_HOLDERS.has(before) && ATTRIBUTES.exec(node.value)) || []
    return node.type === 'text' && attributes !== undefined ? trimTextStart(node, attributes.length) : node
  })
}

const ATTRIBUTE_HOLDERS: ReadonlySet<string> = new Set(['image', 'imageReference', 'link', 'linkReference'])
const ATTRIBUTES =
  /^\{:?\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))(?:\s+(?:[.#][\w-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+)))*\s*\}/

function tidyPhrase(node: PhrasingContent, context: TidyContext): PhrasingContent | readonly PhrasingContent[] {
  if (context.depth > LIMITS.nesting) return leaves(node)
  switch (node.type) {
    case 'text':
      return cleanText(node)
    case 'linkReference':
      return tidyPhrase(resolveLink(node, context.definitions), context)
    case 'imageReference':
      return resolveImage(node, context.definitions)
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return { ...node, children: tidyPhrasing(node.children, { ...context, depth: context.depth + 1 }) }
    default:
      return node
  }
}

/**
 * Removes the markup of links that the parser did not recognise, and decodes typographic characters that were escaped
 * twice.
 */
function cleanText(node: Text): Text {
  const decoded = editText(node.value, typographicEdits(node.value))
  const value = editText(decoded, linkMarkupEdits(decoded))
  return value === node.value ? node : { ...node, value }
}

/** Lists the leaves of a phrasing node in order, without HTML. */
function leaves(node: PhrasingContent): readonly PhrasingContent[] {
  const found: PhrasingContent[] = []
  const stack: PhrasingContent[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if ('children' in next) for (const child of next.children.toReversed()) stack.push(child)
    else if (next.type !== 'html') found.push(next)
  }
  return found
}

/** Whether a paragraph consists only of links to places on the same page, and separators between them. */
function isNavigation({ children }: Paragraph): boolean {
  const links = children.filter((child) => child.type === 'link' && child.url.startsWith('#'))
  const others = children.filter((child) => !links.includes(child))
  return links.length >= MIN_LINKS && others.every((child) => !hasLetterOrDigit(wordsIn(child)))
}

/** The minimum number of links that make a table of contents. */
const MIN_LINKS = 2

/** Whether a paragraph is only a separator: a line of asterisks or similar signs between two parts of the text. */
function isOrnament({ children }: Paragraph): boolean {
  return /^(?:[*·•⁂❦~]\s*){3,}$|^[⁂❦]$/u.test(
    children
      .map((child) => wordsIn(child))
      .join('')
      .trim(),
  )
}

/** Whether a paragraph is only an MDX comment: `{/* … *\/}`. */
function isComment([only, ...others]: readonly PhrasingContent[]): boolean {
  return only?.type === 'text' && others.length === 0 && /^\{\/\*[\s\S]*\*\/\}\s*$/.test(only.value)
}
