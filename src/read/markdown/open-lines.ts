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

const FENCE = /^[ \t>]*(`{3,}|~{3,})/

/** Where in a line its code spans stand. */
export function codeSpansIn(line: string): readonly (readonly [start: number, end: number])[] {
  return [...line.matchAll(CODE_SPAN)].map(({ index, 0: { length } }) => [index, index + length])
}

const CODE_SPAN = /(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g
