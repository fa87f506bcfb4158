import type { Edit } from '../../edit-source.ts'
import { labelOf } from '../alert.ts'
import { closesFence } from '../fence.ts'
import type { Dialect } from './dialect.ts'

/**
 * MyST directives (```` ```{name} argument ````, `:::{name}`), rewritten as Markdown: a figure becomes an image, a
 * listing gets its language, directives that only build pages are removed, and containers are reduced to their title
 * and text. Options (`:width: 300`) are removed.
 */
export const myst: Dialect = {
  name: 'MyST',
  applies: (text) => HINT.test(text),
  edits: editsOf,
  examples: [
    ['```{note}\nThe gate is old.\n```\n\nIt closes.', 'Note: The gate is old.\nIt closes.'],
    [':::{card} Gates\n:width: 3\nThey close.\n:::', 'Gates\nThey close.'],
    ['```{toctree}\n:maxdepth: 2\n\ngates\nlocks\n```\n\nThe gauge rose.', 'The gauge rose.'],
    ['```{code-block} ruby\nopen\n```', 'open'],
    ['Three colons, as in :::note, open a box.', 'Three colons, as in :::note, open a box.'],
  ],
}

function editsOf(text: string): readonly Edit[] {
  const lines = text.split('\n')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  const edits: Edit[] = []
  const replace = (index: number, replacement: string, { from = 0, withLineEnding = false } = {}): void => {
    const start = starts[index] ?? 0
    edits.push({ span: [start + from, start + (lines[index]?.length ?? 0) + (withLineEnding ? 1 : 0)], replacement })
  }
  const findClosing = closingFinder(lines)
  const ends = new Set<number>()
  let next = 0
  while (next < lines.length) {
    const index = next
    next += 1
    const fence = ends.has(index) ? null : fenceIn(lines[index] ?? '')
    if (fence === null) continue
    const { use, name } = fence
    const close = findClosing(fence, index)
    ends.add(close)
    // A listing contains no directives, and a directive that is removed takes those inside it along.
    if (use === 'listing' || use === 'removed' || use === 'diagram') next = close + 1
    if (name === '') continue
    const options = optionsAfter(lines, index)
    replace(index, openingOf(fence, options), { from: use === 'listing' ? fence.markEnd : 0 })
    if (use === 'removed') for (let inner = index + 1; inner < close; inner += 1) replace(inner, '')
    // In a listing, options are removed with their line endings, because empty lines would be visible.
    else
      for (const optionIndex of options.keys())
        replace(index + 1 + optionIndex, '', { withLineEnding: use === 'listing' || use === 'diagram' })
    if (use !== 'listing' && close < lines.length) replace(close, CLOSINGS[use] ?? '\n')
  }
  return edits.toSorted((one, other) => one.span[0] - other.span[0])
}

/**
 * The replacement for the line that closes a directive, keyed by the directive's use. For any other use except a
 * listing, it is a blank line.
 */
const CLOSINGS: Readonly<Partial<Record<DirectiveUse, string>>> = { math: '$$', removed: '', diagram: '~~~~~~' }

/**
 * Returns a function that finds the index of the line that closes a fence; the number of lines if there is none. It
 * must be called with ascending indexes.
 */
function closingFinder(lines: readonly string[]): (fence: MystFence, index: number) => number {
  const lastEnds = new Map<string, number>()
  return (fence, index) => {
    let end = Math.max(lastEnds.get(fence.mark) ?? 0, index + 1)
    while (end < lines.length && !closesFence(lines[end] ?? '', fence.mark)) end += 1
    lastEnds.set(fence.mark, end)
    return end
  }
}

/** Lists the options of a directive: the lines of the form `:name: value` directly after its fence. */
function optionsAfter(lines: readonly string[], index: number): readonly string[] {
  const options: string[] = []
  for (let next = index + 1; OPTION.test(lines[next] ?? ''); next += 1) options.push(lines[next] ?? '')
  return options
}

const HINT = /^[ \t]*(?:(?:`{3,}|~{3,}|:{3,})\{[\w:-]+\}|:{3,}[ \t]*mermaid[ \t]*$)/m

type DirectiveUse = 'diagram' | 'removed' | 'image' | 'listing' | 'math' | 'text'

interface MystFence {
  /** The backticks, tildes or colons. */
  readonly mark: string
  /** Empty for a fence that is not a directive. */
  readonly name: string
  readonly argument: string
  /** The offset in the line at which the mark ends. */
  readonly markEnd: number
  readonly use: DirectiveUse
}

function fenceIn(line: string): MystFence | null {
  const [, before = '', mark = '', directive = '', argument = ''] = FENCE.exec(line) ?? []
  // Azure DevOps wikis write "::: mermaid", without braces.
  const name = mark.startsWith(':') && argument.trim() === 'mermaid' ? 'mermaid' : directive
  if (mark === '' || (mark.startsWith(':') && name === '')) return null
  return {
    mark,
    name,
    argument: argument.trim(),
    markEnd: before.length + mark.length,
    use: USES[name] ?? useOf(mark, name),
  }
}

const FENCE = /^([ \t>]*)(`{3,}|~{3,}|:{3,})(?:\{([\w:-]+)\})?(.*)$/

/**
 * Returns the use of a directive with an unknown name: text if the fence is made of colons, otherwise a listing, as in
 * other tools.
 */
function useOf(mark: string, name: string): DirectiveUse {
  return name !== '' && mark.startsWith(':') ? 'text' : 'listing'
}

const USES: Readonly<Record<string, DirectiveUse | undefined>> = {
  ...usesOf('diagram', 'mermaid'),
  ...usesOf('removed', 'bibliography contents index only raw tableofcontents toctree'),
  ...usesOf('image', 'figure image'),
  ...usesOf('math', 'math'),
  ...usesOf(
    'text',
    `admonition attention aside card caution danger deprecated dropdown epigraph error exercise grid grid-item grid-item-card
    hint important margin note pull-quote seealso sidebar solution tab-item tab-set tip topic versionadded versionchanged warning`,
  ),
}

function usesOf(use: DirectiveUse, names: string): Readonly<Record<string, DirectiveUse>> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, use]))
}

/** Returns the replacement for the line that opens a directive; for a listing, only for the part after the mark. */
function openingOf({ name, argument, use }: MystFence, options: readonly string[]): string {
  switch (use) {
    case 'removed':
      return ''
    case 'diagram':
      return '~~~~~~mermaid'
    case 'image':
      return `\n![${altIn(options)}](<${argument.replace(/[<>]/g, '')}>)\n`
    case 'listing':
      return /^[\w+#-]+$/.test(argument) ? argument : ''
    case 'math':
      return '$$'
    case 'text':
      return `${/\p{L}/u.test(argument) ? argument : labelFor(name)}\n`
  }
}

/** Returns the label of an admonition that has no title; an empty string for any other directive. */
function labelFor(name: string): string {
  const label = labelOf(name)
  return label === null ? '' : `**${label}:** `
}

function altIn(options: readonly string[]): string {
  return (
    options.map((line) => /^[ \t]*:alt:[ \t]*([^[\]]+)$/.exec(line)?.[1]).find((words) => words !== undefined) ?? ''
  )
}

const OPTION = /^[ \t]*:[\w-]+:(?:[ \t].*)?$/
