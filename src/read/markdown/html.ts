// Converts raw HTML in Markdown to mdast.

import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type State, toMdast } from 'hast-util-to-mdast'
import type { Html, Image, Nodes, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast'
import type { Position } from 'unist'
import { pointAt } from '../../model/place.ts'
import { align } from '../align.ts'
import { columns } from '../html/columns.ts'
import { definitions } from '../html/definitions.ts'
import { attributeOf, findElement } from '../html/tree.ts'
import { LIMITS } from '../limits.ts'
import type { Source } from '../source.ts'

/**
 * Converts raw HTML to mdast: its text, headings, lists, tables, images and players, but nothing that runs.
 */
export function htmlBlocks(html: Html, source: Source): readonly RootContent[] {
  if (maxOpenElements(html.value) > LIMITS.elementNesting) return [wordsOnly(html)]
  const root = toMdast(fromHtml(html.value, { fragment: true }), { document: true, handlers: HANDLERS })
  const offsets = align(html.value, source.text, [html.position?.start.offset ?? 0, html.position?.end.offset ?? 0])
  const children = root.type === 'root' ? root.children : []
  for (const child of children) relocate(child, offsets, source)
  return children
}

/** Returns only the words of HTML that is nested too deeply to be parsed. */
function wordsOnly({ value, position }: Html): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: value.replace(TAG, ' '), position }], position }
}

function nothing(): undefined {
  return undefined
}

/**
 * Converts columns, definitions and players, and drops nodes that mean nothing to a reader or would load or run
 * something.
 */
const HANDLERS = {
  div: columns,
  dl: definitions,
  comment: nothing,
  iframe: nothing,
  object: nothing,
  audio: player,
  video: player,
  input: nothing,
  select: nothing,
  textarea: nothing,
  button: nothing,
} as const

/** Turns a video or sound into an image with its address. The bytes will show later which of the two it is. */
function player(_: State, node: Element): Image | undefined {
  const source = findElement(node, ({ tagName }) => tagName === 'source')
  const url = attributeOf(node, 'src') || (source === undefined ? '' : attributeOf(source, 'src'))
  const alt = attributeOf(node, 'ariaLabel') || attributeOf(node, 'title')
  return url === '' ? undefined : { type: 'image', url, alt }
}

/** Returns the maximum number of elements that are open at once. */
function maxOpenElements(html: string): number {
  let depth = 0
  let most = 0
  for (const [tag, slash, name = ''] of html.matchAll(TAG)) {
    if (VOID.has(name.toLowerCase()) || tag.endsWith('/>')) continue
    depth += slash ? -1 : 1
    most = Math.max(most, depth)
  }
  return most
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>?/g
/** Elements without an end tag, or with one that may be left out. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta p li source track wbr'.split(' '),
)

/** Converts positions inside the HTML to positions in the source. */
function relocate(node: Nodes, offsets: Uint32Array, source: Source): void {
  if ('children' in node) for (const child of node.children) relocate(child, offsets, source)
  if (node.position) node.position = movePosition(node.position, offsets, source)
  else node.position = 'children' in node ? around(node) : undefined
}

function movePosition({ start, end }: Position, offsets: Uint32Array, source: Source): Position {
  const first = offsets[start.offset ?? 0] ?? 0
  const last = (offsets[(end.offset ?? 1) - 1] ?? first) + 1
  return { start: { ...pointAt(source, first), offset: first }, end: { ...pointAt(source, last), offset: last } }
}

function around({ children }: Parents): Position | undefined {
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  return start && end ? { start, end } : undefined
}

/**
 * Removes tags from phrasing content, with the content of scripts and the like. Line breaks and images are converted.
 */
export function withoutTags(children: readonly PhrasingContent[], source: Source): readonly PhrasingContent[] {
  const kept: PhrasingContent[] = []
  let hidden: string | undefined
  for (const [index, child] of children.entries()) {
    const tag = child.type === 'html' ? tagOf(child.value) : undefined
    if (hidden) hidden = tag === `/${hidden}` ? undefined : hidden
    else if (tag && UNREAD_TAGS.has(tag) && closes(tag, children.slice(index + 1))) hidden = tag
    else if (tag === 'br') kept.push({ type: 'break', position: child.position })
    else if (child.type === 'html') kept.push(...(tag === 'img' ? imagesOf(child, source) : []))
    else kept.push(child)
  }
  return kept
}

/** Elements whose content is not read. */
const UNREAD_TAGS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'textarea',
])

function tagOf(html: string): string | undefined {
  return /^<(\/?[a-zA-Z][a-zA-Z0-9-]*)/.exec(html)?.[1]?.toLowerCase()
}

function closes(tag: string, rest: readonly PhrasingContent[]): boolean {
  return rest.some((node) => node.type === 'html' && tagOf(node.value) === `/${tag}`)
}

function imagesOf(html: Html, source: Source): readonly PhrasingContent[] {
  return htmlBlocks(html, source).flatMap((block) => (block.type === 'paragraph' ? block.children : []))
}
