// Finds the structure of a web page that was copied as text.

import { hasLetterOrDigit } from '../../../util/letters-and-digits.ts'
import { isDate } from '../../dates.ts'
import { isLabel, levelOf, MIN_DATES } from '../headings.ts'
import type { SourceLine } from '../lines.ts'
import { markersOf } from '../list-markers.ts'
import type { Structure } from '../structure.ts'
import { tablesIn } from '../tables.ts'
import type { TextTable } from '../text-table.ts'
import { traitsOf } from '../unit-traits.ts'
import type { PlainUnit } from '../units.ts'
import type { UnmarkedItems } from '../unmarked-items.ts'
import { kindsOf } from './line-kinds.ts'
import { withoutStrayMarkup } from './stray-markup.ts'
import type { Kind } from './weights.ts'
import { isWrappedParagraph } from './wrapped-paragraph.ts'

/** Finds the structure of a page that was copied as text. The kinds of all lines are decided together. */
export function structureOfCopiedPage(copiedLines: readonly SourceLine[]): Structure {
  const lines = withoutStrayMarkup(copiedLines)
  const tables = tablesIn(lines)
  const kinds = kindsOf(withTabsInTables(lines, tables))
  const markers = markersOf(lines)
  const datesAreHeadings = lines.filter(({ text }) => isDate(text)).length >= MIN_DATES
  const units: PlainUnit[] = []
  const levels: number[] = []
  const listedUnits: ListedUnit[] = []
  for (const group of groupsOf(lines, kinds, tables)) {
    const [first] = group.lines
    const unit = unitOf(group, markers.get(first))
    const canBeHeading = (HEADING_CONTENT.test(unit.text) || isDate(unit.text)) && !isLabel(unit.text, datesAreHeadings)
    const isHeading = group.kind === 'heading' && units.length > 0 && canBeHeading
    units.push(unit)
    levels.push(isHeading ? levelOf(traitsOf(unit)) : 0)
    listedUnits.push({ unit, isItem: group.kind === 'item' })
  }
  return { units, levels, items: itemsOf(listedUnits) }
}

/**
 * Puts tabs between the cells of all tables, as in tables copied from a page, so that their rows and the lines around
 * them are not taken for one listing.
 */
function withTabsInTables(lines: readonly SourceLine[], tables: readonly TextTable[]): readonly SourceLine[] {
  const result = [...lines]
  for (const { start, end } of tables)
    for (const [offset, line] of lines.slice(start, end).entries()) {
      const row = hasLetterOrDigit(line.text) ? line : (lines[start] ?? line)
      const text = row.text.replace(/^\||\|$/g, '').trim()
      result[start + offset] = { ...line, text: text.replace(/ *\| *| {2,}/g, '\t'), indent: 0 }
    }
  return result
}

/** A heading that is not a date must contain a letter, or be a year or a version number. */
const HEADING_CONTENT = /\p{L}|^(?:19|20)\d\d$|^\d+\.\d+\.\d/u

interface LineGroup {
  readonly kind: Kind
  readonly lines: readonly [SourceLine, ...SourceLine[]]
  readonly table?: TextTable | undefined
}

/** Groups lines: a table, consecutive lines of code and a hard-wrapped paragraph are each one group. */
function groupsOf(
  lines: readonly SourceLine[],
  kinds: readonly Kind[],
  tables: readonly TextTable[],
): readonly LineGroup[] {
  const groups: { kind: Kind; lines: [SourceLine, ...SourceLine[]]; table?: TextTable | undefined }[] = []
  const tablesOutsideListings = tables.filter((table) => !isInListing(lines, kinds, table))
  const tablesByStart = new Map(tablesOutsideListings.map((table) => [table.start, table]))
  for (let index = 0; index < lines.length; ) {
    const table = tablesByStart.get(index)
    const [first, ...others] = lines.slice(index, table?.end)
    if (table && first) {
      groups.push({ kind: 'row', lines: [first, ...others], table })
      index = table.end
      continue
    }
    const wrappedLines = index === 0 ? 0 : countWrappedLines(lines, kinds, index)
    for (const line of lines.slice(index, index + Math.max(1, wrappedLines))) {
      const kind = wrappedLines > 0 ? 'prose' : (kinds[index] ?? 'prose')
      const last = groups.at(-1)
      const joinsLast = wrappedLines > 0 ? line !== lines[index] : kind === 'code' && last?.kind === 'code'
      if (joinsLast && last) last.lines.push(line)
      else groups.push({ kind, lines: [line] })
    }
    index += Math.max(1, wrappedLines)
  }
  return groups
}

/** Whether a table is part of a listing, that is, has code directly above or below it. */
function isInListing(lines: readonly SourceLine[], kinds: readonly Kind[], { start, end }: TextTable): boolean {
  return (kinds[start - 1] === 'code' && lines[start]?.gap === 0) || (kinds[end] === 'code' && lines[end]?.gap === 0)
}

/** Returns how many lines from `start` on form a hard-wrapped paragraph; 0 if there is no such paragraph. */
function countWrappedLines(lines: readonly SourceLine[], kinds: readonly Kind[], start: number): number {
  const isText = (index: number) => index < lines.length && kinds[index] !== 'code' && kinds[index] !== 'row'
  if (lines[start]?.gap === 0 && isText(start - 1)) return 0
  let end = start
  while (isText(end) && (end === start || lines[end]?.gap === 0)) end += 1
  return isWrappedParagraph(lines.slice(start, end)) ? end - start : 0
}

function unitOf({ kind, lines, table }: LineGroup, marker: PlainUnit['marker']): PlainUnit {
  const isCode = kind === 'code'
  return {
    type: isCode ? 'code' : table ? 'table' : 'text',
    lines,
    text: lines.map(({ text }) => text).join(' '),
    marker: isCode || table || kind === 'heading' ? undefined : marker,
    rows: table?.rows,
  }
}

interface ListedUnit {
  readonly unit: PlainUnit
  readonly isItem: boolean
}

/** Finds list items without markers. A lone item stays a paragraph. */
function itemsOf(listedUnits: readonly ListedUnit[]): UnmarkedItems {
  const items = new Map<PlainUnit, PlainUnit>()
  let run: PlainUnit[] = []
  const endRun = () => {
    const [first] = run
    if (first && run.length > 1) for (const unit of run) items.set(unit, first)
    run = []
  }
  for (const { unit, isItem } of listedUnits) {
    if (isItem && unit.marker === undefined) run.push(unit)
    else endRun()
  }
  endRun()
  return items
}
