// Reads tables that only place pictures side by side.

import type { Element } from 'hast'
import { findElements, lineOf } from './tree.ts'

/**
 * Returns the pictures in a table as figures if the table only places them side by side: each row contains pictures,
 * with or without captions, or the captions of the pictures above. Returns undefined for any other table.
 */
export function figuresOfPictureTable(rows: readonly (readonly Element[])[]): readonly Element[] | undefined {
  const filled = rows.filter((cells) => cells.some((cell) => lineOf(cell) !== '' || hasPicture(cell)))
  const isPlacing = filled.every((cells, index) =>
    cells.every((cell) => lineOf(cell).length <= LONGEST_CAPTION) && isPictureRow(cells)
      ? true
      : !cells.some(hasPicture) && isPictureRow(filled[index - 1] ?? []) && cells.length === filled[index - 1]?.length,
  )
  if (!isPlacing || filled.length === 0) return undefined
  return filled.flatMap((cells, index) => {
    const below = isPictureRow(filled[index + 1] ?? []) ? [] : (filled[index + 1] ?? [])
    return isPictureRow(cells) ? cells.flatMap((cell, column) => figureOf(cell, below[column])) : []
  })
}

/** In characters. */
const LONGEST_CAPTION = 120

function isPictureRow(cells: readonly Element[]): boolean {
  return cells.some(hasPicture) && cells.every((cell) => hasPicture(cell) || lineOf(cell) === '')
}

function hasPicture(cell: Element): boolean {
  return picturesIn(cell).length > 0
}

function picturesIn(cell: Element): readonly Element[] {
  return findElements(cell, ({ tagName }) => tagName === 'img')
}

function figureOf(cell: Element, below: Element | undefined): readonly Element[] {
  const words = [cell, ...(below ? [below] : [])].map(lineOf).filter((line) => line !== '')
  const caption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: words.join(' ') }],
    position: (below ?? cell).position,
  }
  const children = words.length > 0 ? [...picturesIn(cell), caption] : [...picturesIn(cell)]
  return hasPicture(cell) ? [{ ...cell, tagName: words.length > 0 ? 'figure' : 'p', properties: {}, children }] : []
}
