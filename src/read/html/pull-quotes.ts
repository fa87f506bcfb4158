import type { Element, Root } from 'hast'
import { findElements, lettersOf, namePattern, namesOf, replaceElements } from './tree.ts'

/** Removes the pull quotes of a page: elements marked as asides or pull quotes that repeat words of the article. */
export function withoutPullQuotes(content: Root): Root {
  const count = findElements(content, isPullQuote).length
  if (count === 0 || count > MAX_PULL_QUOTES) return content
  const article = lettersOf(replaceElements(content, (element) => (isPullQuote(element) ? [] : [element])))
  return replaceElements(content, (element) => {
    if (!isPullQuote(element)) return [element]
    const letters = lettersOf(element)
    return letters.length >= MIN_LETTERS && article.includes(letters) ? [] : [element]
  })
}

/** Each pull quote is searched for in the whole article, so a page with more would take too long. */
const MAX_PULL_QUOTES = 100

/** Anything shorter may be repeated by chance. */
const MIN_LETTERS = 20

const PULL_QUOTE_CLASS = namePattern('pull-?quote')

function isPullQuote(element: Element): boolean {
  return element.tagName === 'aside' || PULL_QUOTE_CLASS.test(namesOf(element))
}
