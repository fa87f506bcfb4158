// Puts the pictures and formulas on a slide of a deck file into blocks of their own.

import type { Image, Nodes, Paragraph, RootContent } from 'mdast'
import { divideAtDisplays } from '../read/markdown/divide-at-displays.ts'
import { htmlBlocks } from '../read/markdown/html.ts'
import { excludesPictures } from './block-names.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { resolveReferences } from './phrasing-words.ts'
import { isPicture } from './read-picture.ts'
import { isText } from './read-text.ts'

/**
 * Converts HTML to Markdown, and puts each picture into a paragraph of its own. A picture inside a line of text, a list
 * or a table is moved below that block and the text after it. A formula between double dollar signs becomes a block if
 * nothing else is on its lines.
 */
export function separatePictures(nodes: readonly RootContent[], parsed: ParsedSlide): readonly RootContent[] {
  const separated: RootContent[] = []
  const pending: Paragraph[] = []
  const divided = nodes.flatMap((node): readonly RootContent[] =>
    node.type === 'paragraph' ? divideAtDisplays(node, parsed.source) : [node],
  )
  for (const { node, pictures } of divided.flatMap((node) => separateIn(node, parsed))) {
    if (!isText(node) || isPicture(node)) separated.push(...pending.splice(0))
    separated.push(node)
    pending.push(...pictures)
  }
  return [...separated, ...pending]
}

interface SeparatedNode {
  readonly node: RootContent
  /** The pictures in the node's text. */
  readonly pictures: readonly Paragraph[]
}

function separateIn(node: RootContent, parsed: ParsedSlide): readonly SeparatedNode[] {
  if (node.type === 'html') return htmlBlocks(node, parsed.source).flatMap((block) => separateIn(block, parsed))
  if (node.type === 'containerDirective' && !excludesPictures(node.name)) {
    const children = separatePictures(node.children, parsed) as typeof node.children
    return [{ node: { ...node, children }, pictures: [] }]
  }
  const pictures = picturesIn(node, parsed).map(
    (image): Paragraph => ({ type: 'paragraph', children: [image], position: image.position ?? node.position }),
  )
  if (pictures.length === 0) return [{ node, pictures }]
  if (node.type === 'paragraph' && hasOnlyPictures(node, parsed))
    return pictures.map((picture) => ({ node: picture, pictures: [] }))
  return [{ node: withoutPictureParagraphs(node, parsed), pictures }]
}

function picturesIn(node: Nodes, parsed: ParsedSlide): readonly Image[] {
  if (node.type === 'image') return [node]
  if (node.type === 'html') return []
  if (!('children' in node)) return []
  const children = isPhrasingParent(node) ? resolveReferences(node.children, parsed) : node.children
  return children.flatMap((child) => picturesIn(child, parsed))
}

function isPhrasingParent(node: Nodes): node is Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }> {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
}

function hasOnlyPictures({ children }: Paragraph, parsed: ParsedSlide): boolean {
  const isPicture = (child: Nodes): boolean =>
    child.type === 'image' ||
    (child.type === 'text' && child.value.trim() === '') ||
    child.type === 'break' ||
    (child.type === 'link' && child.children.every(isPicture))
  return resolveReferences(children, parsed).every(isPicture)
}

/** Removes the paragraphs inside a node that contain nothing but pictures. */
function withoutPictureParagraphs<Node extends RootContent>(node: Node, parsed: ParsedSlide): Node {
  if (!('children' in node)) return node
  const children = (node.children as RootContent[]).flatMap((child) =>
    child.type === 'paragraph' && hasOnlyPictures(child, parsed) ? [] : [withoutPictureParagraphs(child, parsed)],
  )
  return { ...node, children }
}
