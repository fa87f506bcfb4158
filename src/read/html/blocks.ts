import type { Element, Root } from 'hast'
import { type Handle, type State, toMdast } from 'hast-util-to-mdast'
import type { Code, Image, Paragraph, RootContent } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import { tidy } from '../markdown/tidy.ts'
import { passagesOf, phraseOf } from '../passages.ts'
import type { Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { languageOfCode } from './code-language.ts'
import { attributeOf, findElement, findElements, lineOf, textOf } from './tree.ts'

/** The headings and blocks of a tree of HTML, as those of Markdown. */
export function blocksOf(content: Root, source: Source): readonly Piece[] {
  const root = toMdast(content, { document: true, handlers: HANDLERS })
  if (root.type !== 'root') return []
  const captions = new Set(findElements(content, ({ tagName }) => tagName === 'figcaption').map(lineOf))
  return tidy(root, source).flatMap((node): Piece[] => {
    const heading = node.type === 'heading' ? phraseOf(node, source) : undefined
    if (node.type === 'heading' && heading?.text) return [{ type: 'heading', level: node.depth, words: heading }]
    const words = passagesOf(node, source).filter(({ kind, text }) => kind !== 'caption' || captions.has(text))
    return words.length > 0 ? [{ type: 'block', node, words }] : []
  })
}

function nothing(): undefined {
  return undefined
}

const HANDLERS: Readonly<Record<string, Handle>> = {
  button: nothing,
  figure,
  embed: nothing,
  iframe: nothing,
  input: nothing,
  math,
  object: nothing,
  pre: code,
  rp: nothing,
  rt: nothing,
  rtc: nothing,
  script: nothing,
  select: nothing,
  textarea: nothing,
  title: nothing,
  wbr: nothing,
}

/** An image that bears its caption as its words; other figures are what is in them. */
function figure(state: State, node: Element): Paragraph | RootContent[] {
  const image = findElement(node, ({ tagName }) => tagName === 'img')
  const caption = findElement(node, ({ tagName }) => tagName === 'figcaption')
  const isMore = findElement(node, ({ tagName }) => tagName === 'pre' || tagName === 'table')
  const words = caption && lineOf(caption)
  if (!image || !words || isMore) return state.toFlow(state.all(node))
  const captioned: Image = {
    type: 'image',
    url: attributeOf(image, 'src'),
    title: null,
    alt: words,
    position: caption.position,
  }
  return { type: 'paragraph', children: [captioned], position: node.position }
}

function code(_: State, node: Element): Code {
  return { type: 'code', lang: languageOfCode(node) ?? null, meta: null, value: textOf(node), position: node.position }
}

/** Formulas whose TeX stands in an annotation; the page's own drawing of others cannot be read. */
function math(_: State, node: Element): InlineMath | undefined {
  const tex = findElement(
    node,
    (element) => element.tagName === 'annotation' && attributeOf(element, 'encoding') === 'application/x-tex',
  )
  return tex && { type: 'inlineMath', value: textOf(tex).trim(), position: tex.position }
}
