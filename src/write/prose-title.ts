import { contentWords } from '../grammar/content-words.ts'
import type { Line } from '../model/draft.ts'
import type { Weighed } from '../model/outline.ts'
import { type Candidate, leansOn, shift } from './candidates.ts'
import type { Group } from './group.ts'
import { isUsedTitle, type Ledger } from './ledger.ts'
import { lineOf, passageLine } from './line.ts'
import { repetition } from './shown.ts'
import { LONGEST_TITLE, nameAtStart, subjectOf, topicOf } from './title.ts'
import { placeIn, topicsAmong } from './topic.ts'

/** The title of a slide of prose. */
export interface Title {
  readonly line: Line | null
  /** The sentences that it says already, by index. */
  readonly covers: readonly number[]
  /** Whether it is a sentence that could as well be a point. */
  readonly isThesis: boolean
  /** The sentence that answers what it asks, by index. */
  readonly answer?: number | undefined
}

/** The heading where one waits, else what the first sentence announces, else that sentence itself where it fits. */
export function chooseTitle(ledger: Ledger, group: Group, candidates: readonly Candidate[]): Title {
  const heading = group.headings.at(-1)
  if (heading !== undefined)
    return {
      line: passageLine(heading, 'heading'),
      covers: [],
      isThesis: false,
      answer: answerTo(heading.text, group.sentences),
    }
  const thesis = candidates[0]
  const question = group.asks && thesis?.index === 0 ? thesis.lines.find(({ text }) => /[?？]$/u.test(text)) : undefined
  if (question !== undefined) return { line: question, covers: [0], isThesis: false }
  const announced = thesis === undefined ? null : topicTitle(ledger, thesis.sentence)
  const line = announced ?? (thesis === undefined ? null : (thesisTitle(ledger, thesis) ?? askedIn(ledger, candidates)))
  return thesis === undefined || line === null
    ? { line: subjectTitle(ledger, candidates), covers: [], isThesis: false }
    : { line, covers: [thesis.index], isThesis: announced === null }
}

/** What answers a heading that asks: the first sentence, or the one behind "Yes.". */
function answerTo(heading: string, [first]: readonly Weighed[]): number | undefined {
  if (!/[?？]$/u.test(heading)) return undefined
  return first !== undefined && SHORT_ANSWER.test(first.text) ? 1 : 0
}

const SHORT_ANSWER = /^(?:[\p{L}’']+,? ?){1,3}[.!]$/u

/** A topic of fewer words that carry matter could be any article's. */
const LEAST_TOPIC = 2

/** A topic is that of so many sentences, and of half of them. */
const LEAST_SHARED = 2

/** What most of the sentences are about, where one of them has it for its subject; null where that was a title before. */
export function subjectTitle(ledger: Ledger, candidates: readonly Candidate[]): Line | null {
  const { parse, article } = ledger
  if (parse === null) return null
  const counts = candidates.map(({ sentence }) => new Set(contentWords(sentence.text)))
  const found = candidates.flatMap(({ sentence }) => {
    const span = subjectOf(parse, sentence.text)
    if (span === null) return []
    const line = lineOf({
      text: article.text,
      spans: [shift(span, sentence.span[0])],
      kind: 'prose',
      weight: sentence.weight,
    })
    const words = contentWords(line.text)
    const worth = counts.filter((has) => words.some((word) => has.has(word))).length
    const isShared = worth >= Math.max(LEAST_SHARED, candidates.length / 2)
    return words.length < LEAST_TOPIC || !isShared || isUsedTitle(ledger, line) ? [] : [{ line, worth }]
  })
  return found.toSorted((one, other) => other.worth - one.worth)[0]?.line ?? null
}

function topicTitle(ledger: Ledger, sentence: Weighed): Line | null {
  const span = ledger.parse === null ? null : topicOf(ledger.parse, sentence.text)
  if (span === null || span[1] - span[0] > LONGEST_TITLE) return null
  const line = lineOf({
    text: ledger.article.text,
    spans: [shift(span, sentence.span[0])],
    kind: 'prose',
    weight: sentence.weight,
  })
  return isUsedTitle(ledger, line) ? null : line
}

/** The fullest length of the sentence that makes a title of two lines and says something new. */
function thesisTitle(ledger: Ledger, { lines }: Candidate): Line | null {
  const fitting = lines.filter(
    (line) => line.text.length <= LONGEST_TITLE && !leansOn(ledger, line, []) && !/[?!]$/.test(line.text),
  )
  const [fullest] = fitting.toSorted((one, other) => other.text.length - one.text.length)
  return fullest === undefined || repetition(ledger.shown, fullest) >= SAME ? null : fullest
}

/** The question that a group opens with, where what follows is no question too. */
function askedIn(ledger: Ledger, [first, next]: readonly Candidate[]): Line | null {
  if (first === undefined || first.index > 0 || next === undefined || isQuestion(next.sentence.text)) return null
  const line = first.lines.find(({ text }) => isQuestion(text) && text.length <= LONGEST_TITLE)
  if (line === undefined || contentWords(line.text).length < LEAST_ASKED || leansOn(ledger, line, [])) return null
  return isUsedTitle(ledger, line) ? null : line
}

/** "What happens then?" asks what only the talk before can tell. */
const LEAST_ASKED = 2

function isQuestion(text: string): boolean {
  return /[?？]["”’]?$/u.test(text)
}

/** A title or point of which one earlier line holds this much says the same again. */
const SAME = 0.9

/** A term that this many points name is their matter wherever it stands. */
const LEAST_NAMING = 2

/** What is named in this part of a line is its matter, 0 to 1. */
const EARLY = 0.6

/** The group that a title is for, and what of it may be shown. */
interface Titled {
  readonly group: Group
  readonly candidates: readonly Candidate[]
}

/** A term that several sentences of a group say, and the points before all; null where it is what the section is about anyhow. */
export function termTitle(ledger: Ledger, { group, candidates }: Titled, points: readonly Line[]): Line | null {
  const { parse, article } = ledger
  if (parse === null) return null
  const sentences = candidates.map(({ sentence }) => sentence)
  const known = new Set(contentWords(`${article.title?.text ?? ''} ${group.under}`))
  const texts = sentences.map(({ text }) => text)
  for (const topic of topicsAmong(parse, texts)) {
    const sentence = sentences[topic.index]
    const places = points.map(({ text }) => placeIn(text, topic))
    const isNamed =
      isOpened(points, places, sentence) || places.filter((place) => place !== null).length >= LEAST_NAMING
    if (!isAboutAll(topic.words, points)) continue
    const isNew = topic.words.some((word) => !known.has(word))
    if (sentence === undefined || !isNew || !isNamed) continue
    const line = lineOf({
      text: article.text,
      spans: [shift(topic.span, sentence.span[0])],
      kind: 'prose',
      weight: sentence.weight,
    })
    if (!isUsedTitle(ledger, line)) return line
  }
  return null
}

/**
 * Whether what a title names is what all points are about: each says its words, or goes on about it where the one before is about
 * it; of more than two some may say only its noun.
 */
export function isAboutAll(words: readonly string[], points: readonly Line[]): boolean {
  const noun = words.at(-1)
  let named = 0
  let isAbout = false
  for (const { text } of points) {
    const own = contentWords(text)
    const isNamed: boolean = words.every((word) => own.includes(word)) || (isAbout && GOES_ON.test(text))
    isAbout = isNamed || (noun !== undefined && own.includes(noun))
    if (!isAbout) return false
    if (isNamed) named++
  }
  return named >= Math.min(LEAST_NAMING, points.length)
}

/** "It is read by hand." */
const GOES_ON = /^(?:(?:and|but|so),? )?(?:he|it|its|she|their|these|they|this|those)\b/i

/** What the first point is about, where the second goes on about it and nothing else; null where that is what the section is about anyhow. */
export function goingOnTitle(ledger: Ledger, { group }: Titled, [first, second]: readonly Line[]): Line | null {
  const { parse, article } = ledger
  if (parse === null || first === undefined || second === undefined || first.kind !== 'prose') return null
  const [start, end] = [first.spans[0]?.[0] ?? 0, first.spans[0]?.[1] ?? 0]
  const span = nameAtStart(parse, article.text.slice(start, end))
  if (span === null) return null
  const line = lineOf({ text: article.text, spans: [shift(span, start)], kind: 'prose', weight: first.weight })
  const words = contentWords(line.text)
  const known = new Set(contentWords(`${article.title?.text ?? ''} ${group.under}`))
  const own = contentWords(second.text)
  const isNamed = words.every((word) => own.slice(0, NEAR).includes(word))
  const goesOn = isNamed || /^(?:it|its|their|they)\b/i.test(second.text)
  const isNew = words.some((word) => !known.has(word))
  return words.length > 0 && goesOn && isNew && !isUsedTitle(ledger, line) ? line : null
}

/** A line is about what its first words name. */
const NEAR = 4

/** Whether the first point is from a sentence, and names early what stands at these places of the points. */
function isOpened([first]: readonly Line[], [place = null]: readonly (number | null)[], sentence?: Weighed): boolean {
  const [start] = first?.spans[0] ?? []
  const isOwn = sentence !== undefined && start !== undefined && start >= sentence.span[0] && start < sentence.span[1]
  return isOwn && place !== null && place < EARLY
}
