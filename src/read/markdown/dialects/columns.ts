import type { Edit } from '../../edit-source.ts'
import { COLUMN_LIMITS, COLUMN_MARKS } from '../column-lists.ts'
import { beginsListItem } from '../list-item.ts'
import { type ScannedLine, scan } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { replaceLine } from './edit-lines.ts'

/**
 * Turns columns (`::: columns` in Pandoc and Quarto, `:::{grid}` in MyST, `<div class="columns">`) into a list with an
 * item for each column. If a slide has space for the columns, the list is marked as columns. Otherwise, the columns
 * become a list only if all are plain prose, and stay as they are if not.
 */
export const columns: Dialect = {
  name: 'columns of Pandoc, Quarto, MyST and HTML',
  applies: (text) => CONTAINER.test(text),
  edits: (text) => containersIn(scan(text)).flatMap(containerEdits),
  examples: [
    [
      '::: columns\n:::: column\nThe north quay is deep.\n::::\n:::: column\nThe south quay dries.\n::::\n:::',
      'The north quay is deep.\nThe south quay dries.',
    ],
    [
      '::::{grid} 2\n:::{grid-item-card} North\nIt is deep.\n:::\n:::{grid-item-card} South\nIt dries.\n:::\n::::',
      'North: It is deep.\nSouth: It dries.',
    ],
    [
      '<div class="columns">\n<div>\n\nIt was opened by hand.\n\n</div>\n<div>It opens at dawn.</div>\n</div>',
      'It was opened by hand.\nIt opens at dawn.',
    ],
    ['In C++, a::b is the b of a, and ::: is nothing.', 'In C++, a::b is the b of a, and ::: is nothing.'],
  ],
}

interface Column {
  readonly opening: ScannedLine
  readonly title: string
  /** The words of the column on the line that opens it, if any. */
  readonly words: string
  readonly lines: readonly ScannedLine[]
  readonly closing: ScannedLine | null
}

interface Container {
  readonly opening: ScannedLine
  readonly columns: readonly Column[]
  readonly closing: ScannedLine
}

/** Finds containers that consist only of columns, at least two of them. */
function containersIn(lines: readonly ScannedLine[]): readonly Container[] {
  const found: Container[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const container = containerAt(lines, index)
    if (container === null) continue
    found.push(container)
    index = lines.indexOf(container.closing, index)
  }
  return found
}

function containerAt(lines: readonly ScannedLine[], start: number): Container | null {
  const opening = lines[start]
  if (opening === undefined || !isOutsideListing(opening) || !CONTAINER.test(opening.text)) return null
  const fence = opening.text.includes('<') ? HTML : FENCED
  const columns: Column[] = []
  for (let index = start + 1; index < Math.min(lines.length, start + MAX_LINES); index += 1) {
    const line = lines[index]
    if (line === undefined || !isOutsideListing(line)) return null
    if (line.text.trim() === '') continue
    if (fence.closes.test(line.text)) return columns.length > 1 ? { opening, columns, closing: line } : null
    const column = fence.column.exec(line.text)
    if (column === null) return null
    const [, title = '', words = ''] = column
    if (words !== '') columns.push({ opening: line, title: '', words, lines: [], closing: null })
    else {
      const end = endOf(lines, index, fence)
      const closing = lines[end]
      if (closing === undefined) return null
      columns.push({ opening: line, title: title.trim(), words: '', lines: lines.slice(index + 1, end), closing })
      index = end
    }
  }
  return null
}

function isOutsideListing({ state }: ScannedLine): boolean {
  return state === 'outside'
}

/** Returns the index of the line that closes a column, skipping the containers inside it; -1 if there is none. */
function endOf(lines: readonly ScannedLine[], opening: number, { opens, closes }: Fence): number {
  let depth = 1
  for (let index = opening + 1; index < Math.min(lines.length, opening + MAX_LINES); index += 1) {
    const line = lines[index]
    if (line === undefined || !isOutsideListing(line)) continue
    if (closes.test(line.text)) depth -= 1
    else if (opens.test(line.text)) depth += 1
    if (depth === 0) return index
  }
  return -1
}

/** The maximum number of lines in a container or a column. */
const MAX_LINES = 200

function containerEdits(container: Container): readonly Edit[] {
  const { opening, columns, closing } = container
  const canBeSideBySide = columns.length <= COLUMN_LIMITS.columns && columns.every(isSimple) && fitOnSlide(columns)
  const areProse = columns.every(({ lines }) => lines.every((line) => isOutsideListing(line) && isProse(line.text)))
  if (!canBeSideBySide && !areProse)
    return [{ span: [opening.start, opening.start], replacement: `${COLUMN_MARKS.stacked}\n\n` }]
  return [
    replaceLine(opening, `\n${canBeSideBySide ? COLUMN_MARKS.opens : COLUMN_MARKS.stacked}\n`),
    ...columns.flatMap(itemEdits),
    replaceLine(closing, `\n${COLUMN_MARKS.closes}\n`),
  ]
}

/** Whether a column contains only prose, lists, listings and pictures, under at most one heading. */
function isSimple({ lines }: Column): boolean {
  const nonBlankLines = lines.filter(({ text }) => text.trim() !== '')
  return nonBlankLines.every(
    (line, index) => !isOutsideListing(line) || (index === 0 && HEADING.test(line.text)) || isText(line.text),
  )
}

function isText(line: string): boolean {
  return (
    isProse(line) ||
    beginsListItem(line) ||
    /^\s*!\[(?:[^[\]]|\[[^[\]]*\])*\]\([^()]*\)(?:\{[^{}]*\})?\s*$|^\s*<img\b[^<>]*>\s*$/.test(line)
  )
}

function isProse(line: string): boolean {
  return !/^\s*(?:#|>|[-*+][ \t]|\d+[.)][ \t]|\||[`~:]{3}|\$\$|!\[|<|:[\w-]+:)/.test(line)
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$/

/** Whether a slide has space for all columns in readable type. */
function fitOnSlide(columns: readonly Column[]): boolean {
  const texts = columns.flatMap(({ words, title, lines }) => [
    words,
    title,
    ...lines.filter(isOutsideListing).map(({ text }) => text),
  ])
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
  const maxCodeWidth = COLUMN_LIMITS.codeWidth / columns.length
  return (
    words <= COLUMN_LIMITS.words &&
    columns.every(({ lines }) => {
      const code = lines.filter((line) => !isOutsideListing(line))
      return (
        code.length <= COLUMN_LIMITS.codeLines + FENCE_LINES && code.every(({ text }) => text.length <= maxCodeWidth)
      )
    })
  )
}

/** The number of lines that open and close a listing. */
const FENCE_LINES = 2

/** Turns a column into an item that begins with its name (its title or its heading) in bold. */
function itemEdits({ opening, title, words, lines, closing }: Column): readonly Edit[] {
  const nonBlankLines = lines.filter(({ text }) => text.trim() !== '')
  const [head] = nonBlankLines
  const heading =
    title === '' && head !== undefined && isOutsideListing(head) ? (HEADING.exec(head.text)?.[1] ?? '') : ''
  const name = title === '' ? heading : title
  const [first, ...rest] = heading === '' ? nonBlankLines : nonBlankLines.slice(1)
  const startsWithProse = first !== undefined && isOutsideListing(first) && isProse(first.text)
  const isNameSeparate = name !== '' && !startsWithProse
  const indent = Math.min(...nonBlankLines.map(({ text }) => text.search(/\S/)))
  // `scan` would not recognise a fence on the same line as the marker of the item.
  const itemStart =
    name !== '' ? `- ${boldLabel(name)} ` : first !== undefined && !isOutsideListing(first) ? '-\n  ' : '- '
  return [
    replaceLine(opening, words !== '' ? `- ${words}` : isNameSeparate ? `- ${bold(name)}\n` : ''),
    ...(heading === '' || head === undefined ? [] : [replaceLine(head, '')]),
    ...(first === undefined ? [] : [reindent(first, indent, isNameSeparate ? '  ' : itemStart)]),
    ...rest.map((line) => reindent(line, indent, '  ')),
    ...(closing === null ? [] : [replaceLine(closing, '')]),
  ]
}

function boldLabel(name: string): string {
  return bold(/[:?!]$/.test(name) ? name : `${name}:`)
}

/** Makes a name bold, unless it already contains markup. */
function bold(name: string): string {
  return /[*_`[\]<>]/.test(name) ? name : `**${name}**`
}

/** Replaces the indentation that a line shares with its column. */
function reindent({ start }: ScannedLine, indent: number, replacement: string): Edit {
  return { span: [start, start + indent], replacement }
}

const CONTAINER =
  /^ {0,3}(?::{3,}[ \t]*(?:columns\b|\{[^{}\n]*\.columns\b[^{}\n]*\}|\{grid\})[^\n]*|<div\b(?=[^<>]*\b(?:class=["'][^"'<>]*\b(?:columns|row|grid)\b|display:[ \t]*(?:flex|grid)\b))[^<>\n]*>[ \t]*)$/im

/**
 * Patterns for three kinds of line: one that opens a column (the groups are the title and the words of the column), one
 * that opens any container, and one that closes any container.
 */
interface Fence {
  readonly column: RegExp
  readonly opens: RegExp
  readonly closes: RegExp
}

const FENCED: Fence = {
  column:
    /^ {0,3}:{3,}[ \t]*(?:column\b|\{[^{}\n]*\.column\b[^{}\n]*\}|\{(?:grid-item|grid-item-card|column)\}([^{}[\]*_]*))[^\n]*$/i,
  opens: /^[ \t]*:{3,}[ \t]*[^\s:]/,
  closes: /^[ \t]*:{3,}[ \t]*$/,
}
const HTML: Fence = {
  column: /^[ \t]*<div\b[^<>]*>[ \t]*()(?:(\S[^<>]*)<\/div>)?[ \t]*$/i,
  opens: /^[ \t]*<div\b(?![^\n]*<\/div>)/i,
  closes: /^[ \t]*<\/div>[ \t]*$/i,
}
