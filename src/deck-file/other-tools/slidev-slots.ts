// Rewrites the slots of Slidev's layouts, such as `::right::`.

import type { Edit } from '../../read/edit-source.ts'
import { type DeckLine, replaceLine } from './deck-lines.ts'

/**
 * Rewrites the contents of the slots that layouts show side by side as columns. The contents of all others, such as
 * `::title::` and `::bottom::`, go above or below them.
 */
export function slotEdits(lines: readonly DeckLine[], end: number): readonly Edit[] {
  const words = lines.filter(({ isCode, text }) => !isCode && text.trim() !== '')
  const slots = words.flatMap((line) => {
    const [, name] = SLOT.exec(line.text) ?? []
    return name === undefined ? [] : [{ line, name, isColumn: COLUMN.test(name) }]
  })
  const from = slots.findIndex(({ isColumn }) => isColumn)
  const first = slots[from]
  if (first === undefined) return slots.map(({ line }) => replaceLine(line, ''))
  const length = slots.slice(from).findIndex(({ isColumn }) => !isColumn)
  const others = slots.slice(from + 1, length < 0 ? undefined : from + length)
  const [below, ...belowThat] = length < 0 ? [] : slots.slice(from + length)
  const above = slots.slice(0, from)
  // Without a slot on the left, the content above is in the left column.
  const start = FIRST_COLUMN.test(first.name) ? null : startOf(words, first.line, above.at(-1)?.line)
  return [
    ...[...above, ...belowThat].map(({ line }) => replaceLine(line, '')),
    ...(start === null ? [] : [{ span: [start, start] as const, replacement: OPENING }]),
    replaceLine(first.line, start === null ? OPENING : BREAK),
    ...others.map(({ line }) => replaceLine(line, BREAK)),
    below === undefined ? { span: [end, end] as const, replacement: CLOSING } : replaceLine(below.line, CLOSING),
  ]
}

/** A slot, with or without spaces around its name. */
const SLOT = /^::\s*([\w.\-:]+)\s*::\s*$/

/** The names of slots that are side by side. */
const COLUMN = /^(?:left|center|middle|right|col\d)$/
const FIRST_COLUMN = /^(?:left|col1)$/

const OPENING = '\n\n:::::columns\n\n::::column\n\n'
const BREAK = '\n\n::::\n\n::::column\n\n'
const CLOSING = '\n\n::::\n\n:::::\n\n'

/** Returns where the left column begins: below the title, or below the slot before it. */
function startOf(words: readonly DeckLine[], first: DeckLine, slot: DeckLine | undefined): number {
  const heading = words.find(({ text }) => /^#{1,2}\s/.test(text))
  const title = heading !== undefined && heading.start < first.start ? heading : undefined
  const [above] = [title, slot].filter((line) => line !== undefined).toSorted((one, other) => other.start - one.start)
  return above === undefined ? (words[0]?.start ?? first.start) : above.start + above.text.length
}
