import type { Element, ElementContent } from 'hast'
import { attributeOf, findElements, lineOf } from './tree.ts'

/**
 * Joins the first two rows of a table if both are headers and a cell of the first spans several cells of the second:
 * "Depth" above "May" and "June" becomes "Depth May" and "Depth June".
 */
export function joinHeaderRows(table: Element): Element {
  const [first, second, third] = rowsOf(table)
  if (!first || !second || !third || !areHeaders(table, first, second) || isHeader(table, third)) return table
  const upper = cellsOf(first)
  if (!upper.some((cell) => spanOf(cell, 'colSpan') > 1)) return table
  const lower = [...cellsOf(second)]
  const columns = upper.flatMap((cell): readonly (readonly Element[])[] => {
    const below = spanOf(cell, 'rowSpan') > 1 ? [] : lower.splice(0, spanOf(cell, 'colSpan'))
    return below.length === 0 ? [[cell]] : below.map((each) => [cell, each])
  })
  if (lower.length > 0) return table
  const row: Element = { ...first, children: columns.map(headerOf) }
  return replaceRow(replaceRow(table, second, []), first, [row])
}

/** Lists the rows of a table, except the rows of nested tables. */
export function rowsOf(table: Element): readonly Element[] {
  return findElements({ ...table, tagName: 'div' }, ({ tagName }) => tagName === 'tr' || tagName === 'table').filter(
    ({ tagName }) => tagName === 'tr',
  )
}

/**
 * Whether the first two rows are headers: each is a header itself, or a header cell of the first extends into the
 * second.
 */
function areHeaders(table: Element, first: Element, second: Element): boolean {
  const fillsBoth = cellsOf(first).some((cell) => spanOf(cell, 'rowSpan') > 1)
  return isHeader(table, first) && (fillsBoth || isHeader(table, second))
}

/** Whether a row is in the head of its table, or has only header cells and bold words. */
function isHeader(table: Element, row: Element): boolean {
  const isInHead = table.children.some(
    (part) => part.type === 'element' && part.tagName === 'thead' && part.children.includes(row),
  )
  const filled = cellsOf(row).filter((cell) => lineOf(cell) !== '')
  return isInHead || (filled.length > 0 && filled.every((cell) => cell.tagName === 'th' || isBold(cell)))
}

function isBold(node: Element): boolean {
  const content = node.children.filter((child) => lineOf(child) !== '')
  return content.every(
    (child) => child.type === 'element' && (['b', 'strong'].includes(child.tagName) || isBold(child)),
  )
}

function cellsOf({ children }: Element): readonly Element[] {
  return children.filter((child) => child.type === 'element')
}

/** Returns the number of rows or columns that a cell spans. */
function spanOf(cell: Element, name: 'rowSpan' | 'colSpan'): number {
  return Number.parseInt(attributeOf(cell, name), 10) || 1
}

function headerOf(cells: readonly Element[]): Element {
  const children = cells
    .filter((cell) => lineOf(cell) !== '')
    .flatMap((cell, index) => (index === 0 ? cell.children : [{ type: 'text' as const, value: ' ' }, ...cell.children]))
  return { type: 'element', tagName: 'th', properties: {}, children }
}

function replaceRow(part: Element, row: Element, replacement: readonly Element[]): Element {
  const children = part.children.flatMap((child): readonly ElementContent[] => {
    if (child === row) return replacement
    return child.type === 'element' && SECTIONS.has(child.tagName) ? [replaceRow(child, row, replacement)] : [child]
  })
  return { ...part, children }
}

const SECTIONS: ReadonlySet<string> = new Set(['tbody', 'thead'])
