// Finds the title, subtitle, author and date of a web page.

import type { Element } from 'hast'
import { lettersAndDigits } from '../../util/letters-and-digits.ts'
import { singleSpaced } from '../../util/single-spaced.ts'
import { isDate } from '../dates.ts'
import { identifyHead } from '../identify-head.ts'
import { type ArticleHead, HEAD_PARTS, type Piece, type Words } from '../piece.ts'
import { locateWords, wordsIn } from './element-words.ts'
import type { ExtractedArticle } from './extract-article.ts'
import { BY_PREFIX, creditsOf, isSubtitle, withoutBy } from './page-credits.ts'
import { titleOf } from './page-title.ts'
import { attributeOf, findElement, lineOf } from './tree.ts'
import type { WebPage } from './web-page.ts'

/**
 * Puts the head before the pieces, taking each part from the front matter or, if it is not given there, from the page.
 * Removes the lines near the top that repeat the head. If there is no title, the head is identified among the pieces.
 */
export function withPageHead(
  pieces: readonly Piece[],
  page: WebPage,
  { article, givenHead }: { readonly article: ExtractedArticle; readonly givenHead: ArticleHead },
): readonly Piece[] {
  const markedHead = { ...headOf(page, article, bodyOf(pieces)), ...givenHead }
  if (!markedHead.title) return identifyHead(pieces, markedHead)
  const headline = onlyHeading(pieces, markedHead.title)
  const head: ArticleHead = { ...(headline && { subtitle: headline }), ...markedHead }
  const headTexts = new Set(
    HEAD_PARTS.flatMap((part) => (head[part] ? [lettersAndDigits(head[part].text.replace(BY_PREFIX, ''))] : [])),
  )
  const body = pieces.filter((piece, index) => {
    if (piece.type === 'date') return head.date === undefined
    const [words, ...others] = piece.type === 'block' ? piece.words : [piece.words]
    if (index >= MAX_REPEATED_PIECES || words === undefined || others.length > 0) return true
    return !headTexts.has(lettersAndDigits(words.text.replace(BY_PREFIX, ''))) && !isCreditLine(words.text, head)
  })
  const headPieces = HEAD_PARTS.flatMap((type): Piece[] => (head[type] ? [{ type, words: head[type] }] : []))
  return [...headPieces, ...body]
}

/** Returns the only heading below the title if it opens the article, and so divides nothing and must be a subtitle. */
function onlyHeading(pieces: readonly Piece[], title: Words): Words | undefined {
  const headings = pieces.filter(
    (piece) => piece.type === 'heading' && lettersAndDigits(piece.words.text) !== lettersAndDigits(title.text),
  )
  const [heading, ...others] = headings
  if (heading?.type !== 'heading' || others.length > 0 || !hasSubtitleLength(heading.words.text)) return undefined
  if (heading.words.text.split(' ').length < MIN_SUBTITLE_WORDS) return undefined
  const before = pieces.slice(0, pieces.indexOf(heading))
  const isFirst = before.every((piece) => piece.type !== 'block' || mayBeCredit(piece))
  return isFirst ? heading.words : undefined
}

function mayBeCredit({ words }: Extract<Piece, { type: 'block' }>): boolean {
  return words.every(({ text }) => text.length <= LONGEST_CREDIT && !/[.!?…。]$/u.test(text))
}

/**
 * The minimum number of words in a heading that is a subtitle. A shorter one may be the heading of a section:
 * "Introduction".
 */
const MIN_SUBTITLE_WORDS = 5

/** Joins the text of all paragraphs that are too long for the head of an article. */
function bodyOf(pieces: readonly Piece[]): string {
  const words = pieces.flatMap((piece) => (piece.type === 'block' ? piece.words : []))
  return words.flatMap(({ text }) => (text.length > LONGEST_CREDIT ? [text] : [])).join('\n')
}

/** Whether a short line contains both the author and the date, or only a word such as "By". */
function isCreditLine(text: string, { byline, date }: ArticleHead): boolean {
  if (byline === undefined) return false
  if (/^(?:by|von|par|por)$/i.test(text.trim())) return true
  return date !== undefined && text.length <= LONGEST_CREDIT && text.includes(byline.text) && text.includes(date.text)
}

/** The number of pieces at the top that may repeat the head. */
const MAX_REPEATED_PIECES = 6

/** Collects the title, subtitle, byline and date from the page and its metadata. */
function headOf(page: WebPage, article: ExtractedArticle, body: string): ArticleHead {
  const title = titleOf(page, article)
  const subtitle = title && subtitleOf(page, title)
  const start = title && endOfHeadline(page, title)
  const credits = start === undefined ? {} : creditsOf(page, start, body)
  const byline = bylineOf(page, article) ?? credits.byline
  const date = dateOf(page, article) ?? credits.date
  return { ...(title && { title }), ...(subtitle && { subtitle }), ...(byline && { byline }), ...(date && { date }) }
}

/** Returns the offset at which the title ends, if it is in the body of the page. */
function endOfHeadline({ root, elements }: WebPage, { position }: Words): number | undefined {
  const end = position?.end.offset
  const head =
    findElement(root, ({ tagName }) => tagName === 'head') ?? elements.find(({ tagName }) => tagName === 'title')
  return end === undefined || end <= (head?.position?.end.offset ?? 0) ? undefined : end
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

function hasSubtitleLength(text: string): boolean {
  return text.length >= SHORTEST_SUBTITLE && text.length <= LONGEST_SUBTITLE
}

const SHORTEST_SUBTITLE = 8
const LONGEST_SUBTITLE = 250

function bylineOf({ elements, source }: WebPage, { byline = '', site = '' }: ExtractedArticle): Words | undefined {
  const text = singleSpaced(byline).trim()
  if (
    text.length > LONGEST_BYLINE ||
    !/\p{L}/u.test(text) ||
    /\d{2}/.test(text) ||
    lettersAndDigits(text) === lettersAndDigits(site)
  )
    return undefined
  const element = elements.findLast((each) => lengthOf(each) < text.length + SLACK && lineOf(each) === text)
  return withoutBy(element ? wordsIn(element, source) : locateWords(text, undefined, source))
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
