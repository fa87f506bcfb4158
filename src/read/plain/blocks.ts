// Turns plain text into mdast blocks: lists, quotations, code, tables and paragraphs.

import type {
  BlockContent,
  Blockquote,
  Code,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
  Text,
} from 'mdast'
import type { Position } from 'unist'
import { pointAt } from '../../model/source-position.ts'
import type { Source } from '../source.ts'
import { codeOf } from './code-block.ts'
import type { SourceLine } from './lines.ts'
import { joinWrapped } from './printed-pages.ts'
import type { TextRow } from './text-table.ts'
import type { PlainUnit } from './units.ts'
import type { UnmarkedItems } from './unmarked-items.ts'

interface BlockContext {
  readonly source: Source
  readonly items: UnmarkedItems
}

/** Joins the units that are not headings into blocks: lists, quotations, code, tables and paragraphs. */
export function blocksOf(units: readonly PlainUnit[], { items, source }: BlockContext): RootContent[] {
  const blocks: RootContent[] = []
  for (let index = 0; index < units.length; ) {
    const { count, toBlock } = runAt(units, index, items)
    blocks.push(toBlock(units.slice(index, index + count), source))
    index += count
  }
  return blocks
}

interface UnitRun {
  /** The number of units in the run. */
  readonly count: number
  readonly toBlock: (units: readonly PlainUnit[], source: Source) => RootContent
}

/** The minimum number of lines with tabs that make a table. */
const MIN_ROWS = 2

function runAt(units: readonly PlainUnit[], start: number, items: UnmarkedItems): UnitRun {
  const first = units[start]
  const countFrom = (belongs: (unit: PlainUnit) => boolean) => {
    let end = start
    for (let unit = units[end]; unit && belongs(unit); unit = units[end]) end += 1
    return end - start
  }
  if (first?.type === 'code') return { count: 1, toBlock: code }
  if (first?.rows) return { count: 1, toBlock: table }
  if (first && isQuoted(first)) return { count: countFrom(isQuoted), toBlock: quote }
  if (first?.marker?.type === 'quote')
    return { count: countFrom((unit) => unit.marker?.type === 'quote'), toBlock: quote }
  if (first?.marker !== undefined) return { count: countFrom((unit) => belongsToList(unit, first)), toBlock: list }
  const firstItem = first && items.get(first)
  if (firstItem) return { count: countFrom((unit) => items.get(unit) === firstItem), toBlock: list }
  const rowCount = countFrom((unit) => isRow(unit))
  return rowCount >= MIN_ROWS
    ? { count: rowCount, toBlock: table }
    : { count: 1, toBlock: ([unit], source) => (unit === undefined ? EMPTY : paragraphOf(unit, source)) }
}

const EMPTY: Paragraph = { type: 'paragraph', children: [] }

/** Whether a unit belongs to the list that `first` begins: it is indented further, or has the same kind of marker. */
function belongsToList({ marker, lines }: PlainUnit, first: PlainUnit): boolean {
  if (marker === undefined || marker.type === 'quote') return false
  return lines[0].indent > first.lines[0].indent || marker.type === first.marker?.type
}

function isQuoted({ type }: PlainUnit): boolean {
  return type === 'quotation' || type === 'quoted-verse'
}

function isRow(unit: PlainUnit): boolean {
  return unit.type === 'text' && unit.lines.length === 1 && /\S\t+\S/.test(unit.text)
}

/** Turns a unit into a paragraph, without its marker. */
function paragraphOf(unit: PlainUnit, source: Source): Paragraph {
  return paragraphFrom(unit, unit.marker?.width ?? 0, source)
}

function code(units: readonly PlainUnit[], source: Source): Code {
  return codeOf(
    units.flatMap(({ lines }) => lines),
    positionOf(units, source),
  )
}

function quote(units: readonly PlainUnit[], source: Source): Blockquote {
  return {
    type: 'blockquote',
    children: units.map((unit) => paragraphOf(unit, source)),
    position: positionOf(units, source),
  }
}

/** Makes a list. Items that are indented further than the first form a list inside the item before them. */
function list(units: readonly PlainUnit[], source: Source): List {
  const margin = units[0]?.lines[0].indent ?? 0
  const items: { unit: PlainUnit; nested: PlainUnit[] }[] = []
  for (const unit of units) {
    const last = items.at(-1)
    if (last !== undefined && unit.lines[0].indent > margin) last.nested.push(unit)
    else items.push({ unit, nested: [] })
  }
  const first = units[0]?.marker
  const children = items.map(({ unit, nested }): ListItem => {
    const content: BlockContent[] = [paragraphOf(unit, source), ...(nested.length === 0 ? [] : [list(nested, source)])]
    return {
      type: 'listItem',
      spread: false,
      checked: null,
      children: content,
      position: positionOf([unit, ...nested], source),
    }
  })
  const ordered = first?.type === 'number'
  return {
    type: 'list',
    ordered,
    start: ordered ? (first?.ordinal ?? 1) : null,
    spread: false,
    children,
    position: positionOf(units, source),
  }
}

function table(units: readonly PlainUnit[], source: Source): Table {
  return {
    type: 'table',
    align: [],
    children: units.flatMap(({ lines: [first], rows }) =>
      rows ? rows.map((cells) => rowOfCells(cells, source)) : [rowOfLine(first, source)],
    ),
    position: positionOf(units, source),
  }
}

/** Makes a row from a line with tabs between its cells. */
function rowOfLine(line: SourceLine, source: Source): TableRow {
  const cells = [...line.text.matchAll(/[^\t]+/g)].map(({ 0: cell, index }) => {
    const value = cell.trim()
    const start = line.start + index + cell.indexOf(value)
    const position = positionAt(start, start + value.length, source)
    return { type: 'tableCell' as const, children: [{ type: 'text' as const, value, position }], position }
  })
  return { type: 'tableRow', children: cells, position: positionAt(line.start, line.end, source) }
}

function rowOfCells(cells: TextRow, source: Source): TableRow {
  const spans = cells.flat()
  const position = positionAt(spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0, source)
  const children = cells.map((lines): TableCell => {
    const words = lines.flatMap(([start, end], index): Text[] => {
      const word: Text = {
        type: 'text',
        value: source.text.slice(start, end),
        position: positionAt(start, end, source),
      }
      return index > 0 ? [{ type: 'text', value: ' ' }, word] : [word]
    })
    return { type: 'tableCell', children: words, position }
  })
  return { type: 'tableRow', children, position }
}

/** Turns a unit into a paragraph, without its first `skipped` characters. Verse keeps its line breaks. */
export function paragraphFrom(unit: PlainUnit, skipped: number, source: Source): Paragraph {
  const [first] = unit.lines
  const last = unit.lines.at(-1) ?? first
  const position = positionAt(first.start + skipped, last.end, source)
  if (unit.type === 'verse' || unit.type === 'quoted-verse')
    return { type: 'paragraph', children: verseLines(unit.lines, source), position }
  const lines = unit.lines.map((line, index) =>
    index > 0 && unit.marker?.type === 'quote' ? line.text.replace(/^>[> ]*/, '') : line.text,
  )
  const value = joinWrapped(lines).slice(skipped)
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position }
}

function verseLines(lines: readonly SourceLine[], source: Source): PhrasingContent[] {
  return lines.flatMap(({ text, start, end }, index): PhrasingContent[] => {
    const line = { type: 'text' as const, value: text, position: positionAt(start, end, source) }
    return index > 0 ? [{ type: 'break' }, line] : [line]
  })
}

function positionOf(units: readonly PlainUnit[], source: Source): Position {
  const [first, last] = [units[0]?.lines[0], units.at(-1)?.lines.at(-1)]
  return positionAt(first?.start ?? 0, last?.end ?? 0, source)
}

function positionAt(start: number, end: number, source: Source): Position {
  return { start: { ...pointAt(source, start), offset: start }, end: { ...pointAt(source, end), offset: end } }
}
