import { closest, distance } from 'fastest-levenshtein'

/** A name counts as a misspelling if no more than one letter in this many differs, or if letters are transposed. */
const LETTERS_PER_ERROR = 3

/** Returns the known name that a misspelled one resembles most, ignoring case; null if it resembles none. */
export function closestName(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null
  const written = name.toLowerCase()
  const nearest = closest(written, [...known])
  const isMisspelling =
    distance(written, nearest) <= Math.max(1, Math.floor(name.length / LETTERS_PER_ERROR)) ||
    sortLetters(written) === sortLetters(nearest)
  return isMisspelling ? nearest : null
}

/** Asks in a message about the known name that a misspelled one resembles most; null if it resembles none. */
export function didYouMean(name: string, known: readonly string[]): string | null {
  const meant = closestName(name, known)
  return meant === null ? null : `Did you mean "${meant}"?`
}

/** Sorts the letters of a word, so that transposed letters are recognised, as in `titel`. */
export function sortLetters(word: string): string {
  return [...word].sort().join('')
}
