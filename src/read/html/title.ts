// Finds the title of a web page.

import type { Element } from 'hast'
import type { Words } from '../piece.ts'
import type { Extract } from './extract.ts'
import { attributeOf, lineOf } from './tree.ts'
import type { WebPage } from './web-page.ts'
import { wordsIn, wordsNear } from './words-at.ts'

/**
 * Finds the title of the article: its heading, if the page's own title is that heading plus the name of the site;
 * otherwise the page's own title.
 */
export function titleOf(page: WebPage, { title, site }: Pick<Extract, 'title' | 'site'>): Words | undefined {
  if (!title || title.length > LONGEST_TITLE) return undefined
  const heading = page.elements
    .filter(({ tagName }) => HEADINGS.has(tagName))
    .map((element) => ({ element, text: withoutPermalink(lineOf(element)) }))
    .filter(({ text }) => isWithin(text, title) && !isSame(text, site ?? ''))
    .reduce<TitleHeading | undefined>(
      (best, each) => (best && best.text.length >= each.text.length ? best : each),
      undefined,
    )
  if (heading) return { ...wordsIn(heading.element, page.source), text: heading.text }
  const own = withoutSite(title, site)
  return wordsNear(own, elementWithTitle(own, page), page.source)
}

/** In characters: nobody reads a longer one. */
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
 * Whether a heading is the whole title, or its part before or after a separator, if that is no shorter than the rest.
 */
function isWithin(heading: string, title: string): boolean {
  const part = plain(heading)
  const whole = plain(title)
  if (part.length < SHORTEST) return false
  if (whole.startsWith(part)) return part === whole || SEPARATOR_AFTER.test(whole.slice(part.length))
  return whole.endsWith(part) && part.length * 2 >= whole.length && SEPARATOR_BEFORE.test(whole.slice(0, -part.length))
}

/** The minimum length of a heading that can be a title. */
const SHORTEST = 3

const SEPARATOR_AFTER = /^(?: ?[|｜_»›·•＜<：]| [-–—:/]|[-–—](?=\P{ASCII}))/u
const SEPARATOR_BEFORE = /(?:[|｜_»›·•＞>：/]|[-–—:]) ?$/

/** Removes the site's name before or after a title. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(SEPARATED)
  if (!site || parts.length < 2) return title
  if (isSame(parts.at(-1) ?? '', site))
    return title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/[\s|｜»›·•–—-]+$/u, '')
  if (isSame(parts[0] ?? '', site)) return title.slice(parts[0]?.length).replace(/^[\s|｜»›·•:–—-]+/u, '')
  return title
}

const SEPARATED = /\s+[|»›·•–—-]\s+|\s*｜\s*|(?<=\S): /u

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’′`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Finds the element that contains a title in its text or attributes. */
function elementWithTitle(title: string, { elements }: WebPage): Element | undefined {
  const start = plain(title).slice(0, SIMILAR)
  return elements.find((element) => {
    if (element.tagName === 'title') return plain(lineOf(element)).includes(start)
    return element.tagName === 'meta' && plain(attributeOf(element, 'content')).includes(start)
  })
}

/** The number of characters that are enough to identify a title. */
const SIMILAR = 40
