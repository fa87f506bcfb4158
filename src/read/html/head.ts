// Finds the title, subtitle, author and date of a web page.

import type { Element } from 'hast'
import { isDate } from '../dates.ts'
import type { FrontMatterHead } from '../front-matter-head.ts'
import { withHead as withTitle } from '../markdown/head.ts'
import type { HeadPart, Piece, Words } from '../piece.ts'
import type { Extract } from './extract.ts'
import { titleOf } from './title.ts'
import { attributeOf, lineOf, namesOf } from './tree.ts'
import type { WebPage } from './web-page.ts'
import { wordsIn, wordsNear } from './words-at.ts'

/** Puts the head that the page declares before the pieces, without the lines near the top that repeat it. */
export function withHead(pieces: readonly Piece[], page: WebPage, extract: Extract): readonly Piece[] {
  const head = headOf(page, extract)
  if (!head.title) return withTitle(pieces, head)
  const said = new Set(HEAD_PARTS.flatMap((part) => (head[part] ? [normalise(head[part].text.replace(BY, ''))] : [])))
  const body = pieces.filter((piece, index) => {
    if (piece.type === 'date') return head.date === undefined
    const words = piece.type === 'block' ? piece.words : [piece.words]
    return index >= NEAR || words.length !== 1 || !words.every(({ text }) => said.has(normalise(text.replace(BY, ''))))
  })
  const opening = HEAD_PARTS.flatMap((type): Piece[] => (head[type] ? [{ type, words: head[type] }] : []))
  return [...opening, ...body]
}

const HEAD_PARTS: readonly HeadPart[] = ['title', 'subtitle', 'byline', 'date']

/** Words before an author's name. */
const BY = /^(?:by|von|par|por|di|door|text|foto|photo)(?: by)?[ :]+(?=\p{Lu})/iu

/** The number of first pieces in which the head may be repeated. */
const NEAR = 6

function normalise(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Collects title, subtitle, byline and date from the page and its metadata. */
function headOf(page: WebPage, extract: Extract): FrontMatterHead {
  const title = titleOf(page, extract)
  const subtitle = title && subtitleOf(page, title)
  const byline = bylineOf(page, extract)
  const date = dateOf(page, extract)
  return { ...(title && { title }), ...(subtitle && { subtitle }), ...(byline && { byline }), ...(date && { date }) }
}

/** Finds an element marked as a subtitle soon after the title. */
function subtitleOf({ elements, source }: WebPage, title: Words): Words | undefined {
  const from = title.position?.end.offset
  if (from === undefined) return undefined
  const found = elements.find((element) => {
    const start = element.position?.start.offset ?? 0
    return (
      start >= from &&
      start <= from + MAX_SUBTITLE_DISTANCE &&
      isSubtitle(element) &&
      lengthOf(element) < LONGEST_SUBTITLE + SLACK &&
      isShort(lineOf(element))
    )
  })
  return found && wordsIn(found, source)
}

/** The maximum number of characters from the end of a title to its subtitle; date and author may be between them. */
const MAX_SUBTITLE_DISTANCE = 200

function isSubtitle(element: Element): boolean {
  return SUBTITLE.test(namesOf(element)) || attributeOf(element, 'itemProp') === 'alternativeHeadline'
}

const SUBTITLE = /(?:^|[\s_-])(?:sub-?title|sub-?headline|sub-?heading|standfirst|dek)(?:$|[\s_-])/i

function isShort(text: string): boolean {
  return text.length >= SHORTEST_SUBTITLE && text.length <= LONGEST_SUBTITLE
}

const SHORTEST_SUBTITLE = 8
const LONGEST_SUBTITLE = 250

function bylineOf({ elements, source }: WebPage, { byline = '', site = '' }: Extract): Words | undefined {
  const text = byline.replace(/\s+/g, ' ').trim()
  if (text.length > LONGEST_BYLINE || !/\p{L}/u.test(text) || /\d{2}/.test(text) || normalise(text) === normalise(site))
    return undefined
  const element = elements.findLast((each) => lengthOf(each) < text.length + SLACK && lineOf(each) === text)
  return element ? wordsIn(element, source) : wordsNear(text, undefined, source)
}

const LONGEST_BYLINE = 100

/** The number of characters of white space that an element may contain in addition to its words. */
const SLACK = 200

function lengthOf({ position }: Element): number {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0)
}

/** Finds the publication date where the page shows it, in a `time` element, or else takes it from the metadata. */
function dateOf({ elements, source }: WebPage, { published = '' }: Extract): Words | undefined {
  const [day] = DAY.exec(published) ?? []
  if (!day) return undefined
  const time = elements.find(
    (each) => each.tagName === 'time' && attributeOf(each, 'dateTime').startsWith(day) && isDate(lineOf(each)),
  )
  if (time) return wordsIn(time, source)
  return wordsNear(
    day,
    elements.find((each) => attributeOf(each, 'content').startsWith(day)),
    source,
  )
}

const DAY = /^\d{4}-\d{2}-\d{2}/
