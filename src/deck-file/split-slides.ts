import { closesFence, FENCE } from '../read/markdown/fence.ts'

/** A stretch of a deck file between two rules, as offsets of its text. */
export interface Slice {
  readonly start: number
  readonly end: number
}

/**
 * Divides Markdown at its rules, even directly under a line of text, but not inside listings, formulas and comments.
 */
export function slicesOf(text: string, isRule: (line: string) => boolean = isThematicBreak): readonly Slice[] {
  const slices: Slice[] = []
  let start = 0
  let at = 0
  let inside: OpenConstruct = null
  const lastMath = [...text.matchAll(/^ {0,3}\${2,}[ \t]*$/gm)].at(-1)?.index ?? 0
  for (const line of text.split('\n')) {
    const next = at + line.length + 1
    if (inside === null && isRule(line)) {
      slices.push({ start, end: at })
      start = Math.min(next, text.length)
    } else {
      const then = constructAfter(line, inside)
      // A displayed formula that is never closed does not count as one.
      inside = then === 'math' && at >= lastMath ? null : then
    }
    at = next
  }
  return [...slices, { start, end: text.length }]
}

type OpenConstruct = { readonly fence: string } | 'comment' | 'math' | null

/** Returns the construct that is open at the end of a line. */
function constructAfter(line: string, inside: OpenConstruct): OpenConstruct {
  if (inside === 'comment') return line.includes('-->') ? null : inside
  if (inside === 'math') return /^[ \t]*\${2,}[ \t]*$/.test(line) ? null : inside
  const [, mark] = FENCE.exec(line) ?? []
  if (inside !== null) return mark && closesFence(line, inside.fence) ? null : inside
  if (mark) return { fence: mark }
  if (/^ {0,3}<!--/.test(line) && !line.includes('-->')) return 'comment'
  return /^ {0,3}\${2,}[ \t]*$/.test(line) ? 'math' : null
}

/** Whether a line is a rule: at least three hyphens, asterisks or underscores, with or without spaces. */
export function isThematicBreak(line: string): boolean {
  return /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line)
}
