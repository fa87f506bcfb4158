/** Whether cells contain words and figures rather than a drawing, a tablature or running text. */
export function areWords(cells: readonly string[]): boolean {
  const characters = cells.join('').replace(/\s/g, '')
  const letters = characters.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0
  return letters >= MIN_LETTER_SHARE * characters.length && characters.length <= LONGEST_CELL * cells.length
}

/** The minimum share of letters and digits. */
const MIN_LETTER_SHARE = 0.6
/** In characters without spaces, on average. */
const LONGEST_CELL = 50
