// Marks the lists whose items are columns that the author has put side by side.

import type { Html, List, Root } from 'mdast'
import type { VFile } from 'vfile'
import { pointAt } from '../../model/source-position.ts'
import type { Source } from '../source.ts'

declare module 'mdast' {
  interface ListData {
    /** Set if the items are columns that the author has put side by side. */
    columns?: true | undefined
    /** The number of items, if they must stay in one list however long it is. */
    itemCount?: number | undefined
  }
}

/**
 * Comments with which the columns dialect marks its output: above a list of columns, below any list, and above columns
 * that are not shown side by side.
 */
export const COLUMN_MARKS = {
  opens: '<!--lectern columns-->',
  closes: '<!--lectern columns end-->',
  stacked: '<!--lectern columns apart-->',
} as const

/** The maximum amount of content that a slide can show side by side in readable type. */
export const COLUMN_LIMITS = {
  columns: 3,
  /** Words in all columns together, without listings. */
  words: 110,
  /** Lines in one listing. */
  codeLines: 16,
  /** Characters in the widest lines of all columns, added up. */
  codeWidth: 100,
} as const

/** Marks the lists that are columns, and reports columns with more content than a slide can show side by side. */
export function markColumnLists(root: Root, source: Source, file: VFile): void {
  for (const [index, node] of root.children.entries()) {
    if (node.type !== 'html') continue
    const value = node.value.trim()
    const next = root.children[index + 1]
    if (value === COLUMN_MARKS.opens && next?.type === 'list') markAsColumns(next)
    else if (value === COLUMN_MARKS.stacked) reportStacked(node, source, file)
  }
}

/** Marks a list as columns. */
export function markAsColumns(list: List): void {
  list.data = { ...list.data, columns: true, itemCount: list.children.length }
}

function reportStacked({ position }: Html, source: Source, file: VFile): void {
  const reason =
    'These columns contain more than a slide can show side by side, so they are read one after the other. Shorten them.'
  file.info(reason, {
    place: pointAt(source, position?.start.offset ?? 0),
    source: 'lectern',
    ruleId: 'columns',
  })
}
