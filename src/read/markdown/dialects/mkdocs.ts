import type { Edit } from '../../edit-source.ts'
import { labelOf } from '../alert.ts'
import { BOX_END, BOX_START } from '../boxes.ts'
import { scan } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/**
 * Notes and tabs in Material for MkDocs: a line such as `!!! note "Title"` or `=== "Title"` above indented content. The
 * title becomes a paragraph. If there is none, the kind of note becomes a label. The content loses its indentation. The
 * content of a `quote` becomes a quotation, and a titled note that is not inside another becomes a box.
 */
export const mkdocs: Dialect = {
  name: 'MkDocs',
  applies: (text) => HINT.test(text),
  edits: editsOf,
  examples: [
    ['!!! note "The key"\n\n    The key hangs in the house.', 'The key\nThe key hangs in the house.'],
    ['??? tip\n    Oil the hinge.\n\nThe gauge rose.', 'Tip: Oil the hinge.\nThe gauge rose.'],
    [
      '!!! quote\n\n    The gate held.\n\n    It held all night.\n\nThe gauge rose.',
      'The gate held.\nIt held all night.\nThe gauge rose.',
    ],
    ['=== "Boats"\n\n    Boats pay.\n\n=== "Rafts"\n\n    Rafts wait.', 'Boats\nBoats pay.\nRafts\nRafts wait.'],
    ['!!! note is how a note begins.', '!!! note is how a note begins.'],
  ],
}

function editsOf(text: string): readonly Edit[] {
  const scanned = scan(text)
  const lines = scanned.map((line) => line.text)
  const nextTexts = nextTextsOf(lines)
  const edits: Edit[] = []
  const open: OpenNote[] = []
  for (const [index, { text: line, start, state }] of scanned.entries()) {
    const next = nextTexts[index]
    if (next === undefined) continue
    while (open.length > 0 && indentOf(next) < (open.at(-1)?.indent ?? 0))
      if (open.pop()?.isBox === true) edits.push({ span: [start, start], replacement: `\n${BOX_END}\n\n` })
    const quoteMarks = '> '.repeat(open.filter(({ isQuotation }) => isQuotation).length)
    const dedent = whiteSpaceLength(line, open.length * INDENT)
    if (dedent > 0 || quoteMarks !== '') edits.push({ span: [start, start + dedent], replacement: quoteMarks })
    const rest = line.slice(dedent)
    const match = NOTE.exec(rest)
    const mark = match?.[1] ?? match?.[3] ?? ''
    const title = match?.[2] ?? match?.[4] ?? ''
    if (match === null || state !== 'outside' || !isIndented(lines, index)) continue
    // A tab, or a note inside another note, is not a box of its own.
    const isBox = /^\S/.test(match[1] ?? '') && open.length === 0 && title.trim() !== ''
    open.push({ indent: indentOf(line) + INDENT, isQuotation: QUOTATION.test(mark), isBox })
    const from = start + dedent
    const opening = isBox ? `\n${BOX_START}\n\n` : '\n'
    edits.push(
      { span: [from, from + mark.length], replacement: title === '' ? labelFor(mark) : opening },
      { span: [from + mark.length + title.length, from + rest.length], replacement: '\n' },
    )
  }
  if (open.some(({ isBox }) => isBox)) edits.push({ span: [text.length, text.length], replacement: `\n\n${BOX_END}\n` })
  return edits
}

/** Returns, for each line, the first line from there on that has text; undefined if there is none. */
function nextTextsOf(lines: readonly string[]): readonly (string | undefined)[] {
  let next: string | undefined
  return lines
    .toReversed()
    .map((line) => {
      if (line.trim() !== '') next = line
      return next
    })
    .toReversed()
}

/** A note or content tab that contains the current line. */
interface OpenNote {
  /** The minimum indentation of the content, in columns. */
  readonly indent: number
  readonly isQuotation: boolean
  /** Whether it is a box with a title. */
  readonly isBox: boolean
}

/** The mark of a note that is a quotation. */
const QUOTATION = /^[ \t]*[!?]{3}\+?[ \t]+(?:quote|cite)\b/

/** Returns the label of a note without a title, such as "Warning: ", if its kind means something to readers. */
function labelFor(mark: string): string {
  const label = labelOf(/[\w-]+/.exec(mark)?.[0] ?? '')
  const [indent = ''] = /^[ \t]*/.exec(mark) ?? []
  return label === null ? '\n' : `\n${indent}**${label}:** `
}

const HINT = /^[ \t]*(?:!!!|\?\?\?|===)[ +!]/m

/** A note or a collapsible note, with or without a title in quotes, or a content tab. */
const NOTE =
  /^(?:([ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*[ \t]*"?)(?:(?<=")([^"\n]*)"|(?<!"))|([ \t]*===[!+]?[ \t]+")([^"\n]*)")[ \t]*$/

/** In columns. */
const INDENT = 4

/** Whether the next line with text, after at most two blank lines, is indented by at least `INDENT` more columns. */
function isIndented(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index + 1, index + 4).find((line) => line.trim() !== '')
  return next !== undefined && indentOf(next) >= indentOf(lines[index] ?? '') + INDENT
}

/** Returns the indentation of a line in columns. */
function indentOf(line: string): number {
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? ''
  return [...indentation].reduce((columns, each) => columns + (each === '\t' ? INDENT : 1), 0)
}

/** Returns how many white-space characters at the start of a line fill the given number of columns. */
function whiteSpaceLength(line: string, columns: number): number {
  let length = 0
  for (let column = 0; column < columns && /[ \t]/.test(line[length] ?? ''); length += 1)
    column += line[length] === '\t' ? INDENT : 1
  return length
}
