import type { PdfLine } from './lines.ts'

/**
 * Joins the lines of a listing and keeps their layout: parts that are side by side become one line, and indentation
 * becomes spaces.
 */
export function joinCodeLines(lines: readonly PdfLine[]): string {
  const characterWidth = lines.reduce(
    (widest, { x, end, text }) => Math.max(widest, text === '' ? 0 : (end - x) / text.length),
    1,
  )
  const left = lines.reduce((leftmost, { x }) => Math.min(leftmost, x), Number.POSITIVE_INFINITY)
  const rows: { text: string; last: PdfLine }[] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const column = Math.max(0, Math.round((line.x - left) / characterWidth))
    if (row && row.last.page === line.page && Math.abs(row.last.y - line.y) < line.size / 2)
      rows[rows.length - 1] = { text: `${row.text.padEnd(column)}${line.text}`, last: line }
    else rows.push({ text: `${' '.repeat(Math.min(column, MAX_INDENT))}${line.text}`, last: line })
  }
  return rows.map(({ text }) => text).join('\n')
}

/** The maximum number of spaces before a line. */
const MAX_INDENT = 80
