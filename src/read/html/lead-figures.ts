import type { Element, Nodes, Root } from 'hast'
import { isFigureLike, isImage } from './figures.ts'
import { isSubtitle } from './page-credits.ts'
import { findElements } from './tree.ts'
import type { WebPage } from './web-page.ts'
import { hasLinkToPage } from './wrappers.ts'

/** Adds the figures between the headline and the first paragraph of an article, if Readability left them out. */
export function withLeadFigures(content: Root, { elements }: WebPage, isExcluded: (element: Element) => boolean): Root {
  const start = startOfText(content)
  if (start === undefined) return content
  const before = elements.filter((element) => offsetOf(element) < start)
  const headline = before.findLastIndex(({ tagName }) => tagName === 'h1')
  if (headline < 0) return content
  const excludedEnd = Math.max(...before.filter(isExcluded).map(({ position }) => position?.end.offset ?? 0), 0)
  const images = new Set(findElements(content, isImage).map(offsetOf))
  const figures = before
    .slice(headline)
    .filter((element) => element.tagName === 'figure' || isFigureLike(element))
    .filter((figure) => offsetOf(figure) >= excludedEnd && !hasLinkToPage(figure))
    .filter((figure) => findElements(figure, isImage).some((image) => !images.has(offsetOf(image))))
  return { ...content, children: [...figures, ...content.children] }
}

/** Returns the offset of the first text that is too long for a byline and is not part of a subtitle. */
function startOfText(node: Nodes): number | undefined {
  if (node.type === 'text') return node.value.trim().length < MIN_TEXT_LENGTH ? undefined : node.position?.start.offset
  if (!('children' in node) || (node.type === 'element' && isSubtitle(node))) return undefined
  for (const child of node.children) {
    const start = startOfText(child)
    if (start !== undefined) return start
  }
  return undefined
}

/** In characters. */
const MIN_TEXT_LENGTH = 120

function offsetOf({ position }: Element): number {
  return position?.start.offset ?? 0
}
