/**
 * Returns a function that tests whether an index in a line is outside the line's code spans. It is fastest if called
 * with ascending indexes.
 */
export function outsideCodeTest(line: string): (match: { readonly index: number }) => boolean {
  const spans = [...line.matchAll(CODE_SPAN)].map(({ index, 0: { length } }) => [index, index + length] as const)
  let next = 0
  return ({ index }) => {
    if (index < (spans[next - 1]?.[1] ?? 0)) next = 0
    while ((spans[next]?.[1] ?? Number.POSITIVE_INFINITY) <= index) next += 1
    return index < (spans[next]?.[0] ?? Number.POSITIVE_INFINITY)
  }
}

const CODE_SPAN = /(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g

/** In characters. Nobody writes a longer line or paragraph, so longer ones are not searched. */
export const LONGEST_SEARCHED = 20_000
