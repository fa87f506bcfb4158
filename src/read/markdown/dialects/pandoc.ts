import type { Edit } from '../../edit-source.ts'
import { isBlank, linesOutsideListings, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { editsInLines } from './edit-lines.ts'

/** Definition lists in Pandoc and PHP Markdown Extra, which become lists. */
export const definitionLists: Dialect = {
  name: 'Pandoc, definition lists',
  applies: (text) => /^ {0,3}:[ \t]/m.test(text),
  edits: (text) => {
    const lines = linesOutsideListings(text)
    const edits = lines.flatMap((_, index) => definitionEdits(lines, index))
    return edits.toSorted((one, other) => one.span[0] - other.span[0])
  },
  examples: [
    ['Gauge\n: A pipe with a float\n: It is read at noon', 'Gauge: A pipe with a float\nIt is read at noon'],
    [
      'Gauge\n\n:   A pipe with a float.\n\n    It is read at noon.\n\n:   A rod',
      'Gauge: A pipe with a float.\nIt is read at noon.\nA rod',
    ],
    ['The time is 12\n:30 by now.', 'The time is 12 :30 by now.'],
    ['The gauge rose.\n\n: See below', 'The gauge rose.\n: See below'],
  ],
}

/** Three hyphens between words, which become a dash, as in Pandoc and SmartyPants. */
export const dashes: Dialect = {
  name: 'Pandoc, dashes',
  applies: (text) => text.includes(' --- '),
  edits: (text) =>
    editsInLines(text, / --- /, (find, line) =>
      (line.includes('|') ? [] : find(DASH)).map(
        ({ index, 0: { length } }): Edit => ({ span: [index, index + length], replacement: '—' }),
      ),
    ),
  examples: [
    ['The gauge --- a pipe --- rose.', 'The gauge — a pipe — rose.'],
    ['Draw a rule (---) here, and write a---b.', 'Draw a rule (---) here, and write a---b.'],
  ],
}

/** Three hyphens between words, but not those in the delimiter row of a table. */
const DASH = /(?<=[\p{L}\p{N}.,;:!?)"'’”*_] )---(?= [\p{L}\p{N}("'“*_[])/gu

/**
 * Turns "Gauge" above ": A pipe with a float" into the item "Gauge: A pipe with a float", with or without a blank line
 * between the two. Further definitions become items below it.
 */
function definitionEdits(lines: readonly ScannedLine[], index: number): readonly Edit[] {
  const line = lines[index]
  const [mark] = DEFINITION.exec(line?.text ?? '') ?? []
  if (line === undefined || mark === undefined) return []
  const above = indexAbove(lines, index)
  const term = lines[above]
  if (term === undefined || !areAdjacent(lines.slice(above, index + 1))) return []
  const end = line.start + mark.length
  if (DEFINITION.test(term.text)) return [{ span: [line.start, end], replacement: '  - ' }]
  if (!lines.slice(above + 1, index).every(isBlank)) return []
  const before = lines[above - 1]
  if (!TERM.test(term.text) || !(isBlank(before) || DEFINITION.test(before?.text ?? ''))) return []
  // A term without markup becomes bold.
  const isPlain = !/[*_`[\]<>$]/.test(term.text)
  return [
    { span: [term.start, term.start], replacement: isPlain ? '- **' : '- ' },
    { span: [term.start + term.text.trimEnd().length, end], replacement: isPlain ? ':** ' : ': ' },
  ]
}

/** Returns the index of the term above a definition, or of the definition above, which may have more paragraphs. */
function indexAbove(lines: readonly ScannedLine[], index: number): number {
  let above = index - 1
  while (above > index - LONGEST_DEFINITION && (isBlank(lines[above]) || continuesDefinition(lines[above]))) above -= 1
  return above
}

/** In lines. */
const LONGEST_DEFINITION = 50

function continuesDefinition(line: ScannedLine | undefined): boolean {
  return line !== undefined && /^(?: {2}|\t)/.test(line.text) && !DEFINITION.test(line.text)
}

/** Whether no listing is between lines. */
function areAdjacent(lines: readonly ScannedLine[]): boolean {
  return lines.every((line, index) => {
    const next = lines[index + 1]
    return next === undefined || next.start === line.start + line.text.length + 1
  })
}

const DEFINITION = /^ {0,3}:[ \t]+(?=\S)/
const TERM = /^(?![ \t]*(?:[-+*#>|]|\d+[.)])[ \t])\S.{0,80}(?<![.:;,])$/
