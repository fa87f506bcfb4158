// Checks whether the content of a slide fits at its present size, quickly enough to try many sizes.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'
import type { ContentPiece, SlideContent } from './slide-content.ts'

interface Edges {
  readonly start: number
  readonly end: number
}

/** Whether the content of a slide fits, as far as a quick measurement can tell. Runs in the page. */
export const contentFits = pageFunction(isAllInside, [isAbove, inkEnd, edgesOf, crossesSide])

/** Counts the lines of code that are too wide, if no line wraps. Runs in the page. */
export const countWideLines = pageFunction(countWide, [edgesOf, crossesSide])

function isAllInside({ slide, includesTitle, head, body, titles, pieces, rows }: SlideContent): boolean {
  const TOLERANCE = 0.5
  const slideBox = slide.getBoundingClientRect()
  const { paddingTop, paddingBottom } = getComputedStyle(body)
  const end = body.getBoundingClientRect().bottom - Number.parseFloat(paddingBottom) + TOLERANCE
  // A title that is larger than its area overlaps what is next to it.
  const titleEnd = Math.min(head?.getBoundingClientRect().bottom ?? slideBox.bottom, slideBox.bottom) + TOLERANCE
  const [titleEdges, bodyEdges] = [edgesOf(head ?? body), edgesOf(body)]
  // Content at the end of its body, such as a byline, is pushed over the title if there is no room, or onto the tails
  // of its letters, which hang below tight lines.
  const top = body.getBoundingClientRect().top + (includesTitle ? 0 : Number.parseFloat(paddingTop))
  const isUnderTitle = includesTitle && titleEnd <= top + 2 * TOLERANCE
  const start = Math.max(top - TOLERANCE, ...(isUnderTitle ? titles.map(inkEnd) : []))
  const columns = new Map<Element, Edges>([
    [body, bodyEdges],
    [head ?? body, titleEdges],
  ])
  const isInside = (piece: ContentPiece, area: Edges, bottom: number) => {
    const box = (piece.range ?? piece.element).getBoundingClientRect()
    if (!isAbove(piece, box, bottom)) return false
    const column = columns.get(piece.column) ?? edgesOf(piece.column)
    columns.set(piece.column, column)
    return !crossesSide(piece, box, column, area)
  }
  return (
    [...body.children].every((child) => child.getBoundingClientRect().top >= start) &&
    titles.every((piece) => isInside(piece, titleEdges, titleEnd)) &&
    rows.every((row) => row.getBoundingClientRect().bottom <= end) &&
    pieces.every((piece) => isInside(piece, bodyEdges, end))
  )
}

function countWide({ body, pieces }: SlideContent): number {
  const wide = pieces.filter((piece) => {
    const box = (piece.range ?? piece.element).getBoundingClientRect()
    return crossesSide(piece, box, edgesOf(piece.column), edgesOf(body))
  })
  return new Set(wide.map(({ element }) => element.closest('.code-line'))).size
}

/** Whether the visible part of a piece ends above a line. */
function isAbove({ element, range }: ContentPiece, box: DOMRect, end: number): boolean {
  // The boxes of letters extend about this far below the visible letters.
  const LEADING = 6
  // From this size on, type may be set so tightly that its boxes are taller than its lines.
  const MIN_DISPLAY_SIZE = 40
  if (range === null) return box.bottom <= end
  // Reading styles is slow, so they are read only where they can make a difference.
  if (box.bottom - LEADING <= end) return true
  const { fontSize, lineHeight } = getComputedStyle(element)
  const size = Number.parseFloat(fontSize)
  if (size < MIN_DISPLAY_SIZE) return false
  const [line] = range.getClientRects()
  const height = Math.min(line?.height ?? 0, size, Number.parseFloat(lineHeight) || size)
  return box.bottom - ((line?.height ?? 0) - height) / 2 - LEADING <= end
}

/**
 * Returns the lowest point of the letters of a title whose size is being searched for, plus a little space below them.
 */
function inkEnd({ element, range }: ContentPiece): number {
  const SPACE_IN_EM = 0.06
  const context = document.createElement('canvas').getContext('2d')
  if (range === null || context === null) return Number.NEGATIVE_INFINITY
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const { fontBoundingBoxDescent, actualBoundingBoxDescent } = context.measureText(range.toString())
  const baseline = range.getBoundingClientRect().bottom - fontBoundingBoxDescent
  return baseline + actualBoundingBoxDescent + SPACE_IN_EM * Number.parseFloat(fontSize)
}

function edgesOf(element: Element): Edges {
  const { left, right } = element.getBoundingClientRect()
  // A row may extend beyond its own box; a listing must not run into its padding.
  if (!element.matches('pre, .slide-body, .slide-head')) return { start: left, end: right }
  const { paddingLeft, paddingRight } = getComputedStyle(element)
  return { start: left + Number.parseFloat(paddingLeft), end: right - Number.parseFloat(paddingRight) }
}

/**
 * Whether a piece crosses a side edge of its column or area. A trailing space may cross it, because it is invisible: if
 * text seems too wide, its words are measured one by one.
 */
function crossesSide({ range }: ContentPiece, box: DOMRect, column: Edges, area: Edges): boolean {
  // Large type hangs into the margin by at most this much, so that its stems align with it.
  const HANG = 16
  const TOLERANCE = 0.5
  const isRtl = document.documentElement.dir === 'rtl'
  const start = Math.max(column.start, area.start - (isRtl ? 0 : HANG)) - TOLERANCE
  const end = Math.min(column.end, area.end + (isRtl ? HANG : 0)) + TOLERANCE
  const isOutside = ({ left, right }: DOMRect) => left < start || right > end
  if (range === null || !isOutside(box)) return isOutside(box)
  const node = range.startContainer
  const word = document.createRange()
  return [...(node.textContent ?? '').matchAll(/\S+/g)].some(({ index, 0: text }) => {
    word.setStart(node, index)
    word.setEnd(node, index + text.length)
    return [...word.getClientRects()].some(isOutside)
  })
}
