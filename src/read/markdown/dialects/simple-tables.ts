import { countLeading } from '../../../util/count-leading.ts'
import type { Edit } from '../../edit-source.ts'
import { isBlank, linesOutsideListings, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { cut, replaceLine } from './edit-lines.ts'

/**
 * Pandoc's tables without vertical bars, in which runs of hyphens mark the columns: simple ones, with a row on each
 * line, and multiline ones, with blank lines between their rows.
 */
export const simpleTables: Dialect = {
  name: 'Pandoc, simple and multiline tables',
  applies: (text) => RULE.test(text),
  edits: (text) => {
    const lines = linesOutsideListings(text)
    const marks = marksIn(lines)
    const edits: Edit[] = []
    for (let index = 0; index < lines.length; ) {
      const table = isBlank(lines[index - 1]) ? tableAt(lines, index, marks) : null
      if (table !== null) edits.push(...tableEdits(table))
      index = table === null ? index + 1 : table.end
    }
    return edits
  },
  examples: [
    ['Gauge    Metres\n------   ------\nNorth       3.1\nSouth       2.8\n', 'Gauge\tMetres\nNorth\t3.1\nSouth\t2.8'],
    ['------   ------\nNorth       3.1\nSouth       2.8\n------   ------\n', 'North\t3.1\nSouth\t2.8'],
    [
      '---------------\nGauge    Height\n         (m)\n------   ------\nNorth    3.1\nbank\n\nSouth    2.8\n---------------\n',
      'Gauge\tHeight (m)\nNorth bank\t3.1\nSouth\t2.8',
    ],
    ['------   ------\nNorth    3.1\nbank\n\nSouth    2.8\n------   ------\n', 'North bank\t3.1\nSouth\t2.8'],
    ['Gates\n-----\n\nThey close.', 'Gates\nThey close.'],
  ],
}

/** Two or more runs of hyphens with white space between them. */
const RULE = /^ {0,3}-{2,}(?:[ \t]+-{2,})+[ \t]*$/m
/** The line above and below a multiline table. */
const FRAME = /^ {0,3}-{4,}[ \t]*$/

interface SimpleTable {
  /** The line above the header; null if there is none. */
  readonly frame: ScannedLine | null
  readonly header: readonly ScannedLine[]
  /** The line whose runs of hyphens mark the columns. */
  readonly rule: ScannedLine
  readonly body: readonly ScannedLine[]
  /** The line that closes the table; null if a blank line does. */
  readonly closing: ScannedLine | null
  /** The index of the first line after the table. */
  readonly end: number
}

/** The indexes of the lines that may close a framed table, and of headings, which such a table cannot contain. */
interface Marks {
  readonly closings: readonly number[]
  readonly headings: readonly number[]
}

function marksIn(lines: readonly ScannedLine[]): Marks {
  const indexesOf = (test: (line: ScannedLine, next: ScannedLine | undefined) => boolean) =>
    lines.flatMap((line, index) => (test(line, lines[index + 1]) ? [index] : []))
  return {
    closings: indexesOf((line, next) => isFrame(line) && isBlank(next)),
    headings: indexesOf(({ text }) => /^#{1,6} /.test(text)),
  }
}

/** Returns the table whose first line is at `index`, after a blank line; null if there is none. */
function tableAt(lines: readonly ScannedLine[], index: number, marks: Marks): SimpleTable | null {
  const [first, second] = [lines[index], lines[index + 1]]
  if (first === undefined || isBlank(first)) return null
  if (second !== undefined && RULE.test(second.text) && !isFrame(first) && !first.text.includes('|'))
    return simpleTableAt(lines, index)
  if (!isFrame(first)) return null
  const ruleIndex = nextIndex(lines, index + 1, (line) => isBlank(line) || isFrame(line))
  const rule = lines[ruleIndex]
  if (rule !== undefined && RULE.test(rule.text) && ruleIndex > index + 1 && !isBlank(lines[ruleIndex + 1]))
    return framedTable(lines, { frame: first, header: lines.slice(index + 1, ruleIndex), rule, ruleIndex }, marks)
  if (!RULE.test(first.text)) return null
  return framedTable(lines, { frame: null, header: [], rule: first, ruleIndex: index }, marks)
}

function simpleTableAt(lines: readonly ScannedLine[], index: number): SimpleTable | null {
  const [header, rule] = [lines[index], lines[index + 1]]
  const end = nextIndex(lines, index + 2, isBlank)
  const last = lines[end - 1]
  const closing = last !== undefined && end > index + 2 && isFrame(last) ? last : null
  const body = lines.slice(index + 2, closing === null ? end : end - 1)
  if (header === undefined || rule === undefined || body.length === 0) return null
  return { frame: null, header: [header], rule, body, closing, end }
}

type TableHead = Pick<SimpleTable, 'frame' | 'header' | 'rule'> & { readonly ruleIndex: number }

/** Returns a table that ends with a line of hyphens; null if there is no such line, or if a heading comes before it. */
function framedTable(
  lines: readonly ScannedLine[],
  { ruleIndex, ...head }: TableHead,
  { closings, headings }: Marks,
): SimpleTable | null {
  const end = nextOf(closings, ruleIndex)
  const closing = lines[end]
  const isOpen = closing === undefined || nextOf(headings, ruleIndex) < end || end - ruleIndex >= MAX_LINES
  const body = isOpen ? [] : lines.slice(ruleIndex + 1, end)
  return closing === undefined || body.every(isBlank) ? null : { ...head, body, closing, end: end + 1 }
}

/** The maximum number of lines in a multiline table. */
const MAX_LINES = 500

/** Returns the first index that is greater than `after`; infinity if there is none. */
function nextOf(indexes: readonly number[], after: number): number {
  return indexes[countLeading(indexes, (index) => index <= after)] ?? Number.POSITIVE_INFINITY
}

function nextIndex(
  lines: readonly ScannedLine[],
  start: number,
  test: (line: ScannedLine, next: ScannedLine | undefined) => boolean,
): number {
  let index = start
  for (let line = lines[index]; line !== undefined && !test(line, lines[index + 1]); line = lines[index]) index += 1
  return index
}

function isFrame({ text }: ScannedLine): boolean {
  return FRAME.test(text) || RULE.test(text)
}

function tableEdits({ frame, header, rule, body, closing }: SimpleTable): readonly Edit[] {
  const runs = [...rule.text.matchAll(/-+/g)]
  const starts = runs.map(({ index }) => index)
  const delimiters = rowOf(
    runs.map(({ index, 0: { length } }) => delimiterFor(header.at(-1)?.text ?? '', index, index + length)),
  )
  return [
    ...(frame === null ? [] : [cutLine(frame)]),
    ...rowEdits(header, starts),
    replaceLine(rule, header.length > 0 ? delimiters : `${rowOf(starts.map(() => ''))}\n${delimiters}`),
    ...rowsOf(body).flatMap((row) => rowEdits(row, starts)),
    ...(closing === null ? [] : [replaceLine(closing, '')]),
  ]
}

/** Groups the lines of a body into rows: at blank lines or, if there are none, one row for each line. */
function rowsOf(body: readonly ScannedLine[]): readonly (readonly ScannedLine[])[] {
  if (!body.some(isBlank)) return body.map((line) => [line])
  const rows: ScannedLine[][] = [[]]
  for (const [index, line] of body.entries()) {
    if (isBlank(body[index - 1]) && !isBlank(line) && rows.at(-1)?.length !== 0) rows.push([])
    rows.at(-1)?.push(line)
  }
  return rows
}

/** Writes a whole table row on the first of its lines, and removes the others. */
function rowEdits(lines: readonly ScannedLine[], starts: readonly number[]): readonly Edit[] {
  const [first, ...others] = lines
  if (first === undefined) return []
  const parts = lines.map((line) => cellsOf(line.text, starts))
  const cells = starts.map((_, column) => parts.flatMap((part) => part[column] || []).join(' '))
  return [replaceLine(first, rowOf(cells)), ...others.map(cutLine)]
}

function cutLine({ start, text }: ScannedLine): Edit {
  return cut(start, text.length + 1)
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

/** Splits a line into cells. Each cell extends to the start of the next column. */
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
