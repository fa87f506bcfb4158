/**
 * Whether a run without white space is a single token, whatever punctuation it contains: an address, a number, a
 * version, a path, initials.
 */
export function isWholeToken(word: string): boolean {
  return isAddress(word) || WHOLE_TOKENS.some((pattern) => pattern.test(word))
}

/** Whether a word is the address of a page, even if punctuation follows it. */
export function isAddress(word: string): boolean {
  return ADDRESSES.some((pattern) => pattern.test(word))
}

const ADDRESSES: readonly RegExp[] = [
  /^(?:https?:\/\/|www\.)\S/i,
  /^[\w-]+\.(?:com|org|net|edu|gov|io|co\.uk)(?:\/\S*)?$/,
  /^[\w-]+\.[\w-]+\.(?:com|org|net|edu|gov|io|co\.uk)(?:\/\S*)?$/,
]

const WHOLE_TOKENS: readonly RegExp[] = [
  // somebody@example.org
  /^[\w.+-]+@[\w-]+\.[\w.-]*[\w-]$/,
  // 1,000.50, 10:30, 3.1bn
  /^\d[\d.,:]*[.,:]\d+[a-z]{0,2}$/,
  // 1/2, 24/12/2025
  /^\d+\/\d+(?:\/\d+)?$/,
  // U.S., e.g.
  /^(?:\p{L}\.){2,}\p{L}?$/u,
  // v1.2.3-beta.1
  /^v\d[\w.+-]*\w$/,
  // ./src/index.ts, ~/notes, @scope/name, src/model/span.ts
  /^(?:\.{1,2}|~|@[\w-]+)\/[\w./@-]*\w$/,
  /^[\w@-]+\/[\w./@-]*\.[a-z]{1,5}$/,
  // #topic, @somebody
  /^[#@]\w+$/,
]
