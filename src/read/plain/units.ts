// Groups lines of plain text into units.

import { findSetOffBlocks, type LineContext } from './find-set-off-blocks.ts'
import type { SourceLine } from './lines.ts'
import { type Marker, markersOf } from './list-markers.ts'
import { type Margin, marginOf } from './margin.ts'
import type { SetOffBlock } from './set-off-block.ts'
import type { TextRow } from './text-table.ts'
import { isFull, type Wrap } from './wrap.ts'

/** Lines that belong together: a paragraph, an item, a heading, or a set-off block or part of one. */
export interface PlainUnit {
  readonly type: 'text' | SetOffBlock['type']
  readonly lines: readonly [SourceLine, ...SourceLine[]]
  /** The text of the lines, joined with spaces. */
  readonly text: string
  readonly marker: Marker | undefined
  /** The rows of a table whose cells are not separated by tabs. */
  readonly rows?: readonly TextRow[] | undefined
}

/**
 * Groups lines into units. A table, a listing, a stanza, a paragraph of an indented quotation, an item with indented
 * lines and a hard-wrapped paragraph are each one unit; any other line is a unit by itself.
 */
export function unitsOf(lines: readonly SourceLine[], lineContext: LineContext): readonly PlainUnit[] {
  const context: GroupingContext = {
    wrap: lineContext.wrap,
    isSpaced: lines.filter((line) => line.gap > 0).length > lines.length * MIN_SPACED_FRACTION,
    markers: markersOf(lines),
    margin: marginOf(lines),
  }
  const units: PlainUnit[] = []
  let next = 0
  for (const { start, end, ...block } of findSetOffBlocks(lines, lineContext)) {
    for (const unit of textUnits(lines.slice(next, start), context)) units.push(unit)
    for (const unit of setOffUnits(lines.slice(start, end), block)) units.push(unit)
    next = end
  }
  for (const unit of textUnits(lines.slice(next), context)) units.push(unit)
  return units
}

/** The minimum fraction of lines that follow a blank line in text with blank lines between paragraphs. */
const MIN_SPACED_FRACTION = 1 / 20

interface GroupingContext {
  readonly wrap: Wrap | undefined
  readonly isSpaced: boolean
  readonly markers: ReadonlyMap<SourceLine, Marker>
  readonly margin: Margin | undefined
}

function textUnits(lines: readonly SourceLine[], context: GroupingContext): readonly PlainUnit[] {
  const groups: [SourceLine, ...SourceLine[]][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && continuesUnit(group, line, context)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => unitOf(group, { type: 'text', marker: context.markers.get(group[0]) }))
}

/**
 * Makes the units of a set-off block: one for code or a table, one for each paragraph of a quotation or stanza of
 * verse.
 */
function setOffUnits(
  lines: readonly SourceLine[],
  { type, rows }: Pick<SetOffBlock, 'type' | 'rows'>,
): readonly PlainUnit[] {
  const groups: [SourceLine, ...SourceLine[]][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && (type === 'code' || rows !== undefined || line.gap === 0)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => unitOf(group, { type, marker: undefined, rows }))
}

function unitOf(
  lines: readonly [SourceLine, ...SourceLine[]],
  { type, marker, rows }: Pick<PlainUnit, 'type' | 'marker' | 'rows'>,
): PlainUnit {
  return { type, lines, text: lines.map((line) => line.text).join(' '), marker, rows }
}

function continuesUnit(
  group: readonly [SourceLine, ...SourceLine[]],
  line: SourceLine,
  { wrap, isSpaced, markers, margin }: GroupingContext,
): boolean {
  const [first] = group
  const last = group.at(-1) ?? first
  if (line.gap > 0 || line.opensParagraph || isRule(line.text) || isRule(last.text)) return false
  const marker = markers.get(first)
  const lineMarker = markers.get(line)
  if (lineMarker)
    return lineMarker.type === 'quote' && marker?.type === 'quote' && lineMarker.ordinal === marker.ordinal
  if (marker && marker.type !== 'quote' && line.indent > first.indent) return true
  if (!wrap || line.indent > last.indent) return false
  if (margin?.hasIndentedParagraphs && line.indent > margin.column) return false
  if (line.indent < last.indent) return group.length === 1 && isFull(last, line, wrap)
  return isSpaced
    ? group.length > 1 || isFull(last, line, wrap) || ENDS_SENTENCE.test(last.text)
    : isFull(last, line, wrap)
}

/** Whether a line is a rule, such as one that underlines a heading or separates two sections. */
export function isRule(text: string): boolean {
  return RULE.test(text)
}

const RULE = /^[=\-_*~^#+•·—–][=\-_*~^#+•·—– ]{2,}$/
const ENDS_SENTENCE = /[.!?…]["'”’)\]]*$/
