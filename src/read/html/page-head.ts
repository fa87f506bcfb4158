// Finds the title, subtitle, author and date of a web page.

import type { Element } from 'hast'
import { isDate } from '../dates.ts'
import { identifyHead } from '../identify-head.ts'
import { type ArticleHead, HEAD_PARTS, type Piece, type Words } from '../piece.ts'
import { locateWords, wordsIn } from './element-words.ts'
import type { ExtractedArticle } from './extract-article.ts'
import { titleOf } from './page-title.ts'
import { attributeOf, lineOf, namesOf } from './tree.ts'
import type { WebPage } from './web-page.ts'

/**
 * Puts the head that the page declares before the pieces, and removes the lines near the top that repeat it. If the
 * page has no title, the head is identified among the pieces.
 */
export function withPageHead(pieces: readonly Piece[], page: WebPage, article: ExtractedArticle): readonly Piece[] {
  const head = headOf(page, article)
  if (!head.title) return identifyHead(pieces, head)
  const headTexts = new Set(
    HEAD_PARTS.flatMap((part) => (head[part] ? [normalise(head[part].text.replace(BY_PREFIX, ''))] : [])),
  )
  const body = pieces.filter((piece, index) => {
    if (piece.type === 'date') return head.date === undefined
    const words = piece.type === 'block' ? piece.words : [piece.words]
    return (
      index >= MAX_REPEATED_PIECES ||
      words.length !== 1 ||
      !words.every(({ text }) => headTexts.has(normalise(text.replace(BY_PREFIX, ''))))
    )
  })
  const headPieces = HEAD_PARTS.flatMap((type): Piece[] => (head[type] ? [{ type, words: head[type] }] : []))
  return [...headPieces, ...body]
}

/** Words before an author's name. */
const BY_PREFIX = /^(?:by|von|par|por|di|door|text|foto|photo)(?: by)?[ :]+(?=\p{Lu})/iu

/** The number of pieces at the top that may repeat the head. */
const MAX_REPEATED_PIECES = 6

function normalise(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Collects the title, subtitle, byline and date from the page and its metadata. */
function headOf(page: WebPage, article: ExtractedArticle): ArticleHead {
  const title = titleOf(page, article)
  const subtitle = title && subtitleOf(page, title)
  const byline = bylineOf(page, article)
  const date = dateOf(page, article)
  return { ...(title && { title }), ...(subtitle && { subtitle }), ...(byline && { byline }), ...(date && { date }) }
}

/** Finds an element that is marked as a subtitle, between the title and the text. */
function subtitleOf({ elements, source }: WebPage, title: Words): Words | undefined {
  const titleEnd = title.position?.end.offset
  if (titleEnd === undefined) return undefined
  for (const element of elements) {
    if ((element.position?.start.offset ?? 0) < titleEnd) continue
    if (isSubtitle(element) && lengthOf(element) < LONGEST_SUBTITLE + SLACK && hasSubtitleLength(lineOf(element)))
      return wordsIn(element, source)
    if (element.tagName === 'p' && lineOf(element).length > LONGEST_CREDIT) return undefined
  }
  return undefined
}

/** A paragraph with more characters than this is text, not an author, a date or a caption. */
const LONGEST_CREDIT = 120

/** Whether an element is marked as a subtitle. */
export function isSubtitle(element: Element): boolean {
  return SUBTITLE.test(namesOf(element)) || attributeOf(element, 'itemProp') === 'alternativeHeadline'
}

const SUBTITLE = /(?:^|[\s_-])(?:sub-?title|sub-?headline|sub-?heading|standfirst|dek)(?:$|[\s_-])/i

function hasSubtitleLength(text: string): boolean {
  return text.length >= SHORTEST_SUBTITLE && text.length <= LONGEST_SUBTITLE
}

const SHORTEST_SUBTITLE = 8
const LONGEST_SUBTITLE = 250

function bylineOf({ elements, source }: WebPage, { byline = '', site = '' }: ExtractedArticle): Words | undefined {
  const text = byline.replace(/\s+/g, ' ').trim()
  if (text.length > LONGEST_BYLINE || !/\p{L}/u.test(text) || /\d{2}/.test(text) || normalise(text) === normalise(site))
    return undefined
  const element = elements.findLast((each) => lengthOf(each) < text.length + SLACK && lineOf(each) === text)
  return element ? wordsIn(element, source) : locateWords(text, undefined, source)
}

const LONGEST_BYLINE = 100

/** The number of white-space characters that an element may contain in addition to its words. */
const SLACK = 200

function lengthOf({ position }: Element): number {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0)
}

/** Finds the publication date where the page shows it, in a `time` element, or else takes it from the metadata. */
function dateOf({ elements, source }: WebPage, { published = '' }: ExtractedArticle): Words | undefined {
  const [day] = DAY.exec(published) ?? []
  if (!day) return undefined
  const time = elements.find(
    (each) => each.tagName === 'time' && attributeOf(each, 'dateTime').startsWith(day) && isDate(lineOf(each)),
  )
  if (time) return wordsIn(time, source)
  return locateWords(
    day,
    elements.find((each) => attributeOf(each, 'content').startsWith(day)),
    source,
  )
}

const DAY = /^\d{4}-\d{2}-\d{2}/
