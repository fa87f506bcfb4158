// Looks for passages in the text of a PDF, page by page.

/** A position in the text of a PDF. */
export interface PagePosition {
  /** The index of the page. */
  readonly page: number
  /** The position within the page, in letters. */
  readonly offset: number
}

/**
 * Looks for words after a position. Returns the position from which to look for the next passage, or the first word
 * that is missing.
 */
type PassageSearch = (
  texts: readonly string[],
  words: readonly string[],
  position: PagePosition,
) => PagePosition | { readonly missing: string }

/** Looks for words in order. */
export const searchWords: PassageSearch = (texts, words, start) => {
  let position = start
  for (const word of words) {
    const found =
      findNext(texts, word, position) ?? (UNSPACED_SCRIPT.test(word) ? findSplit(texts, word, position) : null)
    if (found === null) return { missing: word }
    position = found
  }
  return position
}

/**
 * Matches scripts without spaces between words. In these, whole sentences are searched for, and a page may end
 * within one.
 */
const UNSPACED_SCRIPT = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}]/u

/** Finds a string that is divided between consecutive pages, and returns its end, or null. */
function findSplit(texts: readonly string[], word: string, position: PagePosition): PagePosition | null {
  for (let page = position.page; page < texts.length - 1; page++) {
    const text = texts[page]?.slice(page === position.page ? position.offset : 0) ?? ''
    const length = longestPrefix(text, word)
    const next = { page: page + 1, offset: 0 }
    const rest = word.slice(length)
    const found =
      length === 0 ? null : (findOnPage(texts, rest, next) ?? findSplit(texts.slice(0, page + 3), rest, next))
    if (found !== null) return found
  }
  return null
}

/** Returns the length of the longest prefix of a word that occurs in the given text. */
function longestPrefix(text: string, word: string): number {
  let [occurring, tooLong] = [0, word.length + 1]
  while (tooLong - occurring > 1) {
    const middle = Math.floor((occurring + tooLong) / 2)
    if (text.includes(word.slice(0, middle))) occurring = middle
    else tooLong = middle
  }
  return occurring
}

/** Finds a word on one page, at or after a position, and returns its end, or null. */
function findOnPage(texts: readonly string[], word: string, { page, offset }: PagePosition): PagePosition | null {
  const start = texts[page]?.indexOf(word, offset) ?? -1
  return start === -1 ? null : { page, offset: start + word.length }
}

/**
 * Finds a word at or after a position, on this page or a later one, and returns its end, or null. Words are not broken
 * across pages.
 */
function findNext(texts: readonly string[], word: string, position: PagePosition): PagePosition | null {
  for (let page = position.page; page < texts.length; page++) {
    const found = findOnPage(texts, word, { page, offset: page === position.page ? position.offset : 0 })
    if (found !== null) return found
  }
  return null
}

/**
 * Looks for the letters of words, in any order. The order of right-to-left text cannot be checked: its lines are drawn
 * from their ends, words of joined letters are drawn piece by piece, and the PDF reader reverses some of them. Nor can
 * the order of letters that the font does not name. If there are right-to-left words, only those are expected, because
 * the reader drops some of the others.
 */
export const searchLetters: PassageSearch = (texts, words, position) => {
  const remaining = new Map<string, number>()
  for (const letter of texts.slice(position.page).join('')) remaining.set(letter, (remaining.get(letter) ?? 0) + 1)
  const take = (letter: string): boolean => {
    const count = remaining.get(letter) ?? 0
    remaining.set(letter, count - 1)
    return count > 0 || (letter !== UNNAMED_LETTER && take(UNNAMED_LETTER))
  }
  const missing = words.find((word) => ![...word].every(take))
  return missing === undefined ? { page: position.page, offset: 0 } : { missing }
}

/** A letter that was drawn but that the font does not name. It can be any letter. */
export const UNNAMED_LETTER = '\0'
