import type { PdfCell, PdfLine } from './lines.ts'

/**
 * Divides the rows of tables whose columns are only a space apart. Such rows are consecutive lines with the same number
 * of figures at the end. Each figure becomes a cell. The line above is the table's header if it has as many words as
 * the rows have cells.
 */
export function splitNumberColumns(lines: readonly PdfLine[]): readonly PdfLine[] {
  const result: PdfLine[] = []
  for (let index = 0; index < lines.length; ) {
    const figureCount = countTrailingFigures(lines[index])
    const end = index + lines.slice(index).findIndex((line) => countTrailingFigures(line) !== figureCount)
    const rows = lines.slice(index, end < index ? undefined : end)
    const header = result.at(-1)
    const hasHeader = header !== undefined && header.words.length === cellsOf(rows[0], figureCount).length
    if (figureCount >= MIN_FIGURES && rows.length >= MIN_ROWS - Number(hasHeader)) {
      if (hasHeader) result[result.length - 1] = { ...header, cells: header.words }
      for (const row of rows) result.push({ ...row, cells: cellsOf(row, figureCount) })
    } else result.push(...rows)
    index += rows.length
  }
  return result
}

/** The minimum number of figures in a row. A line of prose may happen to end in one figure. */
const MIN_FIGURES = 2
const MIN_ROWS = 3

/**
 * Counts the figures at the end of a line. Returns 0 if wide gaps already divide the line into more cells than that.
 */
function countTrailingFigures(line: PdfLine | undefined): number {
  if (line === undefined) return 0
  const count = line.words.length - 1 - line.words.findLastIndex(({ text }) => !FIGURE.test(text))
  return line.cells.length > count ? 0 : count
}

const FIGURE = /^[(<>~≈±+−–-]{0,2}[$€£¥]?\d[\d.,'’]*[)%‰°*]{0,2}$|^[–—]$/u

/** Divides a line into cells: one for the words before the figures, and one for each figure. */
function cellsOf(line: PdfLine | undefined, figureCount: number): readonly PdfCell[] {
  const words = line?.words ?? []
  const labelWords = words.slice(0, words.length - figureCount)
  const [first, last] = [labelWords[0], labelWords.at(-1)]
  const figures = words.slice(labelWords.length)
  if (first === undefined || last === undefined) return figures
  return [{ text: labelWords.map(({ text }) => text).join(' '), x: first.x, end: last.end }, ...figures]
}
