// Finds the author and the date in the lines between the headline of a page and its text.

import type { Element } from 'hast'
import { wordSet } from '../../util/word-set.ts'
import { isByline, isName } from '../byline.ts'
import { isDate } from '../dates.ts'
import type { Words } from '../piece.ts'
import { sliceWords } from '../words.ts'
import { wordsIn } from './element-words.ts'
import { attributeOf, findElement, HEADING_TAG, isBlock, lineOf, namePattern, namesOf } from './tree.ts'
import type { WebPage } from './web-page.ts'

/** The author and the date of an article, as far as the page shows them. */
export interface Credits {
  readonly byline?: Words
  readonly date?: Words
}

/** Finds the credits below the headline, which ends at `start`. `body` is the text of the article, without short lines. */
export function creditsOf(page: WebPage, start: number, body: string): Credits {
  let credits: Credits = {}
  let isFirst = true
  for (const element of linesAfter(page, start)) {
    const found = creditsIn(element, page, body)
    // A line with only a name may be an unrelated link, unless it is the first line.
    const isCredit = found.date !== undefined || isFirst || isMarkedAuthor(element) || isByline(lineOf(element))
    if (isCredit) credits = { ...found, ...credits }
    if (!isSubtitle(element) && found.date === undefined) isFirst = false
    if (credits.byline && credits.date) break
  }
  return credits
}

/** Lists the elements that contain no blocks, from the headline to the first heading or paragraph of the text. */
function linesAfter({ elements }: WebPage, start: number): readonly Element[] {
  const lines: Element[] = []
  let end = 0
  for (const element of elements) {
    const offset = element.position?.start.offset ?? 0
    if (offset < Math.max(start, end)) continue
    if (SKIPPED_TAGS.has(element.tagName)) end = element.position?.end.offset ?? 0
    else if (HEADING_TAG.test(element.tagName) && !isSubtitle(element)) break
    else if (!element.children.some(isBlock)) {
      const { length } = lineOf(element)
      if (element.tagName === 'p' && length > LONGEST_CREDIT) break
      if (length > 0 && length <= LONGEST_CREDIT) lines.push(element)
    }
    if (lines.length > MOST_LINES) break
  }
  return lines
}

/** A paragraph with more characters than this is text, not an author or a date. */
const LONGEST_CREDIT = 120
/** The maximum number of elements in the head of an article, below the headline. */
const MOST_LINES = 40

const SKIPPED_TAGS: ReadonlySet<string> = wordSet('aside button figure form nav ol table ul')

function creditsIn(element: Element, { source }: WebPage, body: string): Credits {
  const line = lineOf(element)
  if (isDate(line))
    return { date: wordsIn(findElement(element, ({ tagName }) => tagName === 'time') ?? element, source) }
  const words = () => wordsIn(element, source)
  if (isMarkedAuthor(element) && /\p{L}/u.test(line) && !/\d/.test(line) && line.length <= LONGEST_NAME)
    return { byline: withoutBy(words()) }
  if (hasOtherLink(element) || element.children.some((child) => findElement(child, isMarkedAuthor))) return {}
  if (!isByline(line) && !isName(line, body)) return {}
  const separator = [...line.matchAll(SEPARATOR)].find(({ index, 0: { length } }) => isDate(line.slice(index + length)))
  if (!separator) return { byline: withoutBy(words()) }
  const { text, ...rest } = words()
  if (text !== line) return { byline: { text, ...rest } }
  return {
    byline: withoutBy(sliceWords(words(), [0, separator.index])),
    date: sliceWords(words(), [separator.index + separator[0].length, line.length]),
  }
}

/** In characters. */
const LONGEST_NAME = 60

function isMarkedAuthor(element: Element): boolean {
  return (
    ['rel', 'itemProp'].some((name) => /(?:^|\s)author(?:$|\s)/i.test(attributeOf(element, name))) ||
    AUTHOR_CLASS.test(namesOf(element))
  )
}

/** Whether an element contains a link that does not seem to lead to an author's page. */
function hasOtherLink(element: Element): boolean {
  const link = findElement(element, (each) => each.tagName === 'a' && attributeOf(each, 'href') !== '')
  return link !== undefined && !AUTHOR_ADDRESS.test(attributeOf(link, 'href'))
}

const AUTHOR_ADDRESS = /\/@|author|contributor|people|person|profile|staff|team|user|\bby\b/i

const AUTHOR_CLASS = /(?:^|[\s_-])(?:byline|author(?:-?name)?)(?:$|\s)/i

const SEPARATOR = /,\s+|\s*[|·•∙]\s*|\s+[–—-]\s+|\s+(?:on|am|le|il|el)\s+/gu

/** Removes "By" or a similar word before an author's name. */
export function withoutBy(words: Words): Words {
  const prefix = BY_PREFIX.exec(words.text)?.[0] ?? ''
  return prefix === '' ? words : sliceWords(words, [prefix.length, words.text.length])
}

/** Words before an author's name. */
export const BY_PREFIX = /^(?:by|von|par|por|di|door|text|foto|photo)(?: by)?[ :]+(?=\p{Lu})/iu

/** Whether an element is marked as a subtitle. */
export function isSubtitle(element: Element): boolean {
  return SUBTITLE.test(namesOf(element)) || attributeOf(element, 'itemProp') === 'alternativeHeadline'
}

const SUBTITLE = namePattern('sub-?title|sub-?headline|sub-?heading|standfirst|dek')
