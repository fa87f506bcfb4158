// Converts raw HTML in Markdown to mdast.

import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type State, toMdast } from 'hast-util-to-mdast'
import type { Html, Image, Nodes, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast'
import type { Position } from 'unist'
import { pointAt } from '../../model/source-position.ts'
import { wordSet } from '../../util/word-set.ts'
import { columns } from '../html/columns.ts'
import { definitionList } from '../html/definition-lists.ts'
import { details, summary } from '../html/details.ts'
import { figure } from '../html/figures.ts'
import { note, reference } from '../html/footnote-nodes.ts'
import { FOOTNOTE_REFERENCE_TAG, FOOTNOTE_TAG, markFootnotes } from '../html/footnotes.ts'
import { separateSpeaker } from '../html/speakers.ts'
import { writeSuperscripts } from '../html/superscripts.ts'
import { CAPTION_TAG, separateCaptions, tableCaption } from '../html/table-captions.ts'
import { joinHeaderRows } from '../html/table-headers.ts'
import { attributeOf, findElement, replaceElements } from '../html/tree.ts'
import { LIMITS } from '../limits.ts'
import type { Source } from '../source.ts'
import { sourceOffsets } from '../source-offsets.ts'
import { withPlainSuperscripts } from './superscripts.ts'

/**
 * Converts raw HTML to mdast: its text, headings, lists, tables, images and players, but nothing that runs.
 * `footnoteIds` are the ids of footnotes to which the text outside the HTML refers.
 */
export function htmlBlocks(
  html: Html,
  source: Source,
  footnoteIds: ReadonlySet<string> = new Set(),
): readonly RootContent[] {
  if (maxOpenElements(html.value) > LIMITS.elementNesting) return [wordsOnly(html)]
  const fragment = replaceElements(fromHtml(html.value, { fragment: true }), (element) => {
    separateSpeaker(element)
    return element.tagName === 'table' ? separateCaptions(joinHeaderRows(element)) : [element]
  })
  const noted = markFootnotes(fragment, footnoteIds)
  writeSuperscripts(noted)
  const root = toMdast(noted, { document: true, handlers: HANDLERS })
  const offsets = sourceOffsets(html.value, source.text, [
    html.position?.start.offset ?? 0,
    html.position?.end.offset ?? 0,
  ])
  const children = root.type === 'root' ? root.children : []
  for (const child of children) relocateToSource(child, offsets, source)
  return children
}

/** Keeps only the words of HTML that is nested too deeply to be parsed. */
function wordsOnly({ value, position }: Html): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: value.replace(TAG, ' '), position }], position }
}

function drop(): undefined {
  return undefined
}

/**
 * Converts columns, definition lists, figures and players, and drops nodes that mean nothing to a reader, or would load
 * or run something.
 */
const HANDLERS = {
  div: columns,
  details,
  dl: definitionList,
  figure,
  [CAPTION_TAG]: tableCaption,
  [FOOTNOTE_TAG]: note,
  [FOOTNOTE_REFERENCE_TAG]: reference,
  summary,
  comment: drop,
  iframe: drop,
  object: drop,
  audio: player,
  video: player,
  input: drop,
  select: drop,
  textarea: drop,
  button: drop,
} as const

/**
 * Turns a video or audio element into an image with the same address, and drops an element without an address. Whether
 * it is video or audio is found out later, from the file's bytes.
 */
function player(_: State, node: Element): Image | undefined {
  const source = findElement(node, ({ tagName }) => tagName === 'source')
  const url = attributeOf(node, 'src') || (source === undefined ? '' : attributeOf(source, 'src'))
  const alt = attributeOf(node, 'ariaLabel') || attributeOf(node, 'title')
  return url === '' ? undefined : { type: 'image', url, alt }
}

/** Returns the maximum number of elements that are open at once. */
export function maxOpenElements(html: string): number {
  let depth = 0
  let maximum = 0
  for (const [tag, slash, name = ''] of html.matchAll(TAG)) {
    if (VOID.has(name.toLowerCase()) || tag.endsWith('/>')) continue
    depth += slash ? -1 : 1
    maximum = Math.max(maximum, depth)
  }
  return maximum
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>?/g
/** Elements without an end tag, or whose end tag may be left out. */
const VOID: ReadonlySet<string> = wordSet('area base br col embed hr img input link meta p li source track wbr')

/** Converts positions inside the HTML to positions in the source. */
function relocateToSource(node: Nodes, offsets: Uint32Array, source: Source): void {
  if ('children' in node) for (const child of node.children) relocateToSource(child, offsets, source)
  if (node.position) node.position = movePosition(node.position, offsets, source)
  else node.position = 'children' in node ? rangeOf(node) : undefined
}

function movePosition({ start, end }: Position, offsets: Uint32Array, source: Source): Position {
  const first = offsets[start.offset ?? 0] ?? 0
  const last = (offsets[(end.offset ?? 1) - 1] ?? first) + 1
  return { start: { ...pointAt(source, first), offset: first }, end: { ...pointAt(source, last), offset: last } }
}

function rangeOf({ children }: Parents): Position | undefined {
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  return start && end ? { start, end } : undefined
}

/**
 * Removes tags from phrasing content, and the content of scripts and similar elements. Line breaks, images,
 * superscripts and subscripts are converted.
 */
export function withoutTags(children: readonly PhrasingContent[], source: Source): readonly PhrasingContent[] {
  const result: PhrasingContent[] = []
  let skippedTag: string | undefined
  const nodes = withPlainSuperscripts(children, source)
  for (const [index, child] of nodes.entries()) {
    const tag = child.type === 'html' ? tagOf(child.value) : undefined
    if (skippedTag) skippedTag = tag === `/${skippedTag}` ? undefined : skippedTag
    else if (tag && SKIPPED_TAGS.has(tag) && isClosedIn(tag, nodes.slice(index + 1))) skippedTag = tag
    else if (tag === 'br') result.push({ type: 'break', position: child.position })
    else if (child.type === 'html') result.push(...(tag === 'img' ? imagesOf(child, source) : []))
    else result.push(child)
  }
  return result
}

/** Elements whose content is not read. */
const SKIPPED_TAGS: ReadonlySet<string> = new Set([
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

function isClosedIn(tag: string, rest: readonly PhrasingContent[]): boolean {
  return rest.some((node) => node.type === 'html' && tagOf(node.value) === `/${tag}`)
}

function imagesOf(html: Html, source: Source): readonly PhrasingContent[] {
  return htmlBlocks(html, source).flatMap((block) => (block.type === 'paragraph' ? block.children : []))
}
