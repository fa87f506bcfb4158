// Divides the Markdown of a deck at its rules.

import { closesFence, FENCE } from '../read/markdown/fence.ts'

/** The part of a deck file between two rules, as offsets in its text; `end` is exclusive. */
export interface Slice {
  readonly start: number
  readonly end: number
}

/**
 * Divides Markdown at its rules, including those directly under a line of text, but not those inside listings, formulas
 * and comments.
 */
export function slicesOf(text: string, isRule: (line: string) => boolean = isThematicBreak): readonly Slice[] {
  const slices: Slice[] = []
  let start = 0
  let offset = 0
  let openConstruct: OpenConstruct = null
  const lastMath = [...text.matchAll(/^ {0,3}\${2,}[ \t]*$/gm)].at(-1)?.index ?? 0
  for (const line of text.split('\n')) {
    const nextOffset = offset + line.length + 1
    if (openConstruct === null && isRule(line)) {
      slices.push({ start, end: offset })
      start = Math.min(nextOffset, text.length)
    } else {
      const constructAtEnd = constructAfter(line, openConstruct)
      // A displayed formula that is never closed does not count as one.
      openConstruct = constructAtEnd === 'math' && offset >= lastMath ? null : constructAtEnd
    }
    offset = nextOffset
  }
  return [...slices, { start, end: text.length }]
}

type OpenConstruct = { readonly fence: string } | 'comment' | 'math' | null

/** Returns the construct that is open at the end of a line. */
function constructAfter(line: string, openConstruct: OpenConstruct): OpenConstruct {
  if (openConstruct === 'comment') return line.includes('-->') ? null : openConstruct
  if (openConstruct === 'math') return /^[ \t]*\${2,}[ \t]*$/.test(line) ? null : openConstruct
  const [, mark] = FENCE.exec(line) ?? []
  if (openConstruct !== null) return mark && closesFence(line, openConstruct.fence) ? null : openConstruct
  if (mark) return { fence: mark }
  if (/^ {0,3}<!--/.test(line) && !line.includes('-->')) return 'comment'
  return /^ {0,3}\${2,}[ \t]*$/.test(line) ? 'math' : null
}

/** Whether a line is a rule: at least three hyphens, asterisks or underscores, with or without spaces. */
export function isThematicBreak(line: string): boolean {
  return /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line)
}
