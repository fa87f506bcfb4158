import type { Element, ElementContent } from 'hast'
import { attributeOf, lineOf } from './tree.ts'

/**
 * Joins the first two rows of a table if both have only header cells and a cell of the first spans several of the
 * second: "Depth" above "May" and "June" becomes "Depth May" and "Depth June".
 */
export function joinHeaderRows(table: Element, rows: readonly Element[]): Element {
  const [first, second] = rows
  if (!first || !second || rows.length < 3 || ![first, second].every(isHeaderRow)) return table
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

function isHeaderRow(row: Element): boolean {
  return cellsOf(row).every(({ tagName }) => tagName === 'th')
}

function cellsOf({ children }: Element): readonly Element[] {
  return children.filter((child) => child.type === 'element')
}

/** Returns the number of rows or columns that a cell fills. */
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
