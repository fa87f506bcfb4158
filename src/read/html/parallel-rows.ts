import type { Element, ElementContent } from 'hast'
import { findElement, lineOf } from './tree.ts'

/**
 * Divides each table row whose cells all have the same number of paragraphs, at least three, because people type
 * several rows into one, above all in Word. Two paragraphs may be chance.
 */
export function divideParallelRows(part: Element): Element {
  return { ...part, children: part.children.flatMap(divideRow) }
}

function divideRow(child: ElementContent): readonly ElementContent[] {
  if (child.type !== 'element' || child.tagName === 'td' || child.tagName === 'th') return [child]
  if (child.tagName !== 'tr') return [divideParallelRows(child)]
  const cells = child.children.filter((cell) => cell.type === 'element')
  const columns = cells.map(paragraphsIn)
  const [count = 0] = columns.map(({ length }) => length)
  if (cells.length < 2 || count < MIN_PARAGRAPHS || columns.some(({ length }) => length !== count)) return [child]
  return Array.from({ length: count }, (_, row) => ({
    ...child,
    children: cells.map((cell, column) => ({ ...cell, children: columns[column]?.slice(row, row + 1) ?? [] })),
  }))
}

const MIN_PARAGRAPHS = 3

/**
 * Lists the paragraphs of a cell. Returns an empty array if the cell contains anything else, or belongs to several
 * rows.
 */
function paragraphsIn(cell: Element): readonly ElementContent[] {
  const filled = cell.children.filter((child) => lineOf(child) !== '')
  const isSpanning = Number(cell.properties.rowSpan ?? 1) > 1
  const hasPicture = findElement(cell, ({ tagName }) => tagName === 'img')
  const isMixed = filled.some((child) => child.type !== 'element' || child.tagName !== 'p')
  return isSpanning || hasPicture || isMixed ? [] : filled
}
