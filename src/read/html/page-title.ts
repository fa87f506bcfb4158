// Finds the title of the article on a web page.

import type { Element } from 'hast'
import { singleSpaced } from '../../util/single-spaced.ts'
import type { Words } from '../piece.ts'
import { locateWords, wordsIn } from './element-words.ts'
import type { ExtractedArticle } from './extract-article.ts'
import { attributeOf, lineOf, namesOf } from './tree.ts'
import type { WebPage } from './web-page.ts'

/**
 * Finds the title of the article: the heading that the page's own title repeats, with or without the site's name, or
 * else the heading that the page marks as the headline. If there is neither, the title is the page's own title without
 * the site's name.
 */
export function titleOf(page: WebPage, { title, site }: Pick<ExtractedArticle, 'title' | 'site'>): Words | undefined {
  const marked = markedTitle(page)
  if (marked) return wordsIn(marked, page.source)
  if (!title || title.length > LONGEST_TITLE) return undefined
  const heading = page.elements
    .filter(({ tagName }) => HEADINGS.has(tagName))
    .map((element) => ({ element, text: withoutPermalink(lineOf(element)) }))
    .filter(({ text }) => isPartOfTitle(text, title) && !isSame(text, site ?? ''))
    .reduce<TitleHeading | undefined>(
      (best, each) => (best && best.text.length >= each.text.length ? best : each),
      undefined,
    )
  if (heading) return { ...wordsIn(heading.element, page.source), text: heading.text }
  const headline = headlineOf(page)
  if (headline) return wordsIn(headline, page.source)
  const articleTitle = siteNamesOf(page, site).reduce(withoutSite, title)
  return locateWords(articleTitle, elementWithTitle(articleTitle, page), page.source)
}

/**
 * Finds a paragraph with the class `title` above all headings of a page without a `title` element, such as a page saved
 * by Google Docs.
 */
function markedTitle({ elements }: WebPage): Element | undefined {
  if (elements.some((element) => element.tagName === 'title' && lineOf(element) !== '')) return undefined
  const heading = elements.findIndex(({ tagName }) => HEADINGS.has(tagName))
  return elements
    .slice(0, heading < 0 ? elements.length : heading)
    .find((element) => element.tagName === 'p' && TITLE_CLASS.test(namesOf(element)) && lineOf(element) !== '')
}

const TITLE_CLASS = /(?:^|\s)title(?:\s|$)/

/**
 * Finds the only `h1` whose words are the title for sharing (`og:title` or `twitter:title`), or else the only one that
 * is marked as the headline.
 */
function headlineOf({ elements }: WebPage): Element | undefined {
  const sharedTitles = elements.flatMap((element) =>
    SHARED_TITLE.test(metaName(element)) ? [attributeOf(element, 'content')] : [],
  )
  const headings = elements.filter(({ tagName }) => tagName === 'h1')
  const withSharedTitle = headings.filter((element) =>
    sharedTitles.some((title) => isSame(title, withoutPermalink(lineOf(element)))),
  )
  const withHeadlineMark = headings.filter((element) => attributeOf(element, 'itemProp') === 'headline')
  const [headline, ...others] = withSharedTitle.length > 0 ? withSharedTitle : withHeadlineMark
  return others.length === 0 && headline && lineOf(headline).length >= SHORTEST_HEADING ? headline : undefined
}

const SHARED_TITLE = /^(?:og|twitter):title$/

/** Returns the name of a `meta` element, or an empty string. Some pages use `name` instead of `property`. */
function metaName(element: Element): string {
  if (element.tagName !== 'meta') return ''
  return attributeOf(element, 'property') || attributeOf(element, 'name')
}

/** Lists the names that a title may use for the site: those given in the page, and the hosts of its addresses. */
function siteNamesOf({ elements }: WebPage, site: string | undefined): readonly string[] {
  const names = elements.flatMap((element) =>
    metaName(element) === 'og:site_name' ? [attributeOf(element, 'content')] : [],
  )
  const addresses = elements.flatMap((element) => {
    if (metaName(element) === 'og:url') return [attributeOf(element, 'content')]
    return element.tagName === 'link' && /^canonical$/i.test(attributeOf(element, 'rel'))
      ? [attributeOf(element, 'href')]
      : []
  })
  const hosts = addresses.flatMap((address) => (URL.canParse(address) ? [new URL(address).hostname] : []))
  return [...new Set([...(site ? [site] : []), ...names, ...hosts])].filter((name) => name !== '')
}

/** In characters. Anything longer is not a title. */
const LONGEST_TITLE = 300

interface TitleHeading {
  readonly element: Element
  readonly text: string
}

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3'])

function withoutPermalink(text: string): string {
  return text.replace(/ ?[¶#§🔗]$/u, '')
}

/**
 * Whether a heading is the whole title, the part before a separator, or the part after one if that is at least half the
 * title.
 */
function isPartOfTitle(heading: string, title: string): boolean {
  const part = normalise(heading)
  const whole = normalise(title)
  if (part.length < SHORTEST_HEADING) return false
  if (whole.startsWith(part)) return part === whole || SEPARATOR_AFTER.test(whole.slice(part.length))
  return whole.endsWith(part) && part.length * 2 >= whole.length && SEPARATOR_BEFORE.test(whole.slice(0, -part.length))
}

/** The minimum length of a heading that can be a title, in characters. */
const SHORTEST_HEADING = 3

const SEPARATOR_AFTER = /^(?: ?[|｜_»›·•＜<：]| [-–—:/]|[-–—](?=\P{ASCII}))/u
const SEPARATOR_BEFORE = /(?:[|｜_»›·•＞>：/]|[-–—:]) ?$/

/** Removes the names of the site and of a site section from a title. */
function withoutSite(title: string, site: string): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  if (isSite(parts.at(-1) ?? '', site)) return withoutSection(title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')))
  if (isSite(parts[0] ?? '', site)) return title.slice(parts[0]?.length).replace(/^[\s|｜»›·•:–—-]+/u, '')
  return title
}

/**
 * Removes the separator at the end of a title. If the same separator occurs earlier, also removes the name of a site
 * section between the two: "Man Convicted Of Murder : The Two-Way : ".
 */
function withoutSection(title: string): string {
  const [separator = ''] = /\s*[|｜»›·•:–—-]+\s*$/u.exec(title) ?? []
  const rest = title.slice(0, title.length - separator.length)
  const end = separator.trim() === '' ? -1 : rest.lastIndexOf(separator)
  const isSection = end > 0 && /^(?:\p{L}[^\s\p{N}]*\s?){1,3}$/u.test(rest.slice(end + separator.length))
  return isSection && rest.slice(0, end).trim().split(/\s+/).length >= MIN_WORDS ? rest.slice(0, end) : rest
}

/** The minimum number of words before the name of a section. Fewer would not be a title. */
const MIN_WORDS = 4

const SEPARATOR = /\s+[|»›·•:–—-]\s+|\s*｜\s*|(?<=\S): /u

/** Whether a name is the site's name, ignoring `www.` and the top-level domain: "NPR" matches "NPR.org". */
function isSite(name: string, site: string): boolean {
  const nameOf = (text: string) => normalise(text).replace(/^www\.|\.[a-z]{2,12}$/g, '')
  return nameOf(name) !== '' && nameOf(name) === nameOf(site)
}

function isSame(one: string, other: string): boolean {
  return normalise(one) === normalise(other)
}

function normalise(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(SCRIPTS, (character) => character.normalize('NFKC'))
    .replace(/[‘’′`]/g, "'")
    .replace(/[“”]/g, '"')
  return singleSpaced(plain).trim().toLowerCase()
}

/** Superscripts and subscripts, which the page's own title cannot have. */
const SCRIPTS = /[¹²³\u2070-\u209C\p{Lm}]/gu

/** Finds the `title` or `meta` element that contains the start of a title. */
function elementWithTitle(title: string, { elements }: WebPage): Element | undefined {
  const start = normalise(title).slice(0, IDENTIFYING_LENGTH)
  return elements.find((element) => {
    if (element.tagName === 'title') return normalise(lineOf(element)).includes(start)
    return element.tagName === 'meta' && normalise(attributeOf(element, 'content')).includes(start)
  })
}

/** The number of characters at the start of a title that are enough to identify it. */
const IDENTIFYING_LENGTH = 40
