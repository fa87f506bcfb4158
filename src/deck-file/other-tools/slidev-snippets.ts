// Inserts the listings that a Slidev deck takes from program files: `<<< @/snippets/tide.ts#region ts {1|2-3}`.

import type { Edit } from '../../read/edit-source.ts'
import { linesOf } from './deck-lines.ts'

/** A line that stands for a file, or for a region of it. */
export interface Snippet {
  readonly span: Edit['span']
  readonly address: string
  /** Null for the whole file. */
  readonly region: string | null
  /** The language of the listing; null if the name of the file says it. */
  readonly language: string | null
  /** The lines to emphasize and other options in braces. */
  readonly options: string
}

/** Lists the lines of a deck that stand for a listing. `@` is the folder of the deck. */
export function snippetsIn(text: string): readonly Snippet[] {
  return linesOf(text).flatMap(({ text: line, start, isCode }): readonly Snippet[] => {
    const match = isCode || line.length > MAX_SNIPPET_LENGTH ? null : SNIPPET.exec(line)
    if (match === null) return []
    const [, address = '', region = null, language = null, options = ''] = match
    const span = [start, start + line.length] as const
    return [{ span, address: address.replace(/^@\//, '/'), region, language, options }]
  })
}

const MAX_SNIPPET_LENGTH = 500

/** The name of a file may contain spaces; a language such as "c#" has no dot or slash. */
const SNIPPET = /^<<<[ \t]*([^\s#{<][^#{]*?)(?:#([^\s{]+))?(?:[ \t]+([^\s./{]+))?[ \t]*((?:\{[^{}]*\}\s*)*)$/

/** Writes a file, or the region asked for, as a listing; null if the file lacks that region. */
export function snippetListing(text: string, { address, region, language, options }: Snippet): string | null {
  const lines = text.replace(/\s+$/, '').split(/\r?\n/)
  const shown = region === null ? lines : regionOf(lines, region)
  if (shown === null) return null
  const code = withoutIndent(withoutMarks(shown)).join('\n')
  const longestTicks = [...code.matchAll(/`+/g)].reduce((longest, [ticks]) => Math.max(longest, ticks.length), 2)
  const fence = '`'.repeat(longestTicks + 1)
  const [, extension = ''] = /\.(\w+)$/.exec(address) ?? []
  return `\n${fence}${[language ?? extension, options].join(' ').trim()}\n${code}\n${fence}\n`
}

/** Removes the marks of regions. Without an end, a comment such as `# Region` is no mark. */
function withoutMarks(lines: readonly string[]): readonly string[] {
  const marks = lines.map(regionMarkOf)
  return marks.some((mark) => mark?.isEnd) ? lines.filter((_, index) => marks[index] === null) : lines
}

/** A comment that begins or ends a region, as `// #region tide` does. Editors fold these lines. */
interface RegionMark {
  readonly name: string
  readonly isEnd: boolean
}

function regionMarkOf(line: string): RegionMark | null {
  const match =
    line.length > MAX_MARK_LENGTH
      ? null
      : /^\s*(?:(?:\/\/|\/\*|<!--|--|;|%|::)\s*#?|#\s?)(?:pragma\s+)?(end\s?)?region\b[ \t]*([\w*-]*)\s*(?:\*\/|-->)?\s*$/i.exec(
          line,
        )
  return match === null ? null : { name: match[2] ?? '', isEnd: match[1] !== undefined }
}

/** Longer lines are not searched for marks. */
const MAX_MARK_LENGTH = 120

/** Returns the lines of a region, which ends with its name or, as editors accept, with the nearest nameless end. */
function regionOf(lines: readonly string[], name: string): readonly string[] | null {
  const marks = lines.map(regionMarkOf)
  const start = marks.findIndex((mark) => mark?.name === name && !mark.isEnd)
  if (start < 0) return null
  let depth = 0
  const end = marks.findIndex((mark, index) => {
    if (mark === null || index <= start) return false
    if (!mark.isEnd) depth += 1
    else if (mark.name === name || depth === 0) return true
    else depth -= 1
    return false
  })
  return lines.slice(start + 1, end < 0 ? undefined : end)
}

/** Removes the indentation that all lines share. */
function withoutIndent(lines: readonly string[]): readonly string[] {
  const indent = lines.reduce((least, line) => {
    const own = line.search(/\S/)
    return own < 0 ? least : Math.min(least, own)
  }, Number.POSITIVE_INFINITY)
  return lines.map((line) => line.slice(indent))
}
