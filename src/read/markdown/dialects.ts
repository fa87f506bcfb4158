import { type Edit, edit } from '../edit.ts'
import type { Source } from '../source.ts'
import { phraseEdits } from './dialect-phrases.ts'
import { withoutDirectives } from './directives.ts'
import { withoutNotes } from './notes.ts'
import { type OpenLine, openLines } from './open-lines.ts'

/**
 * The source with what only some tools add to Markdown (MkDocs, MyST, MDX, PHP Markdown Extra, docsify, Obsidian, wikis) taken out
 * or written as Markdown.
 */
export function withoutDialects(source: Source): Source {
  return withoutLineMarks(withoutDirectives(withoutNotes(source)))
}

function withoutLineMarks(source: Source): Source {
  if (!MARKED.test(source.text)) return source
  const lines = openLines(source.text)
  /** The line up to which a module runs. */
  let moduleTo = -1
  const edits = lines.flatMap((line, index): readonly Edit[] => {
    const { text, start } = line
    if (MODULE.test(text)) moduleTo = Math.max(moduleTo, moduleEnd(lines, index))
    if (index <= moduleTo || OF_THE_PAGE.test(text)) return [{ span: [start, start + text.length], by: '' }]
    const [hint = ''] = HINT.exec(text) ?? []
    const changes =
      hint === '' ? phraseEdits(text) : [{ span: [0, hint.length], by: '' } as const, ...phraseEdits(text)]
    return [
      ...definitionEdits(line, lines[index - 1], lines[index - 2]),
      ...changes.map(({ span: [from, to], by }): Edit => ({ span: [start + from, start + to], by })),
    ]
  })
  return edit(
    source,
    edits.toSorted((one, other) => one.span[0] - other.span[0]),
  )
}

const MARKED = /^(?:import |export |: |\[|\{[\w.]+\}|[?!]> )|\[\[|==|\}`|%%| --- |\]\([^()\n]* |\] \(http|&#1[2-5]/m

/** A line of a module of MDX. */
const MODULE =
  /^(?:import\s(?:[\w*{][\w*{},\s$]*\sfrom\s*)?['"][^'"]+['"];?\s*$|import\s*\{[\w\s,]*$|export\s+(?:const|let)\s+\w+\s*=|export\s+(?:default\s|\{[\w\s,]*\}))/

/** What becomes a table of contents, or an expression of MDX. */
const OF_THE_PAGE = /^ {0,3}(?:\[(?:TOC|\[_?TOC_?\])\]|\{[\w.]+\})\s*$/i

/** Of docsify. */
const HINT = /^[?!]> (?=\S)/

/** The last line of a module: that which closes all its brackets. One that stays open is no module. */
function moduleEnd(lines: readonly OpenLine[], first: number): number {
  let depth = 0
  for (let index = first; index < Math.min(lines.length, first + LONGEST_MODULE); index += 1) {
    depth += opened(lines[index]?.text ?? '')
    if (depth <= 0) return index
  }
  return -1
}

/** In lines. */
const LONGEST_MODULE = 60

function opened(text: string): number {
  return (text.match(/[({[]/g) ?? []).length - (text.match(/[)}\]]/g) ?? []).length
}

/** "Gauge" over ": A pipe with a float" becomes the item "Gauge: A pipe with a float"; what else it means stands under it. */
function definitionEdits(line: OpenLine, term: OpenLine | undefined, before: OpenLine | undefined): readonly Edit[] {
  const [mark] = DEFINITION.exec(line.text) ?? []
  if (mark === undefined || term === undefined || line.start !== term.start + term.text.length + 1) return []
  const end = line.start + mark.length
  if (DEFINITION.test(term.text)) return [{ span: [line.start, end], by: '  - ' }]
  const isTerm =
    TERM.test(term.text) && (before === undefined || before.text.trim() === '' || DEFINITION.test(before.text))
  if (!isTerm) return []
  // A term without marks of its own stands out.
  const isPlain = !/[*_`[\]<>$]/.test(term.text)
  return [
    { span: [term.start, term.start], by: isPlain ? '- **' : '- ' },
    { span: [term.start + term.text.trimEnd().length, end], by: isPlain ? ':** ' : ': ' },
  ]
}

const DEFINITION = /^ {0,3}:[ \t]+(?=\S)/
const TERM = /^(?![ \t]*(?:[-+*#>|]|\d+[.)])[ \t])\S.{0,80}(?<![.:;,])$/
