/** Makes a set of the words in a text. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/** Makes a set of the phrases in a text, which has bars between them. */
export function phraseSet(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split('|'))
}
