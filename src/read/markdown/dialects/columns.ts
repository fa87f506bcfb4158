import type { Edit } from '../../edit.ts'
import { openLines, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/**
 * Columns of nothing but prose (`::: columns` of Pandoc and Quarto, `:::{grid}` of MyST, `<div class="columns">`) as a list with
 * an item for each, so that they are shown together. Other columns are read one after the other.
 */
export const columns: Dialect = {
  name: 'columns of Pandoc, Quarto, MyST and HTML',
  applies: (text) => CONTAINER.test(text),
  edits: (text) => containersIn(openLines(text)).flatMap(listEdits),
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
  ],
}

interface Column {
  readonly opening: ScannedLine
  readonly title: string
  /** Its own words, if they are on the line that opens it. */
  readonly words: string
  readonly lines: readonly ScannedLine[]
  readonly closing: ScannedLine | null
}

interface Container {
  readonly opening: ScannedLine
  readonly columns: readonly Column[]
  readonly closing: ScannedLine
}

/** The containers of nothing but columns of prose, two or more. */
function containersIn(lines: readonly ScannedLine[]): readonly Container[] {
  const found: Container[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const container = containerAt(lines, at)
    if (container === null) continue
    found.push(container)
    at = lines.indexOf(container.closing, at)
  }
  return found
}

function containerAt(lines: readonly ScannedLine[], at: number): Container | null {
  const opening = lines[at]
  if (opening === undefined || !CONTAINER.test(opening.text)) return null
  const { opens, closes } = opening.text.includes('<') ? HTML : FENCED
  const columns: Column[] = []
  for (let index = at + 1; index < Math.min(lines.length, at + MOST_LINES); index += 1) {
    const line = lines[index]
    if (line === undefined) return null
    if (line.text.trim() === '') continue
    if (closes.test(line.text)) return columns.length > 1 ? { opening, columns, closing: line } : null
    const column = opens.exec(line.text)
    if (column === null) return null
    const [, title = '', words = ''] = column
    if (words !== '') columns.push({ opening: line, title: '', words, lines: [], closing: null })
    else {
      const end = endOf(lines, index, closes)
      const closing = lines[end]
      if (closing === undefined || !closes.test(closing.text)) return null
      columns.push({ opening: line, title: title.trim(), words: '', lines: lines.slice(index + 1, end), closing })
      index = end
    }
  }
  return null
}

/** The first line that closes a column, or that is not prose. */
function endOf(lines: readonly ScannedLine[], opening: number, closes: RegExp): number {
  const some = lines.slice(opening + 1, opening + MOST_LINES)
  const end = some.findIndex(({ text }) => closes.test(text) || !isProse(text))
  return end < 0 ? -1 : opening + 1 + end
}

function isProse(line: string): boolean {
  return !/^(?:\s{4}|\s*(?:#|>|[-*+][ \t]|\d+[.)][ \t]|\||[`~:]{3}|\$\$|!\[|<|:[\w-]+:))/.test(line)
}

function listEdits({ opening, columns, closing }: Container): readonly Edit[] {
  return [whole(opening, ''), ...columns.flatMap(itemEdits), whole(closing, '')]
}

function itemEdits({ opening, title, words, lines, closing }: Column): readonly Edit[] {
  const label = title === '' ? '' : `**${title}:** `
  const [first, ...rest] = lines.filter(({ text }) => text.trim() !== '')
  return [
    whole(opening, words === '' ? '' : `- ${words}`),
    ...(first === undefined ? [] : [indented(first, `- ${label}`)]),
    ...rest.map((line) => indented(line, '  ')),
    ...(closing === null ? [] : [whole(closing, '')]),
  ]
}

function whole({ start, text }: ScannedLine, by: string): Edit {
  return { span: [start, start + text.length], by }
}

function indented({ start, text }: ScannedLine, by: string): Edit {
  return { span: [start, start + text.length - text.trimStart().length], by }
}

/** Longer ones are no columns of a page. */
const MOST_LINES = 200

const CONTAINER =
  /^ {0,3}(?::{3,}[ \t]*(?:columns\b|\{[^{}\n]*\.columns\b[^{}\n]*\}|\{grid\})[^\n]*|<div\b(?=[^<>]*\b(?:class=["'][^"'<>]*\b(?:columns|row|grid)\b|display:[ \t]*(?:flex|grid)\b))[^<>\n]*>[ \t]*)$/im

/** What opens a column, with its title or words, and what closes one or all of them. */
const FENCED = {
  opens:
    /^ {0,3}:{3,}[ \t]*(?:column\b|\{[^{}\n]*\.column\b[^{}\n]*\}|\{(?:grid-item|grid-item-card|column)\}([^{}[\]*_]*))[^\n]*$/i,
  closes: /^ {0,3}:{3,}[ \t]*$/,
}
const HTML = {
  opens: /^[ \t]*<div\b[^<>]*>[ \t]*()(?:(\S[^<>]*)<\/div>)?[ \t]*$/i,
  closes: /^[ \t]*<\/div>[ \t]*$/i,
}
