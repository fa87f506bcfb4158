// Removes the parts of a web page around its article.

import type { Element, ElementContent, Nodes, Root } from 'hast'
import { calloutKind } from '../../model/callout.ts'
import { lettersAndDigits } from '../../util/letters-and-digits.ts'
import { wordSet } from '../../util/word-set.ts'
import { withoutCaptionControls } from './caption-controls.ts'
import { hasIdFromHeading } from './id-from-heading.ts'
import {
  attributeOf,
  findElement,
  findElements,
  HEADING_TAG,
  lineOf,
  namesOf,
  replaceElements,
  textOf,
} from './tree.ts'
import type { WebPage } from './web-page.ts'

/**
 * Removes what a page adds to an article, such as boxes for sharing, subscribing and commenting, lists of other
 * articles, and text for screen readers.
 */
export function withoutFurniture(content: Root): Root {
  const lettersIn = letterCounter()
  const maxLetters = lettersIn(content) * MAX_FRACTION_OF_ARTICLE
  return replaceElements(content, (original) => {
    const element = withoutCaptionControls(original)
    if (!CONTAINER_TAGS.has(element.tagName)) return [element]
    if (isPartlyHidden(element) || (lettersIn(element) < maxLetters && isFurniture(element))) return []
    return [{ ...element, children: withoutCards(element.children, { lettersIn, maxLetters }) }]
  })
}

/**
 * An element with a larger fraction of the article's letters is part of the article, whatever its name, unless it is
 * only for screen readers or hidden in print.
 */
const MAX_FRACTION_OF_ARTICLE = 0.25

/**
 * Returns a function that recognises elements outside the article by their tags, classes, ids and length, before the
 * article has been found.
 */
export function furnitureMatcher({ elements, source }: WebPage): (element: Element) => boolean {
  const maxLength = source.text.length * MAX_FRACTION_OF_PAGE
  const furniture = new Set(
    elements.filter((element) => {
      if (!BOX_TAGS.has(element.tagName) || isLong(element, maxLength)) return false
      return isPartlyHidden(element) || isFurniture(element)
    }),
  )
  return (element) => furniture.has(element)
}

/**
 * An element with a larger fraction of the page's text is kept, whatever its name, because even where the article is a
 * small part of the page, furniture is smaller still.
 */
const MAX_FRACTION_OF_PAGE = 0.1

const BOX_TAGS: ReadonlySet<string> = wordSet('a article aside div footer form li nav ol section span table ul')

function isLong({ position }: Element, maxLength: number): boolean {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0) > maxLength
}

const CONTAINER_TAGS: ReadonlySet<string> = wordSet(
  'a article aside dd div dl figure footer form header label legend li nav ol p section small span sup table time ul',
)

/** Whether an element is only for screen readers, or is hidden in print. */
function isPartlyHidden(element: Element): boolean {
  const names = namesIn(element)
  return PARTLY_HIDDEN_NAMES.some((words) => words.every((word) => names.includes(word)))
}

const PARTLY_HIDDEN_NAMES: readonly (readonly string[])[] = [
  ['sr', 'only'],
  ['visually', 'hidden'],
  ['screen', 'reader', 'text'],
  ['noprint'],
  ['no', 'print'],
]

function isFurniture(element: Element): boolean {
  if (element.tagName === 'nav' || FURNITURE_ROLES.has(attributeOf(element, 'role'))) return true
  if (isForm(element) || isComment(element)) return true
  const names = namesIn(element)
  // The label of an admonition only names its kind: "info".
  if (names.includes('admonition') && calloutKind(lineOf(element)) !== null) return true
  return (element.tagName === 'table' ? TABLE_NAMES : FURNITURE_NAMES).some((words) =>
    words.every((word) => names.includes(word)),
  )
}

const FURNITURE_ROLES: ReadonlySet<string> = new Set(['navigation', 'tablist'])

/** Whether an element is a reader's comment, according to schema.org or to an id such as `comment-18662`. */
function isComment(element: Element): boolean {
  return /^(?:div-)?comment-\d+$/.test(attributeOf(element, 'id')) || attributeOf(element, 'itemProp') === 'comment'
}

/** Whether an element is a form that the reader can fill in, or a label. */
function isForm(element: Element): boolean {
  if (element.tagName === 'label') return true
  if (element.tagName !== 'form') return false
  return (
    findElement(element, ({ tagName, properties }) => FIELD_TAGS.has(tagName) && properties.type !== 'hidden') !==
    undefined
  )
}

const FIELD_TAGS: ReadonlySet<string> = new Set(['input', 'select', 'textarea'])

/** Words that the class or id of page furniture contains, in any order. */
const FURNITURE_NAMES: readonly (readonly string[])[] = [
  ['editsection'],
  ['skip', 'link'],
  ['jump', 'link'],
  ['newsletter'],
  ['subscribe'],
  ['subscription'],
  ['signup'],
  ['paywall'],
  ['share'],
  ['sharing'],
  ['social'],
  ['comments'],
  ['comment', 'form'],
  ['respond'],
  ['related'],
  ['recommended'],
  ['recommendations'],
  ['breadcrumb'],
  ['breadcrumbs'],
  ['cookie'],
  ['consent'],
  ['promo'],
  ['ad'],
  ['ads'],
  ['advert'],
  ['adverts'],
  ['advertisement'],
  ['advertising'],
  ['sponsored'],
  ['pagination'],
  ['toolbar'],
  ['permalink'],
  ['read', 'time'],
  ['reading', 'time'],
  ['authorbox'],
  ['author', 'bio'],
  ['author', 'box'],
  ['about', 'author'],
  ['toc', 'macro'],
  ['expand', 'control'],
  ['button', 'wrapper'],
]

/** Words that the class or id of a table contains if it is a notice to editors or a list of links in a wiki. */
const TABLE_NAMES: readonly (readonly string[])[] = [['ambox'], ['navbox']]

/** Lists the words in an element's class and id. An id that was made from a heading in the element is left out. */
function namesIn(element: Element): readonly string[] {
  const names = hasIdFromHeading(element)
    ? namesOf({ ...element, properties: { ...element.properties, id: '' } })
    : namesOf(element)
  return names
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
}

/** Removes sequences of cards, each a link and a few words about it, and the headings directly above them. */
function withoutCards(children: readonly ElementContent[], { lettersIn, maxLetters }: LetterLimit): ElementContent[] {
  const kept: ElementContent[] = []
  let cards: ElementContent[] = []
  const flush = (): void => {
    const areCards = cards.filter((card) => card.type === 'element').length >= MIN_CARDS
    const letters = cards.reduce((sum, card) => sum + lettersIn(card), 0)
    if (!areCards || letters > maxLetters) kept.push(...cards)
    else while (isBlank(kept.at(-1)) || isHeading(kept.at(-1))) kept.pop()
    cards = []
  }
  for (const child of children) {
    if (isCard(child, lettersIn) || (cards.length > 0 && isBlank(child))) {
      cards.push(child)
      continue
    }
    flush()
    kept.push(child)
  }
  flush()
  return kept
}

const MIN_CARDS = 3

function isCard(child: ElementContent, lettersIn: LetterLimit['lettersIn']): boolean {
  if (child.type !== 'element' || !CARD_TAGS.has(child.tagName) || lettersIn(child) > LONGEST_CARD) return false
  const links = findElements(
    child,
    ({ tagName, properties }) => tagName === 'a' && /^(?:https?:|\/|\.)/.test(String(properties.href ?? '')),
  )
  const linkedLetters = links.reduce((sum, link) => sum + lettersIn(link), 0)
  const images = findElements(child, ({ tagName }) => tagName === 'img').length
  if (links.length === 0) return false
  return (
    new Set(links.map((link) => attributeOf(link, 'href'))).size === 1 &&
    (images > 0 || linkedLetters > lettersIn(child) / 2)
  )
}

const CARD_TAGS: ReadonlySet<string> = new Set(['article', 'div', 'section'])
/** In letters. */
const LONGEST_CARD = 300

function isHeading(child: ElementContent | undefined): boolean {
  return child?.type === 'element' && HEADING_TAG.test(child.tagName)
}

function isBlank(child: ElementContent | undefined): boolean {
  return child !== undefined && child.type !== 'element' && textOf(child).trim() === ''
}

interface LetterLimit {
  lettersIn(node: Nodes): number
  /** An element with more letters than this is not furniture, whatever its name. */
  readonly maxLetters: number
}

/** Returns a function that counts the letters and digits in a node and caches each count. */
function letterCounter(): LetterLimit['lettersIn'] {
  const counts = new WeakMap<Nodes, number>()
  const lettersIn = (node: Nodes): number => {
    const cached = counts.get(node)
    if (cached !== undefined) return cached
    if (node.type === 'text') return lettersAndDigits(node.value).length
    const count = 'children' in node ? node.children.reduce((sum, child) => sum + lettersIn(child), 0) : 0
    counts.set(node, count)
    return count
  }
  return lettersIn
}
