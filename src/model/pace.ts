/** The number of words that an unhurried speaker says in a minute. */
export const WORDS_PER_MINUTE = 130

/** Returns the time it takes to say this many words, in whole seconds. */
export function secondsFor(words: number): number {
  return Math.round((words * 60) / WORDS_PER_MINUTE)
}
