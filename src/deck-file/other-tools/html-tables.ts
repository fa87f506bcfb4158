import type { Edit } from '../../read/edit-source.ts'
import { singleSpaced } from '../../util/single-spaced.ts'
import { linesOf, wordsIn } from './deck-lines.ts'

/**
 * Rewrites HTML tables as Markdown, with their captions below them. The content of a cell that spans several columns or
 * rows is not repeated.
 */
export function htmlTables(text: string): readonly Edit[] {
  return [...wordsIn(linesOf(text)).matchAll(TABLE)].flatMap(({ index, 0: { length } }): readonly Edit[] => {
    const table = markdownOf(text.slice(index, index + length))
    return table === null ? [] : [{ span: [index, index + length], replacement: `\n\n${table}\n\n` }]
  })
}

const TABLE = /<table\b(?:(?!<table\b)[\s\S])*?<\/table\s*>/gi

function markdownOf(table: string): string | null {
  const rows = [...table.matchAll(/<tr\b[^<>]*>([\s\S]*?)(?=<\/?tr\b|<\/table\b)/gi)].map(([, row = '']) =>
    cellsOf(row),
  )
  const width = Math.max(0, ...rows.map(({ length }) => length))
  if (width === 0) return null
  const header = /<th\b/i.test(table) ? [] : [[]]
  const [head, ...body] = [...header, ...rows].map((row) => rowOf(row, width))
  const [, caption = ''] = /<caption\b[^<>]*>([\s\S]*?)<\/caption\s*>/i.exec(table) ?? []
  const delimiters = `|${' --- |'.repeat(width)}`
  return [[head, delimiters, ...body].join('\n'), ...(caption === '' ? [] : [oneLine(caption)])].join('\n\n')
}

function cellsOf(row: string): readonly string[] {
  return [...row.matchAll(/<t[hd]\b[^<>]*>([\s\S]*?)(?=<\/?t[hdr]\b|$)/gi)].map(([, cell = '']) =>
    oneLine(cell).replaceAll('|', '\\|'),
  )
}

function rowOf(cells: readonly string[], width: number): string {
  return `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`
}

function oneLine(text: string): string {
  return singleSpaced(text).trim()
}
