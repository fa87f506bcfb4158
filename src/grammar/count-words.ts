import { segmentsOf, UNSPACED } from './segments.ts'

/**
 * Counts the words that a speaker would say: runs between spaces that contain a letter or a digit or, in scripts
 * without spaces, the words that `Intl.Segmenter` finds.
 */
export function countWords(text: string, language: string): number {
  const runs = text.split(/\s+/).filter((run) => SPOKEN_RUN.test(run))
  const unspacedRuns = UNSPACED.test(text) ? runs.filter((run) => UNSPACED.test(run)) : []
  if (unspacedRuns.length === 0) return runs.length
  return (
    runs.length -
    unspacedRuns.length +
    segmentsOf(unspacedRuns.join(' '), language, 'word').filter((segment) => segment.isWordLike).length
  )
}

/**
 * Matches a run that can be spoken. Nearly every run begins with an ASCII letter or digit, and the first alternative
 * matches those faster.
 */
const SPOKEN_RUN = /^[\da-z]|[\p{L}\p{N}]/iu
