// Reads chart blocks in Markdown.

import type { Code, Root, Table, TableRow } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { parse } from 'yaml'
import { z } from 'zod'
import type { ChartRequest } from '../../model/draft.ts'
import { pointAt } from '../../model/source-position.ts'
import type { Source } from '../source.ts'

declare module 'mdast' {
  interface TableData {
    /** The chart that the author wants drawn from the table. */
    chart?: ChartRequest | undefined
  }
}

/**
 * Turns fenced blocks in the language `chart` into tables that are drawn as charts. A block contains values separated
 * by commas, semicolons or tabs under a header, or YAML with the keys `type` (line, bar or share), `unit` and `data`
 * (values separated in the same way, or a list of rows). An invalid block remains a listing, and a message says why.
 */
export function chartsToTables(root: Root, source: Source, file: VFile): void {
  visit(root, 'code', (node, index, parent) => {
    const chart = readChart(node)
    if (chart === null || index === undefined || parent === undefined) return
    if ('error' in chart) {
      file.message(`The chart cannot be read, so its source is shown: ${chart.error}`, {
        place: pointAt(source, node.position?.start.offset ?? 0),
        source: 'lectern',
        ruleId: 'chart',
      })
      return
    }
    parent.children[index] = tableOf(chart, node, source)
  })
}

/** Returns the table for a block in the language `chart`; null for any other block, or an invalid chart. */
export function chartTable(node: Code, source: Source): Table | null {
  const chart = readChart(node)
  return chart === null || 'error' in chart ? null : tableOf(chart, node, source)
}

interface ParsedChart {
  readonly request: ChartRequest
  readonly rows: readonly (readonly string[])[]
}

type ChartError = { readonly error: string }

const KINDS = { line: 'line', bar: 'bars', share: 'shares' } as const

const CELL = z.string()

const CHART_YAML = z.strictObject({
  type: z.enum(['line', 'bar', 'share']).optional(),
  unit: CELL.optional(),
  data: z.union([CELL, z.array(z.array(CELL).min(2)).min(2)]),
})

function readChart({ lang, value }: Code): ParsedChart | ChartError | null {
  if (!/^\{?\.?chart\b/i.test(lang ?? '')) return null
  if (value.length > LONGEST_CHART_BLOCK)
    return { error: `It has more than ${LONGEST_CHART_BLOCK} characters. Summarise its values.` }
  if (!/^\s*(?:type|unit|data)[ \t]*:/.test(value)) return checkChart({}, parseValues(value))
  try {
    const result = CHART_YAML.safeParse(parse(value, { schema: 'failsafe', maxAliasCount: 0 }))
    if (!result.success) return { error: `${errorIn(result.error)} ${REMEDY}` }
    const { type, unit, data } = result.data
    const request = { ...(type && { kind: KINDS[type] }), ...(unit !== undefined && { unit }) }
    return checkChart(request, typeof data === 'string' ? parseValues(data) : data)
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : '').split('\n')
    return { error: `It is not valid YAML (${reason.replace(/[:.]$/, '')}). ${REMEDY}` }
  }
}

/** In characters. */
const LONGEST_CHART_BLOCK = 20_000

const REMEDY = 'Write "type: line", bar or share, and "data: |" above rows of values separated by commas.'

function errorIn({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return ''
  const [key] = issue.path
  if (key === 'type') return 'Its type is not line, bar or share.'
  if (issue.code === 'unrecognized_keys') return `"${issue.keys[0]}" is not a key of a chart.`
  return key === undefined ? 'It has no data.' : `Its ${String(key)} cannot be read.`
}

function checkChart(request: ChartRequest, rows: readonly (readonly string[])[]): ParsedChart | ChartError {
  const [header, ...body] = rows
  if (header === undefined || header.length < 2 || body.length < 2)
    return { error: `It needs a header and two rows, each with a name and a value. ${REMEDY}` }
  const index = body.findIndex(({ length }) => length !== header.length)
  if (index < 0) return { request, rows }
  return {
    error: `Row ${index + 1} has ${body[index]?.length} values, but the header has ${header.length}. Give every row the same number of values.`,
  }
}

/**
 * Splits lines into values at tabs, semicolons or commas: at the first of these that the header contains. A quoted
 * value may contain the separator.
 */
function parseValues(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const separator = ['\t', ';', ','].find((mark) => lines[0]?.includes(mark)) ?? ','
  return lines.map((line) => valuesIn(line, separator))
}

function valuesIn(line: string, separator: string): readonly string[] {
  const values: string[] = []
  let value = ''
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === separator && !isQuoted) {
      values.push(value.trim())
      value = ''
    } else value += character
  }
  return [...values, value.trim()]
}

/**
 * Makes a table in which each value has its position in the block. The unit is added to the headers of the value
 * columns: "Winter (minutes)".
 */
function tableOf({ request, rows }: ParsedChart, node: Code, source: Source): Table {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? source.text.length]
  // The values begin after the fence.
  let searchStart = Math.max(start, source.text.indexOf('\n', start))
  const cellOf = (value: string, displayed = value): TableRow['children'][number] => {
    const found = value === '' ? -1 : source.text.indexOf(value, searchStart)
    const isFound = found >= 0 && found < end
    if (isFound) searchStart = found + value.length
    const [from, to] = isFound ? [found, found + value.length] : [searchStart, searchStart]
    const pointOf = (offset: number) => ({ ...pointAt(source, offset), offset })
    const position = { start: pointOf(from), end: pointOf(to) }
    return { type: 'tableCell', children: [{ type: 'text', value: displayed, position }], position }
  }
  const children = rows.map((row, index): TableRow => {
    const cells = row.map((value, column) =>
      cellOf(value, index === 0 && column > 0 ? withUnit(value, request.unit) : value),
    )
    const [first, last] = [cells[0]?.position, cells.at(-1)?.position]
    return {
      type: 'tableRow',
      children: cells,
      ...(first && last && { position: { start: first.start, end: last.end } }),
    }
  })
  return {
    type: 'table',
    align: rows[0]?.map(() => null) ?? [],
    children,
    data: { chart: request },
    ...(node.position && { position: node.position }),
  }
}

function withUnit(header: string, unit: string | undefined): string {
  return unit === undefined || header.toLowerCase().includes(unit.toLowerCase()) ? header : `${header} (${unit})`.trim()
}
