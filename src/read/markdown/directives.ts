import { type Edit, edit } from '../edit.ts'
import type { Source } from '../source.ts'

/**
 * The directives of MyST (```` ```{name} argument ````, `:::{name}`) as Markdown: a picture is an image, a listing has its
 * language, what only builds pages is gone, and of what holds text stays the text. Options (`:width: 300`) are taken out.
 */
export function withoutDirectives(source: Source): Source {
  if (!MARKED.test(source.text)) return source
  const lines = source.text.split('\n')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  const edits: Edit[] = []
  const ends = new Set<number>()
  let next = 0
  while (next < lines.length) {
    const index = next
    next += 1
    const fence = ends.has(index) ? null : fenceIn(lines[index] ?? '')
    if (fence === null) continue
    const found = lines.findIndex((line, at) => at > index && closes(line, fence))
    const close = found < 0 ? lines.length : found
    ends.add(close)
    // A listing holds no directives, and of what is gone nothing is read.
    if (fence.use === 'listing' || fence.use === 'gone') next = close + 1
    const changes = changesTo(fence, lines.slice(index, close + 1), found >= 0)
    for (const { line, by, from = 0 } of changes) {
      const start = starts[index + line] ?? 0
      // A listing shows its empty lines.
      const isGone = by === '' && from === 0 && fence.use === 'listing'
      edits.push({ span: [start + from, start + (lines[index + line]?.length ?? 0) + (isGone ? 1 : 0)], by })
    }
  }
  return edit(
    source,
    edits.toSorted((one, other) => one.span[0] - other.span[0]),
  )
}

const MARKED = /^[ \t]*(?:`{3,}|~{3,}|:{3,})\{[\w:-]+\}/m

type Use = 'gone' | 'image' | 'listing' | 'math' | 'text'

interface Fence {
  readonly mark: string
  /** Empty for a fence that is no directive. */
  readonly name: string
  readonly argument: string
  /** Characters of the line before the name. */
  readonly head: number
  readonly use: Use
}

function fenceIn(line: string): Fence | null {
  const [, before = '', mark = '', name = '', argument = ''] = FENCE.exec(line) ?? []
  if (mark === '' || (mark.startsWith(':') && name === '')) return null
  return {
    mark,
    name,
    argument: argument.trim(),
    head: before.length + mark.length,
    use: USES[name] ?? useOf(mark, name),
  }
}

const FENCE = /^([ \t>]*)(`{3,}|~{3,}|:{3,})(?:\{([\w:-]+)\})?(.*)$/

/** What is not known between backticks is a listing, as in other tools; between colons it is text. */
function useOf(mark: string, name: string): Use {
  return name !== '' && mark.startsWith(':') ? 'text' : 'listing'
}

const USES: Readonly<Record<string, Use | undefined>> = {
  ...usesOf('gone', 'bibliography contents index only raw tableofcontents toctree'),
  ...usesOf('image', 'figure image'),
  ...usesOf('math', 'math'),
  ...usesOf(
    'text',
    `admonition attention aside card caution danger deprecated dropdown epigraph error exercise grid grid-item grid-item-card
    hint important margin note pull-quote seealso sidebar solution tab-item tab-set tip topic versionadded versionchanged warning`,
  ),
}

function usesOf(use: Use, names: string): Readonly<Record<string, Use>> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, use]))
}

interface Change {
  /** Counted from the fence. */
  readonly line: number
  readonly by: string
  /** Characters of the line that stay. */
  readonly from?: number
}

/** What becomes of the lines from a fence to the one that closes it, if it is closed. */
function changesTo(
  { name, argument, head, use }: Fence,
  lines: readonly string[],
  isClosed: boolean,
): readonly Change[] {
  if (name === '') return []
  const body = lines.findIndex((line, at) => at > 0 && !OPTION.test(line))
  const options = lines.slice(1, Math.max(body, 1))
  const gone = (use === 'gone' ? lines.slice(1) : options).map((_, index): Change => ({ line: index + 1, by: '' }))
  if (use === 'gone') return [{ line: 0, by: '' }, ...gone]
  const language = /^[\w+#-]+$/.test(argument) ? argument : ''
  if (use === 'listing') return [{ line: 0, by: language, from: head }, ...gone]
  const alt = options.map((line) => /^[ \t]*:alt:[ \t]*([^[\]]+)$/.exec(line)?.[1]).find((words) => words !== undefined)
  const opening = {
    image: `\n![${alt ?? ''}](<${argument}>)\n`,
    math: '$$',
    text: `${/\p{L}/u.test(argument) ? argument : ''}\n`,
  }[use]
  const closing = isClosed ? [{ line: lines.length - 1, by: use === 'math' ? '$$' : '\n' }] : []
  return [{ line: 0, by: opening }, ...gone, ...closing]
}

const OPTION = /^[ \t]*:[\w-]+:(?:[ \t].*)?$/

function closes(line: string, { mark }: Fence): boolean {
  const bare = line.replace(/[> \t]/g, '')
  return bare.startsWith(mark) && bare === mark.charAt(0).repeat(bare.length)
}
