// Measures the boxes of the content of an area.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'

/** A line of text or a box on the slide. */
export interface MeasuredPiece {
  readonly box: DOMRect
  readonly element: Element
  /** Null for a box. */
  readonly text: string | null
  /** The cell, item, paragraph or heading that the text must not extend beyond; null for a box or a formula. */
  readonly column: DOMRect | null
}

/** Lists the content of an area: lines of text, and boxes such as images. Runs in the page. */
export const contentBoxes = pageFunction(contentOf, [linesOf])

function contentOf(area: Element): MeasuredPiece[] {
  const BLOCKS = 'td, th, li, p, h1, h2, h3'
  const FORMULAS = ':is(.column, .across) .formula'
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  const pieces: MeasuredPiece[] = []
  let block: Element = area
  let column = area.getBoundingClientRect()
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    const element = node.parentElement
    if (text === '' || element === null || element.closest('.unseen') !== null) continue
    const nearest = element.closest(`${BLOCKS}, ${FORMULAS}`) ?? area
    if (nearest !== block) column = nearest.getBoundingClientRect()
    block = nearest
    const mustStayInColumn = nearest !== area && (nearest.matches(FORMULAS) || element.closest('.katex') === null)
    for (const box of linesOf(node, column))
      if (box.width > 0) pieces.push({ box, element, text, column: mustStayInColumn ? column : null })
  }
  for (const element of area.querySelectorAll('img, svg, table:not(.unseen), pre')) {
    // A root sign is drawn much longer than it looks, and clipped.
    if (element.closest('.katex') === null)
      pieces.push({ box: element.getBoundingClientRect(), element, text: null, column: null })
  }
  return pieces
}

/**
 * Returns the boxes of a text node: one per line, or one per word if it seems too wide, so that trailing spaces do not
 * count.
 */
function linesOf(node: Node, { left, right }: DOMRect): DOMRect[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  const boxes = [...range.getClientRects()]
  if (boxes.every((box) => box.right <= right && box.left >= left)) return boxes
  return [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    return [...range.getClientRects()]
  })
}
