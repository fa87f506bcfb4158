// Reads tables in a deck file.

import type { Table } from 'mdast'
import type { Content, Row } from '../model/draft.ts'
import { passagesOf } from '../read/passages.ts'
import { resolveReferences, wordsOf } from './phrasing-words.ts'
import type { ReadingContext } from './reading-context.ts'

/** Reads a table and, if there is one, the author's request for a chart. */
export function tableContent(node: Table, { parsed, lineOf }: ReadingContext): Extract<Content, { type: 'table' }> {
  const readRow = (index: number): Row => {
    const row = node.children[index]
    const cells = row?.children.map((cell) => wordsOf(cell, parsed)) ?? []
    const resolvedRow = {
      ...node,
      children:
        row === undefined
          ? []
          : [
              {
                ...row,
                children: row.children.map((cell) => ({ ...cell, children: resolveReferences(cell.children, parsed) })),
              },
            ],
    }
    const words = passagesOf(resolvedRow, parsed.source)[0] ?? {
      text: cells.map(({ text }) => text).join('\t'),
      anchors: [],
    }
    const line = lineOf(words, 'row')
    return { line, cells: line.text.split('\t') }
  }
  const hasHeader = node.children[0]?.children.some((cell) => wordsOf(cell, parsed).text !== '') === true
  const header = hasHeader ? readRow(0) : null
  const rows = node.children.slice(1).map((_, index) => readRow(index + 1))
  const request = node.data?.chart
  return { type: 'table', header, rows, align: node.align ?? null, caption: null, ...(request && { request }) }
}
