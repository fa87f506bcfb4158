/** Whether cells contain words and figures rather than a drawing, a tablature or running text. */
export function areWords(cells: readonly string[]): boolean {
  const all = cells.join('').replace(/\s/g, '')
  const telling = all.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0
  return telling >= MIN_TELLING * all.length && all.length <= LONGEST_CELL * cells.length
}

/** The minimum share of letters and digits. */
const MIN_TELLING = 0.6
/** In characters without spaces, on average. */
const LONGEST_CELL = 50
