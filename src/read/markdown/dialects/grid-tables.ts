import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { cut, replaceLine } from './edit-lines.ts'

/** Pandoc's tables in a frame of `+`, `-` and `|`, whose cells may have several lines. */
export const gridTables: Dialect = {
  name: 'Pandoc, grid tables',
  applies: (text) => /^\+-[-:+]*\+[ \t]*$/m.test(text),
  edits: (text) => {
    const lines = linesOutsideListings(text)
    return lines.flatMap((line, index) =>
      BORDER.test(line.text) && (lines[index - 1]?.text ?? '').trim() === '' ? tableEdits(lines, index) : [],
    )
  },
  examples: [
    [
      '+-------+--------+\n| Gauge | Metres |\n+=======+========+\n| North | 3.1    |\n| bank  |        |\n+-------+--------+\n| South | 2.8    |\n+-------+--------+\n',
      'Gauge\tMetres\nNorth bank\t3.1\nSouth\t2.8',
    ],
    ['+ One\n+ Two', 'One\nTwo'],
  ],
}

const BORDER = /^\+(?:[-=:]+\+)+[ \t]*$/

/** Rewrites the table that begins at `index`. A table in which a cell spans columns or rows stays as it is. */
function tableEdits(lines: readonly ScannedLine[], index: number): readonly Edit[] {
  let end = index
  while (/^[+|]/.test(lines[end]?.text ?? '')) end += 1
  const [border, ...rest] = lines.slice(index, end)
  const last = rest.at(-1)
  if (border === undefined || last === undefined || rest.length < 2 || !BORDER.test(last.text)) return []
  const bounds = [...border.text.matchAll(/\+/g)].map((match) => match.index)
  if (!rest.every(({ text }) => isInGrid(text, bounds))) return []
  const delimiters = `|${' --- |'.repeat(bounds.length - 1)}`
  const hasHeader = rest.some(({ text }) => text.startsWith('+='))
  const edits = [replaceLine(border, hasHeader ? '' : `|${' |'.repeat(bounds.length - 1)}\n${delimiters}`)]
  let row: readonly ScannedLine[] = []
  for (const line of rest) {
    if (!BORDER.test(line.text)) {
      row = [...row, line]
      continue
    }
    edits.push(...rowEdits(row, bounds))
    row = []
    if (line === last) edits.push(replaceLine(line, ''))
    else edits.push(line.text.startsWith('+=') ? replaceLine(line, delimiters) : cut(line.start, line.text.length + 1))
  }
  return edits
}

/**
 * Whether a line fits the grid: wherever the first border has a plus sign, the line has one too (in a border) or a bar
 * (in a row).
 */
function isInGrid(text: string, bounds: readonly number[]): boolean {
  const mark = BORDER.test(text) ? '+' : '|'
  return text.trimEnd().length === (bounds.at(-1) ?? 0) + 1 && bounds.every((bound) => text[bound] === mark)
}

/** Joins the lines of a row in its first line, and removes the other lines. */
function rowEdits([first, ...others]: readonly ScannedLine[], bounds: readonly number[]): readonly Edit[] {
  if (first === undefined) return []
  const cells = bounds.slice(0, -1).map((bound, index) =>
    [first, ...others]
      .map(({ text }) => text.slice(bound + 1, bounds[index + 1]).trim())
      .filter((part) => part !== '')
      .join(' ')
      .replaceAll('|', '\\|'),
  )
  return [
    replaceLine(first, `| ${cells.join(' | ')} |`),
    ...others.map(({ start, text }) => cut(start, text.length + 1)),
  ]
}
