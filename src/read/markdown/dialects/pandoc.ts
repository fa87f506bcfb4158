import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings, type ScannedLine } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { editsInLines } from './edit-lines.ts'

/** Definition lists in Pandoc and PHP Markdown Extra, which become lists. */
export const definitionLists: Dialect = {
  name: 'Pandoc, definition lists',
  applies: (text) => /^ {0,3}:[ \t]/m.test(text),
  edits: (text) => {
    const lines = linesOutsideListings(text)
    const edits = lines.flatMap((line, index) => definitionEdits(line, lines[index - 1], lines[index - 2]))
    return edits.toSorted((one, other) => one.span[0] - other.span[0])
  },
  examples: [
    ['Gauge\n: A pipe with a float\n: It is read at noon', 'Gauge: A pipe with a float\nIt is read at noon'],
    ['The time is 12\n:30 by now.', 'The time is 12 :30 by now.'],
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
 * Turns "Gauge" above ": A pipe with a float" into the item "Gauge: A pipe with a float". Further definitions become
 * items below it.
 */
function definitionEdits(
  line: ScannedLine,
  term: ScannedLine | undefined,
  before: ScannedLine | undefined,
): readonly Edit[] {
  const [mark] = DEFINITION.exec(line.text) ?? []
  if (mark === undefined || term === undefined || line.start !== term.start + term.text.length + 1) return []
  const end = line.start + mark.length
  if (DEFINITION.test(term.text)) return [{ span: [line.start, end], replacement: '  - ' }]
  const isTerm =
    TERM.test(term.text) && (before === undefined || before.text.trim() === '' || DEFINITION.test(before.text))
  if (!isTerm) return []
  // A term without markup becomes bold.
  const isPlain = !/[*_`[\]<>$]/.test(term.text)
  return [
    { span: [term.start, term.start], replacement: isPlain ? '- **' : '- ' },
    { span: [term.start + term.text.trimEnd().length, end], replacement: isPlain ? ':** ' : ': ' },
  ]
}

const DEFINITION = /^ {0,3}:[ \t]+(?=\S)/
const TERM = /^(?![ \t]*(?:[-+*#>|]|\d+[.)])[ \t])\S.{0,80}(?<![.:;,])$/
