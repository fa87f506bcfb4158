// Recognises tables with bars between their cells.

import { isShellCommand } from '../../grammar/shell-command.ts'
import { hasCode, isPrompt } from './detect-code.ts'
import type { SourceLine } from './lines.ts'
import type { TextCell, TextRow, TextTable } from './text-table.ts'
import { areTableCells } from './text-table.ts'

/**
 * Finds the table that begins at a line: consecutive lines with the same number of cells. If the table has a rule, and
 * bars at both ends of each line, later rows may have fewer cells. If it has neither, it needs three lines. Rules may
 * be above, below and between the rows.
 */
export function barTableAt(lines: readonly SourceLine[], start: number): TextTable | undefined {
  const first = lines[start]
  if (first === undefined || !(isBarRow(first) || isBarRule(first))) return undefined
  const before = first.gap === 0 ? lines[start - 1] : undefined
  if (before !== undefined && isPrompt(before)) return undefined
  const end = endOfTable(lines, start)
  const tableLines = lines.slice(start, end)
  const rows = tableLines.filter((line) => !isBarRule(line))
  if (rows.length < 2 || hasMultilineRows(tableLines)) return undefined
  const cells = rows.map(cellsOf)
  const columnCount = cells[0]?.length ?? 0
  const hasBarsAtEnds = rows.every(({ text }) => BARS_AT_ENDS.test(text))
  const hasRules = rows.length < tableLines.length
  const isComplete = (row: TextRow) => row.length === columnCount
  const mayBeShort = (row: TextRow) => hasRules && hasBarsAtEnds && row.length < columnCount
  if (columnCount < 2 || !cells.every((row) => isComplete(row) || mayBeShort(row))) return undefined
  if (!(hasBarsAtEnds || hasRules || (rows.length >= MIN_ROWS && rows.every(hasSpacedBars)))) return undefined
  if (rows.some((row) => isPrompt(row) || isShellCommand(row.text))) return undefined
  if (rows.filter(({ text }) => hasCode(text)).length * 2 > rows.length) return undefined
  if (cells.flat().filter((cell) => cell.length > 0).length * 2 < rows.length * columnCount) return undefined
  if (!areTableCells(rows.flatMap((line, index) => wordsOf(line, cells[index] ?? [])))) return undefined
  return { start, end, rows: cells.map((row) => [...row, ...Array<TextCell>(columnCount - row.length).fill([])]) }
}

const MIN_ROWS = 3

/** Whether every bar has a space on both sides. In a grammar, such as "a: (b|c) |", some bars do not. */
function hasSpacedBars({ text }: SourceLine): boolean {
  return !/(?:^|\S)[|│┃]|[|│┃](?:\S|$)/.test(text)
}

function endOfTable(lines: readonly SourceLine[], start: number): number {
  let end = start + 1
  for (let line = lines[end]; line?.gap === 0 && (isBarRow(line) || isBarRule(line)); line = lines[end]) end += 1
  return end
}

/** Whether a line has a bar between words, or bars at both ends. */
function isBarRow({ text }: SourceLine): boolean {
  return !text.includes('\t') && !isBarRule({ text }) && (BARS_AT_ENDS.test(text) || BAR_BETWEEN_WORDS.test(text))
}

const BARS_AT_ENDS = /^[|│┃].*[^\\][|│┃]$/
const BAR_BETWEEN_WORDS = /\S\s+[|│┃]\s+\S/

/**
 * Whether a line is a rule above, between or below rows: "|---|:--:|", "+----+----+", "-----+------", "├────┼────┤".
 */
function isBarRule({ text }: Pick<SourceLine, 'text'>): boolean {
  return RULE.test(text) && /[-=─━═]{2}/.test(text) && /[+|│┃┌┬┐├┼┤└┴┘╞╪╡╒╤╕╘╧╛]/.test(text)
}

const RULE = /^[-=+|: ─━═│┃┌┬┐├┼┤└┴┘╞╪╡╒╤╕╘╧╛]{3,}$/

/** Whether a row may consist of several lines between two rules, as in reStructuredText. */
function hasMultilineRows(lines: readonly SourceLine[]): boolean {
  const kinds = lines.map((line) => (isBarRule(line) ? '-' : 'r')).join('')
  return kinds.replaceAll('r', '').length > MAX_RULES && kinds.includes('rr')
}

/**
 * The maximum number of rules in a table whose rules do not separate rows: above and below the header, and below the
 * last row.
 */
const MAX_RULES = 3

function cellsOf({ text, start }: SourceLine): TextRow {
  const from = /^[|│┃]/.test(text) ? 1 : 0
  const to = /[^\\][|│┃]$/.test(text) ? text.length - 1 : text.length
  const bars = [...text.slice(from, to).matchAll(/(?<!\\)[|│┃]/g)].map(({ index }) => from + index)
  const ends = [...bars, to]
  return ends.map((end, index): TextCell => {
    const cellStart = index === 0 ? from : (ends[index - 1] ?? 0) + 1
    const cell = text.slice(cellStart, end)
    const value = cell.trim()
    const offset = start + cellStart + cell.length - cell.trimStart().length
    return value === '' ? [] : [[offset, offset + value.length]]
  })
}

function wordsOf({ text, start }: SourceLine, cells: TextRow): readonly string[] {
  return cells.flatMap((cell) => cell.map(([from, to]) => text.slice(from - start, to - start)))
}
