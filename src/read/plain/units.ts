import type { Line } from './lines.ts'
import { type Marker, markerOf } from './marker.ts'
import { isFull, type Wrap } from './wrap.ts'

/** Lines that belong together whatever they are: a paragraph, an item, a heading. */
export interface Unit {
  readonly lines: readonly [Line, ...Line[]]
  /** Its lines joined by spaces. */
  readonly text: string
  readonly marker: Marker | undefined
}

/** Joins the lines of broken paragraphs; where a text is not broken at a width, a line stands alone. */
export function unitsOf(lines: readonly Line[], wrap: Wrap | undefined): readonly Unit[] {
  const groups: [Line, ...Line[]][] = []
  const isSpaced = lines.filter((line) => line.gap > 0).length > lines.length * SPACED_SHARE
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && continues(group, line, { wrap, isSpaced })) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => ({
    lines: group,
    text: group.map((line) => line.text).join(' '),
    marker: markerOf(group[0].text),
  }))
}

/** Blank lines part the paragraphs of a text in which one line in so many follows one. */
const SPACED_SHARE = 1 / 20

interface Manner {
  readonly wrap: Wrap | undefined
  readonly isSpaced: boolean
}

function continues(group: readonly [Line, ...Line[]], line: Line, { wrap, isSpaced }: Manner): boolean {
  const [first] = group
  const last = group.at(-1) ?? first
  if (line.gap > 0 || isRule(line.text) || isRule(last.text)) return false
  const marker = markerOf(first.text)
  const own = markerOf(line.text)
  if (own) return own.type === 'quote' && marker?.type === 'quote'
  if (marker && marker.type !== 'quote' && line.indent > first.indent) return true
  if (!wrap || line.indent !== last.indent) return false
  return isSpaced
    ? group.length > 1 || isFull(last, line, wrap) || ENDS_SENTENCE.test(last.text)
    : isFull(last, line, wrap)
}

/** A line of nothing but strokes: it underlines a heading or parts two sections. */
export function isRule(text: string): boolean {
  return RULE.test(text)
}

const RULE = /^[=\-_*~^#+•·—–][=\-_*~^#+•·—– ]{2,}$/
const ENDS_SENTENCE = /[.!?…]["'”’)\]]*$/
