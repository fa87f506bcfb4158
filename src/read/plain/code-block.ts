import type { Code } from 'mdast'
import type { Position } from 'unist'
import type { SourceLine } from './lines.ts'

/** Turns lines into a code block, without fences or the indentation that all lines share. Blank lines are kept. */
export function codeOf(lines: readonly SourceLine[], position: Position): Code {
  const [, language] = FENCE.exec(lines[0]?.text ?? '') ?? []
  const content = language === undefined ? lines : lines.slice(1, -1)
  const margin = Math.min(...content.map(({ indent }) => indent))
  const value = content.map(({ text, indent, gap }, index) => {
    const blank = '\n'.repeat(index > 0 ? gap : 0)
    return `${blank}${' '.repeat(indent - margin)}${text}`
  })
  return { type: 'code', lang: language?.trim() || null, meta: null, value: value.join('\n'), position }
}

const FENCE = /^(?:```+|~~~+)(.*)$/
