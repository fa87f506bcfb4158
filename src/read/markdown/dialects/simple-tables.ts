import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { replaceLine } from './edit-lines.ts'

/** Pandoc's tables without vertical bars: runs of hyphens mark the columns, and a blank line ends the table. */
export const simpleTables: Dialect = {
  name: 'Pandoc, simple tables',
  applies: (text) => RULE.test(text),
  edits: (text) => {
    const lines = linesOutsideListings(text)
    return lines.flatMap((_, index) => tableEdits(lines, index))
  },
  examples: [
    ['Gauge    Metres\n------   ------\nNorth       3.1\nSouth       2.8\n', 'Gauge\tMetres\nNorth\t3.1\nSouth\t2.8'],
  ],
}

/** Two or more runs of hyphens with white space between them. */
const RULE = /^ {0,3}-{2,}(?:[ \t]+-{2,})+[ \t]*$/m

/**
 * Rewrites the table whose rule is the line at `index`. The header is the line above it; the rows are the lines below.
 */
function tableEdits(lines: readonly ScannedLine[], index: number): readonly Edit[] {
  const [rule, header, before] = [lines[index], lines[index - 1], lines[index - 2]]
  if (rule === undefined || header === undefined || !RULE.test(rule.text)) return []
  if (isBlank(header) || header.text.includes('|') || !(before === undefined || isBlank(before))) return []
  const end = lines.findIndex((line, lineIndex) => lineIndex > index && isBlank(line))
  const rows = lines.slice(index + 1, end < 0 ? undefined : end).filter(({ text }) => !/^[-\s]+$/.test(text))
  if (rows.length === 0) return []
  const runs = [...rule.text.matchAll(/-+/g)]
  const starts = runs.map(({ index: start }) => start)
  const delimiters = runs.map(({ index: start, 0: { length } }) => delimiterFor(header.text, start, start + length))
  const caption = lines[end + 1]
  return [
    replaceLine(header, rowOf(cellsOf(header.text, starts))),
    replaceLine(rule, rowOf(delimiters)),
    ...rows.map((row) => replaceLine(row, rowOf(cellsOf(row.text, starts)))),
    ...(caption === undefined || end < 0 ? [] : captionEdits(caption)),
  ]
}

function isBlank({ text }: ScannedLine): boolean {
  return text.trim() === ''
}

/**
 * Returns the delimiter of a column. The column is right-aligned if its header ends with the run of hyphens but begins
 * after the start of the run, and left-aligned in the opposite case.
 */
function delimiterFor(header: string, start: number, end: number): string {
  const cell = header.slice(start, end).padEnd(end - start)
  const [begins, ends] = [!cell.startsWith(' '), !cell.endsWith(' ')]
  return begins === ends ? '---' : ends ? '--:' : ':--'
}

/** Splits a line into cells; each reaches to the start of the next column. */
function cellsOf(line: string, starts: readonly number[]): readonly string[] {
  return starts.map((start, index) =>
    line
      .slice(index === 0 ? 0 : start, starts[index + 1])
      .trim()
      .replaceAll('|', '\\|'),
  )
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Reduces `: Caption` or `Table: Caption` below a table to its words. */
function captionEdits(line: ScannedLine): readonly Edit[] {
  const [mark] = /^(?:Table)?:[ \t]+(?=\S)/.exec(line.text) ?? []
  return mark === undefined ? [] : [{ span: [line.start, line.start + mark.length], replacement: '' }]
}
