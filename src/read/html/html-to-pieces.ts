// Converts the HTML tree of an article to pieces, by way of mdast.

import type { Element, Root } from 'hast'
import { type Handle, type State, toMdast } from 'hast-util-to-mdast'
import type { Code, Image, Nodes } from 'mdast'
import type { Math as Display, InlineMath } from 'mdast-util-math'
import { tidy } from '../markdown/tidy.ts'
import { passagesOf, phraseOf } from '../passages.ts'
import type { BlockWords, Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { languageOfCode } from './code-language.ts'
import { columns } from './columns.ts'
import { definitionList } from './definition-lists.ts'
import { details, summary } from './details.ts'
import { divideAtFormulas } from './displayed-formulas.ts'
import { addressOf, figure } from './figures.ts'
import { note, reference } from './footnote-nodes.ts'
import { FOOTNOTE_REFERENCE_TAG, FOOTNOTE_TAG } from './footnotes.ts'
import { CAPTION_TAG, tableCaption } from './table-captions.ts'
import { attributeOf, findElement, findElements, lineOf, namesOf, textOf } from './tree.ts'

/** Converts an HTML tree to pieces: headings and mdast blocks. */
export function htmlToPieces(content: Root, source: Source): readonly Piece[] {
  const root = toMdast(content, { document: true, handlers: HANDLERS })
  if (root.type !== 'root') return []
  divideAtFormulas(root)
  addPositions(root)
  const captions = new Set(findElements(content, ({ tagName }) => tagName === 'figcaption').map(lineOf))
  return tidy(root, source).flatMap((node): Piece[] => {
    const heading = node.type === 'heading' ? phraseOf(node, source) : undefined
    if (node.type === 'heading' && heading?.text) return [{ type: 'heading', level: node.depth, words: heading }]
    // In a caption, the words come before the alternative text of its pictures.
    const words = isTableCaption(node)
      ? passagesOf(node, source).slice(0, 1)
      : withoutAlternativeText(passagesOf(node, source), captions)
    return words.length > 0 || isPicture(node) ? [{ type: 'block', node, words }] : []
  })
}

/** Gives every node without a position the position of its content. */
function addPositions(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) addPositions(child)
  const positions = node.children.flatMap((child: Nodes) => child.position ?? [])
  const [first] = positions
  const last = positions.at(-1)
  if (first && last) node.position ??= { start: first.start, end: last.end }
}

/**
 * Leaves out alternative text, which the page does not show, unless it is also a visible caption. A block with several
 * pictures keeps all its words.
 */
function withoutAlternativeText(words: readonly BlockWords[], captions: ReadonlySet<string>): readonly BlockWords[] {
  if (words.filter(({ kind }) => kind === 'caption').length > 1) return words
  return words.filter(({ kind, text }) => kind !== 'caption' || captions.has(text))
}

function isTableCaption(node: Nodes): boolean {
  return node.type === 'paragraph' && node.data?.isTableCaption === true
}

function isPicture(node: Nodes): boolean {
  if (node.type === 'image') return true
  return (node.type === 'paragraph' || node.type === 'link') && node.children.some(isPicture)
}

function dropNode(): undefined {
  return undefined
}

const HANDLERS: Readonly<Record<string, Handle>> = {
  button: dropNode,
  div: columns,
  details,
  dl: definitionList,
  figure,
  img,
  embed: dropNode,
  iframe: dropNode,
  input: dropNode,
  [CAPTION_TAG]: tableCaption,
  [FOOTNOTE_TAG]: note,
  [FOOTNOTE_REFERENCE_TAG]: reference,
  math,
  object: dropNode,
  pre: code,
  rp: dropNode,
  rt: dropNode,
  rtc: dropNode,
  script: dropNode,
  select: dropNode,
  summary,
  textarea: dropNode,
  title: dropNode,
  wbr: dropNode,
}

/** Converts a picture to a formula if it shows one, and otherwise to an image. Decoration and icons are left out. */
function img(_: State, node: Element): Image | InlineMath | undefined {
  const alt = attributeOf(node, 'alt')
  const tex = texIn(node)
  if (tex !== '') return { type: 'inlineMath', value: tex, position: node.position }
  const sizes = sizesOf(node)
  const isDecoration = node.properties.alt === '' && !sizes.some((size) => size >= MIN_CONTENT_SIZE)
  if (isDecoration || addressOf(node) === '' || sizes.some((size) => size <= MAX_ICON_SIZE)) return undefined
  return {
    type: 'image',
    url: addressOf(node),
    title: attributeOf(node, 'title') || null,
    alt,
    position: node.position,
  }
}

/** Returns the width and the height of a picture in pixels, where they are given. */
function sizesOf(node: Element): readonly number[] {
  const attributes = [attributeOf(node, 'width'), attributeOf(node, 'height')].map((size) => Number.parseInt(size, 10))
  const styles = [...attributeOf(node, 'style').matchAll(/(?:^|[;\s])(?:width|height):\s*([\d.]{1,9})px/gi)]
  return [...attributes, ...styles.map(([, size]) => Number(size))].filter((size) => !Number.isNaN(size))
}

/** The greatest width or height of an icon, in pixels. */
const MAX_ICON_SIZE = 48

/**
 * The smallest width or height of a picture that is content even with an empty description, in pixels. Google Docs
 * gives pictures an empty description.
 */
const MIN_CONTENT_SIZE = 240

/** Returns the TeX of a formula that is shown as a picture; an empty string for any other picture. */
function texIn(node: Element): string {
  const alt = attributeOf(node, 'alt')
  return MATH_CLASS.test(namesOf(node)) && /[\\^_]/.test(alt) ? withoutStyle(alt) : ''
}

/** Removes the style that MediaWiki puts around each formula: `{\displaystyle x}`. */
function withoutStyle(tex: string): string {
  return (/^\{\\(?:display|text)style\b(.*)\}$/s.exec(tex.trim())?.[1] ?? tex).trim()
}

const MATH_CLASS = /math|latex|(?:^|[\s_-])tex(?:$|[\s_-])/i

function code(_: State, node: Element): Code {
  return { type: 'code', lang: languageOfCode(node) ?? null, meta: null, value: textOf(node), position: node.position }
}

/** Converts MathML to the TeX in its annotation. MathML without such an annotation is left out. */
function math(_: State, node: Element): InlineMath | Display | undefined {
  const tex = findElement(
    node,
    (element) => element.tagName === 'annotation' && attributeOf(element, 'encoding') === 'application/x-tex',
  )
  const type = attributeOf(node, 'display') === 'block' ? 'math' : 'inlineMath'
  return tex && { type, value: withoutStyle(textOf(tex)), position: tex.position }
}
