// Writes the slides around the content: title, agenda, part and closing slides.

import { isSalutation } from '../grammar/salutation.ts'
import type { Article, Passage } from '../model/article.ts'
import type { AgendaEntry, Draft, Line } from '../model/draft.ts'
import { withNumber } from '../model/numbered-title.ts'
import type { Outline, Sentence } from '../model/outline.ts'
import { type Context, countSlideWords } from './context.ts'
import { addedLine, lineOf, passageLine } from './line.ts'
import { slideLabelsOf } from './slide-labels.ts'
import { splitAtColon } from './split-at-colon.ts'
import { titleOfName, topicOfName } from './title-from-file-name.ts'

/**
 * Writes the title slide. "A: B" becomes a title and a subtitle if the article has no subtitle. For an article without
 * a title, see `titleForUntitled`.
 */
export function writeOpening(outline: Outline, name: string): Draft {
  const { article } = outline
  const [title, below] =
    article.title === undefined ? [titleForUntitled(outline, name), null] : splitTitle(article, article.title)
  const subtitle = article.subtitle === undefined ? below : passageLine(article.subtitle, 'frame')
  return {
    type: 'draft',
    purpose: 'opening',
    part: 0,
    title,
    content: { type: 'title', subtitle, credits: creditsOf(article) },
    noteSentences: [],
  }
}

/**
 * Returns a title for an article that has none: its topic, if the file name contains it; the first sentence, if it
 * precedes all headings, is short enough, and neither introduces what follows nor greets the audience; the first
 * heading; or else the file name.
 */
function titleForUntitled(outline: Outline, name: string): Line {
  const { article, parts } = outline
  const topic = topicOfName(name, article)
  if (topic !== null) return addedLine(topic)
  const sentence = titleSentenceOf(outline, name)
  if (sentence !== null) return lineOf({ text: article.text, spans: [sentence.span], kind: 'frame', weight: 1 })
  const heading = parts[0]?.section.heading
  return heading === undefined ? addedLine(titleOfName(name)) : passageLine(heading, 'frame')
}

/**
 * Returns the first sentence if it serves as the title of an article that has none; null if the title comes from
 * elsewhere.
 */
export function titleSentenceOf({ article, opening }: Outline, name: string): Sentence | null {
  if (article.title !== undefined || topicOfName(name, article) !== null) return null
  const [first, second] = opening.flatMap(({ sentences }) => sentences)
  // "To our shareholders:" only introduces the article.
  const isIntroduction = first !== undefined && /[:：]$/.test(first.text) && second?.kind !== 'prose'
  if (first?.kind !== 'prose' || isIntroduction || isSalutation(first.text)) return null
  return first.text.length <= MAX_OPENING_LENGTH ? first : null
}

/** In UTF-16 code units: two or three lines of large type. */
const MAX_OPENING_LENGTH = 110

function splitTitle(article: Article, title: Passage): readonly [Line, Line | null] {
  const divided = article.subtitle === undefined ? splitAtColon(title) : null
  return divided === null
    ? [passageLine(title, 'frame'), null]
    : [passageLine(divided[0], 'frame'), passageLine(divided[1], 'frame')]
}

function creditsOf({ byline, date }: Article): Line[] {
  return [byline, date].flatMap((passage) => {
    if (passage === undefined) return []
    const line = passageLine(passage, 'frame')
    return [{ ...line, text: line.text.replace(ADDRESS_IN_BRACKETS, '$1') }]
  })
}

/** Matches the address in "Ann Lee <ann@x.org>". */
const ADDRESS_IN_BRACKETS = /<(?:mailto:)?([^<>\s@]+@[^<>\s@]+|https?:\/\/[^<>\s]+)>/g

/** The maximum number of words on an agenda slide: more cannot be read at a glance. */
const MAX_AGENDA_WORDS = 45

/** A talk with fewer parts needs no agenda. */
const MIN_PARTS = 3

/** The maximum number of parts on an agenda slide. */
const MAX_ENTRIES = 8

/** The maximum number of agenda slides: a longer agenda is of no use. */
const MAX_AGENDAS = 3

/** Writes the agenda, on as many slides as the parts' names need; no slides if there are too few or too many parts. */
export function writeAgenda(context: Context, names: readonly Passage[], shown: ReadonlySet<number>): Draft[] {
  const entries = names
    .map((name, index): AgendaEntry => ({ line: passageLine(name, 'heading'), part: index + 1 }))
    .filter(({ part }) => shown.has(part))
  if (entries.length < MIN_PARTS) return []
  const title = addedLine(slideLabelsOf(context.article.language).agenda)
  const countWordsOn = (page: readonly AgendaEntry[]) =>
    page.reduce((sum, { line }) => sum + countSlideWords(context, line.text), 0)
  const room = MAX_AGENDA_WORDS - countSlideWords(context, withNumber(title, 1, MAX_AGENDAS).text)
  const pages: AgendaEntry[][] = [[]]
  for (const entry of entries) {
    const page = pages.at(-1) ?? []
    const isFull = page.length >= MAX_ENTRIES || countWordsOn([...page, entry]) > room
    if (isFull && page.length > 0) pages.push([entry])
    else page.push(entry)
  }
  if (pages.length > MAX_AGENDAS) return []
  const size = Math.ceil(entries.length / pages.length)
  const evenPages = pages.map((_, index) => entries.slice(index * size, (index + 1) * size))
  const evenPagesFit = evenPages.every((page) => page.length > 0 && countWordsOn(page) <= room)
  return (evenPagesFit ? evenPages : pages).map((page, index) => ({
    type: 'draft',
    purpose: 'agenda',
    part: 0,
    title: withNumber(title, index + 1, pages.length),
    content: { type: 'agenda', entries: page },
    noteSentences: [],
  }))
}

/** Writes the slide that opens a part. */
export function writePart(number: number, heading: Passage): Draft {
  return {
    type: 'draft',
    purpose: 'part',
    part: number,
    title: passageLine(heading, 'heading'),
    content: { type: 'part', number: addedLine(`${number}`), lede: null },
    noteSentences: [],
  }
}

/**
 * Returns the name of the article's site, unless the title or byline contains it, and the article's address: from `url`
 * or `source` in its front matter, or else from the web page.
 */
function siteAndAddressOf({ frontMatter, source: page, byline, title }: Article): Line[] {
  const { url, source } = frontMatter?.values ?? {}
  const address = [url, source, page?.address].find(
    (value): value is string => typeof value === 'string' && /^https?:\/\/\S+$/i.test(value),
  )
  const displayed = address?.replace(/^https?:\/\/(?:www\.)?|[?#].*$/gi, '').replace(/\/$/, '')
  const shortAddress =
    displayed !== undefined && displayed.length > MAX_ADDRESS_LENGTH ? displayed.replace(/\/.*$/, '') : displayed
  const knownTexts = [title, byline].map((passage) => passage?.text.toLowerCase() ?? '')
  const site = page?.site?.replace(/\s+/g, ' ')
  const isNew =
    site !== undefined && !knownTexts.some((text) => text.includes(site.toLowerCase())) && site !== shortAddress
  return [...(isNew ? [site] : []), ...(shortAddress === undefined ? [] : [shortAddress])].map(addedLine)
}

/** In UTF-16 code units. Nobody copies a longer address from a slide, so only its host is shown. */
const MAX_ADDRESS_LENGTH = 60

/** Writes the last slide: the message of the talk (or thanks, if it has none) and the talk's source. */
export function writeClosing(article: Article, message: Line | null): Draft {
  const title = message ?? addedLine(slideLabelsOf(article.language).thanks)
  const source =
    article.title === undefined
      ? []
      : [lineOf({ text: article.text, spans: [article.title.span], kind: 'frame', weight: 1 })]
  return {
    type: 'draft',
    purpose: 'closing',
    part: 0,
    title,
    content: {
      type: 'closing',
      credits: [...source, ...creditsOf(article), ...siteAndAddressOf(article)],
    },
    noteSentences: [],
  }
}
