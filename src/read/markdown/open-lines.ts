import { FENCE } from './fence.ts'

/** A line that stands in no fenced listing. */
export interface OpenLine {
  readonly text: string
  /** Where it begins. */
  readonly start: number
}

/** The lines of a text outside its fenced listings; the fences are no such lines. */
export function openLines(text: string): readonly OpenLine[] {
  const open: OpenLine[] = []
  let fence: string | null = null
  let start = 0
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1] ?? null
    if (fence === null && mark === null) open.push({ text: line, start })
    else if (fence === null) fence = mark
    else if (mark?.startsWith(fence) === true && line.replace(/[> \t]/g, '') === mark) fence = null
    start += line.length + 1
  }
  return open
}

/** In characters: a longer line or paragraph is none that a person wrote, and is not looked through. */
export const LONGEST = 20_000

/** Tells of places in a line, asked in ascending order, whether they stand outside its code spans. */
export function outsideCode(line: string): (place: { readonly index: number }) => boolean {
  const spans = [...line.matchAll(CODE_SPAN)].map(({ index, 0: { length } }) => [index, index + length] as const)
  let next = 0
  return ({ index }) => {
    if (index < (spans[next - 1]?.[1] ?? 0)) next = 0
    while ((spans[next]?.[1] ?? Number.POSITIVE_INFINITY) <= index) next += 1
    return index < (spans[next]?.[0] ?? Number.POSITIVE_INFINITY)
  }
}

const CODE_SPAN = /(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g
