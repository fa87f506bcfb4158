import { contentWords } from '../grammar/content-words.ts'
import { isMeta } from '../grammar/english-cues.ts'
import { countWords } from '../grammar/words.ts'
import type { Article, Passage } from '../model/article.ts'
import type { AgendaEntry, Draft, Line } from '../model/draft.ts'
import { numbered } from '../model/numbered.ts'
import type { Sentence, Weighed } from '../model/outline.ts'
import { candidatesOf, isDangling } from './candidates.ts'
import { claimsOf } from './claims.ts'
import { furnitureOf } from './furniture.ts'
import { enter, type Ledger, MOST_POINTS, MOST_WORDS, repetition, wordsIn } from './ledger.ts'
import { addedLine, lineOf, passageLine } from './line.ts'
import { LONGEST_TITLE } from './title.ts'

/** The title slide: "A: B" becomes a title and a subtitle where the article has no subtitle of its own. */
export function writeOpening(article: Article, name: string): Draft {
  const [title, below] = article.title === undefined ? [addedLine(name), null] : splitTitle(article, article.title)
  const subtitle = article.subtitle === undefined ? below : passageLine(article.subtitle, 'frame')
  return {
    type: 'draft',
    purpose: 'opening',
    part: 0,
    title,
    content: { type: 'title', subtitle, credits: creditsOf(article) },
    said: [],
  }
}

/** Each half of a divided title has at least so many words, or "Step 1: Install" would lose its sense. */
const LEAST_HALF = 2

/** Where a title has its colon: the name before it and what follows, each as a span. Null where it is one piece. */
export function halves(passage: Passage): readonly [Passage, Passage] | null {
  const colon = /^(.*?)(:\s+)(.+)$/u.exec(passage.text)
  if (colon === null) return null
  const [, before = '', mark = '', after = ''] = colon
  const isWhole = [before, after].some((half) => half.split(/\s+/).length < LEAST_HALF)
  if (isWhole || /\d|^(?:chapter|part|section|step)\b/iu.test(before)) return null
  const [start, end] = passage.span
  const cut = start + before.length
  return [
    { text: before, span: [start, cut], position: passage.position },
    { text: after, span: [cut + mark.length, end], position: passage.position },
  ]
}

function splitTitle(article: Article, title: Passage): readonly [Line, Line | null] {
  const divided = article.subtitle === undefined ? halves(title) : null
  return divided === null
    ? [passageLine(title, 'frame'), null]
    : [passageLine(divided[0], 'frame'), passageLine(divided[1], 'frame')]
}

function creditsOf({ byline, date }: Article): Line[] {
  return [byline, date].flatMap((passage) => (passage === undefined ? [] : [passageLine(passage, 'frame')]))
}

/** A talk of fewer parts needs no agenda. */
const LEAST_PARTS = 3

/** One agenda slide holds so many parts and is still read at a glance. */
const MOST_ENTRIES = 7

/** An agenda that runs over more slides guides nobody. */
const MOST_AGENDAS = 3

/** The parts by name, on as many slides as they need. */
export function writeAgenda(ledger: Ledger, names: readonly Passage[]): Draft[] {
  if (names.length < LEAST_PARTS) return []
  const entries = names.map((name, index): AgendaEntry => ({ line: passageLine(name, 'heading'), part: index + 1 }))
  const title = addedLine(furnitureOf(ledger.article.language).agenda)
  const room = MOST_WORDS - wordsIn(ledger, [numbered(title, 1, MOST_AGENDAS)])
  const pages: AgendaEntry[][] = [[]]
  for (const entry of entries) {
    const page = pages.at(-1) ?? []
    const isFull =
      page.length >= MOST_ENTRIES ||
      wordsIn(
        ledger,
        [...page, entry].map(({ line }) => line),
      ) > room
    if (isFull && page.length > 0) pages.push([entry])
    else page.push(entry)
  }
  if (pages.length > MOST_AGENDAS) return []
  return pages.map((page, index) => ({
    type: 'draft',
    purpose: 'agenda',
    part: 0,
    title: pages.length === 1 ? title : numbered(title, index + 1, pages.length),
    content: { type: 'agenda', entries: page },
    said: [],
  }))
}

/** The slide on which a part begins, with the sentence that it is about and the sentences said over it. */
export function writePart(
  ledger: Ledger,
  number: number,
  { heading, lede, said }: { heading: Passage; lede: Line | null; said: readonly Sentence[] },
): Draft {
  const title = passageLine(heading, 'heading')
  enter(ledger, title, lede === null ? [] : [lede])
  return {
    type: 'draft',
    purpose: 'part',
    part: number,
    title,
    content: { type: 'part', number: addedLine(`${number}`), lede },
    said,
  }
}

/** A line under a part's name may have so many words, the name included, and still be one line's thought. */
const LONGEST_LEDE = 30

/** The sentence that a part is about, at its fullest length that stands alone under the heading. */
export function ledeOf(ledger: Ledger, heading: Passage, thesis: Weighed): Line | null {
  const title = passageLine(heading, 'heading')
  const [candidate] = candidatesOf(ledger, [thesis])
  const line = candidate?.lines
    .toSorted((one, other) => other.text.length - one.text.length)
    .find((each) => wordsIn(ledger, [title, each]) <= LONGEST_LEDE && !isDangling(each, []))
  return line === undefined || repetition(ledger.shown, line) >= REPEATED ? null : line
}

const REPEATED = 0.6

/** A takeaway of more words is one only where there are no shorter ones. */
const EASY_TAKEAWAY = 20

/** What the talk comes to: the weightiest lines of its concluding sentences. `said` is what no other slide says. */
export function writeTakeaways(
  ledger: Ledger,
  concluding: readonly Weighed[],
  said: readonly Sentence[],
): Draft | null {
  const lines = candidatesOf(
    ledger,
    concluding.filter(({ text }) => !isMeta(text)),
  )
    .toSorted((one, other) => other.sentence.weight - one.sentence.weight)
    .flatMap(({ lines }) => lines.toSorted((one, other) => one.text.length - other.text.length).slice(0, 1))
    .filter((line) => !isDangling(line, []))
  const taken: Line[] = []
  for (const line of [...lines.filter((each) => wordsIn(ledger, [each]) <= EASY_TAKEAWAY), ...lines]) {
    const isNew =
      repetition(
        taken.map(({ text }) => contentWords(text)),
        line,
      ) < REPEATED
    if (isNew && taken.length < MOST_POINTS && wordsIn(ledger, [...taken, line]) < MOST_WORDS) taken.push(line)
  }
  if (taken.length === 0) return null
  const points = taken.toSorted((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0))
  const claim = points.length > 2 ? points.find((line) => line.text.length <= LONGEST_TITLE) : undefined
  const title = claim ?? addedLine(furnitureOf(ledger.article.language).takeaways)
  return {
    type: 'draft',
    purpose: 'takeaways',
    part: 0,
    title,
    content: { type: 'takeaways', points: points.filter((line) => line !== claim) },
    said,
  }
}

/** So many parts have something to be taken away from each. */
const LEAST_TAKEAWAYS = 3

/** A line of more words is a point of its part, not what is left of it. */
const MOST_TAKEAWAY_WORDS = 14

/** Words that point at something said before; at the end of a talk nobody knows at what. */
const LEANS =
  /\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|such|here|there|above|below|following|also|then)\b|^(?:the )?(?:first|second|third|last|former|latter|others?|another|both|same|rest)\b/iu

/** What the talk comes to where nobody says so: the weightiest line that each part has shown, said over nothing. */
export function recap(ledger: Ledger, drafts: readonly Draft[]): Draft | null {
  const parts = [...new Set(drafts.map(({ part }) => part))].filter((part) => part > 0)
  const best = parts.flatMap((part) => {
    const shown = drafts.filter((draft) => draft.part === part && draft.purpose === 'body').flatMap(sentencesIn)
    const fitting = shown.filter(
      (line) => !LEANS.test(line.text) && wordsIn(ledger, [line]) <= MOST_TAKEAWAY_WORDS && !/[?:]$/u.test(line.text),
    )
    return fitting.toSorted((one, other) => other.weight - one.weight).slice(0, 1)
  })
  const taken: Line[] = []
  for (const line of best.toSorted((one, other) => other.weight - one.weight)) {
    const isNew =
      repetition(
        taken.map(({ text }) => contentWords(text)),
        line,
      ) < REPEATED
    if (isNew && taken.length < MOST_POINTS && wordsIn(ledger, [...taken, line]) < MOST_WORDS) taken.push(line)
  }
  if (taken.length < LEAST_TAKEAWAYS) return null
  const points = taken.toSorted((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0))
  return {
    type: 'draft',
    purpose: 'takeaways',
    part: 0,
    title: addedLine(furnitureOf(ledger.article.language).takeaways),
    content: { type: 'takeaways', points },
    said: [],
  }
}

/** The sentences that a draft shows, whole or shortened. */
function sentencesIn({ title, content }: Draft): readonly Line[] {
  return [...(title === null ? [] : [title]), ...claimsOf(content)].filter(
    ({ kind, text, added }) =>
      kind === 'prose' && added.length === 0 && text.split(/\s+/).length >= LEAST_TAKEAWAY_WORDS,
  )
}

/** A topic of two or three words is no claim. */
const LEAST_TAKEAWAY_WORDS = 5

/** The last slide: thanks, and where the talk comes from. */
export function writeClosing(article: Article): Draft {
  const title = addedLine(furnitureOf(article.language).thanks)
  const source =
    article.title === undefined
      ? []
      : [lineOf({ text: article.text, spans: [article.title.span], kind: 'frame', weight: 1 })]
  const isLong = article.title !== undefined && countWords(article.title.text, article.language) > MOST_WORDS / 2
  return {
    type: 'draft',
    purpose: 'closing',
    part: 0,
    title,
    content: { type: 'closing', credits: isLong ? creditsOf(article) : [...source, ...creditsOf(article)] },
    said: [],
  }
}
