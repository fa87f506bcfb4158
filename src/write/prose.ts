import { contentWords } from '../grammar/content-words.ts'
import type { Line } from '../model/draft.ts'
import type { Weighed } from '../model/outline.ts'
import { type Candidate, candidatesOf, isDangling, leansOn, shift } from './candidates.ts'
import { enumerationIn } from './enumerate.ts'
import { type Group, withoutHeadings } from './group.ts'
import { halvesOf } from './halves.ts'
import { enter, type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'
import { lineOf, passageLine } from './line.ts'
import { type Ask, LEAST_POINTS, pick } from './pick.ts'
import { chooseTitle, goingOnTitle, isAboutAll, subjectTitle, type Title, termTitle } from './prose-title.ts'
import { repetition } from './shown.ts'
import { LONGEST_TITLE } from './title.ts'

/** What a slide of prose shows. */
interface Showing {
  readonly title: Line | null
  readonly lead: Line | null
  readonly points: readonly Line[]
}

/** What it shows, and the sentences said with it. */
export interface Said extends Showing {
  readonly sentences: readonly Weighed[]
}

/** Chooses title and points for a group of prose, on one slide or on two; none where nothing in it can be shown. */
export function writeProse(ledger: Ledger, group: Group): Said[] {
  const said = writeSlide(ledger, group)
  if (said === null) return []
  const rest = restAfter(group, said)
  const more = rest === null ? null : writeSlide(ledger, { ...withoutHeadings(group), sentences: rest })
  if (rest === null || more === null || more.points.length < LEAST_POINTS) return [halved(ledger, said)]
  return [halved(ledger, { ...said, sentences: group.sentences.slice(0, -rest.length) }), more]
}

/** What stands after the only point of a slide may fill a second one. */
function restAfter({ sentences }: Group, { points, lead }: Said): readonly Weighed[] | null {
  const [only, ...others] = points
  if (only === undefined || others.length > 0 || lead !== null) return null
  const end = only.spans.at(-1)?.[1] ?? 0
  const rest = sentences.filter(({ span }) => span[0] >= end)
  return rest.length < LEAST_POINTS ? null : rest
}

function writeSlide(ledger: Ledger, group: Group): Said | null {
  const candidates = candidatesOf(ledger, group.sentences)
  const said = withAnswer(ledger, group, shownUnder(ledger, group, candidates))
  if (said.points.length === 0 && said.title?.kind !== 'prose') return null
  enter(ledger, said.title, said.lead === null ? said.points : [said.lead, ...said.points])
  return { ...said, sentences: group.sentences }
}

/** The same with the "Yes." before its reason: a heading that asks is answered. */
function withAnswer(ledger: Ledger, { headings, sentences }: Group, said: Showing): Showing {
  const [answer, reason] = sentences
  const [first, ...others] = said.points
  const asks = /[?？]$/u.test(headings.at(-1)?.text ?? '')
  if (!asks || answer === undefined || first?.spans[0]?.[0] !== reason?.span[0] || !ANSWER.test(answer.text))
    return said
  const spans = [answer.span, ...(first?.spans ?? [])]
  const line = lineOf({ text: ledger.article.text, spans, kind: 'prose', weight: first?.weight ?? 0 })
  return wordsIn(ledger, [said.title, said.lead, line, ...others]) > MOST_WORDS
    ? said
    : { ...said, points: [line, ...others] }
}

const ANSWER =
  /^(?:(?:yes|yep|no|nope|not (?:yet|really|quite|at all|necessarily)|absolutely|definitely|of course|probably|sometimes|sure|maybe|it depends)(?: not)?[,!.]* ?){1,2}$/i

/** The same where the only point is two sentences in one: then they are two points. */
function halved(ledger: Ledger, said: Said): Said {
  const [only, ...others] = said.points
  const isAlone = others.length === 0 && said.lead === null && said.title !== null
  const halves = only === undefined || !isAlone ? null : halvesOf(ledger, only)
  return halves === null ? said : { ...said, points: halves }
}

/** Under the title that the group's first sentence makes, unless that would take one of two points; then under its topic. */
function shownUnder(ledger: Ledger, group: Group, candidates: readonly Candidate[]): Showing {
  const title = chooseTitle(ledger, group, candidates)
  const open = candidates.filter(({ index }) => !title.covers.includes(index) && index < nextQuestion(group, title))
  const said = listed(ledger, title, open) ?? named(ledger, { group, title, candidates: open })
  if (said.lead !== null || said.points.length >= LEAST_POINTS || group.headings.length > 0) return said
  if (!title.isThesis) return said
  const topic = subjectTitle(ledger, candidates)
  const other =
    topic === null ? null : chosen(ledger, { group, title: { line: topic, covers: [], isThesis: false }, candidates })
  if (other !== null && other.points.length >= LEAST_POINTS) return withoutEcho(other)
  // The thesis may as well be the first of two points under what both are about, but not under the heading once more.
  const free = named(ledger, { group, title: UNTITLED, candidates })
  return free.title?.kind === 'prose' && free.points.length >= LEAST_POINTS ? free : said
}

/** Where the sentences begin that answer another question than the title; behind the last one where none does. */
function nextQuestion({ sentences }: Group, { line, covers }: Title): number {
  const [asked] = covers
  if (asked === undefined || line?.kind !== 'prose' || !/[?？]$/u.test(line.text)) return sentences.length
  const next = sentences.findIndex(({ text }, index) => index > asked && /[?？]["”’]?$/u.test(text))
  return next < 0 ? sentences.length : next
}

const UNTITLED: Title = { line: null, covers: [], isThesis: false }

/** A list inside a sentence makes the slide where it weighs as much as this share of the weightiest sentence. */
const LIST_WORTH = 0.4

/** The list that one of the sentences holds, item by item, under its lead. */
function listed(ledger: Ledger, over: Title, candidates: readonly Candidate[]): Showing | null {
  const heaviest = Math.max(...candidates.map(({ sentence }) => sentence.weight), 0)
  for (const { sentence, index } of candidates) {
    const found =
      ledger.parse === null || sentence.weight < heaviest * LIST_WORTH
        ? null
        : enumerationIn(ledger.parse, sentence.text)
    if (found === null) continue
    const title = isOver(over, sentence) ? over.line : null
    const make = (kind: 'prose' | 'item') => (span: readonly [number, number]) =>
      lineOf({ text: ledger.article.text, spans: [shift(span, sentence.span[0])], kind, weight: sentence.weight })
    const lead = make('prose')(found.lead)
    const points = found.items.map(make('item'))
    const leans = leansOn(ledger, lead, title === null ? [] : [title])
    // "This includes …" right after what the title says needs no lead of its own.
    if (leans && (title === null || index > 1)) continue
    const said: Showing = { title, lead: leans ? null : lead, points }
    const isRepeated = points.every((point) => repetition(ledger.shown, point) >= REPEATED)
    if (!isRepeated && wordsIn(ledger, [said.title, said.lead, ...points]) <= MOST_WORDS) return said
  }
  return null
}

/** Whether a title may stand over the list of a sentence: what only other sentences are about may not. */
function isOver({ line, covers }: Title, { text }: Weighed): boolean {
  if (line === null || line.kind === 'heading' || covers.length > 0) return true
  const words = contentWords(text)
  return contentWords(line.text).some((word) => words.includes(word))
}

/** A line of which an earlier line holds this much is left out, unless the slide would be left thin. */
const REPEATED = 0.6
const REPEATED_ON_A_THIN_SLIDE = 0.8

/** The lines that are worth most together, in the article's order. */
function chosen(ledger: Ledger, { group, title, candidates }: Ask): Showing {
  const fresh = pick(ledger, { group, title, candidates }, REPEATED)
  const points =
    fresh.length >= LEAST_POINTS
      ? fresh
      : longer(fresh, pick(ledger, { group, title, candidates }, REPEATED_ON_A_THIN_SLIDE))
  return { title: title.line, lead: null, points }
}

/** What is chosen, and where that has no title the term that it is about, if there is one. */
function named(ledger: Ledger, ask: Ask): Showing {
  const said = withoutOddTitle(ask, chosen(ledger, ask))
  const topic = said.title === null ? termTitle(ledger, ask, said.points) : null
  if (topic === null) return goingOn(ledger, ask, continued(ledger, ask, withoutEcho(said)))
  if (wordsIn(ledger, [topic, ...said.points]) <= MOST_WORDS) return withoutEcho({ ...said, title: topic })
  const shorter = chosen(ledger, { ...ask, title: { ...ask.title, line: topic } })
  return shorter.points.length >= Math.min(LEAST_POINTS, said.points.length) ? withoutEcho(shorter) : said
}

/** The same without a title that is only the subject of a sentence, where not all points are about that. */
function withoutOddTitle({ title: { line, covers } }: Ask, said: Showing): Showing {
  const isSubject = line?.kind === 'prose' && covers.length === 0 && !/[?？]$/u.test(line.text)
  return isSubject && !isAboutAll(contentWords(line.text), said.points) ? { ...said, title: null } : said
}

/** The same under the name of what its points are all about. */
function goingOn(ledger: Ledger, ask: Ask, said: Showing): Showing {
  const title = said.title === null ? goingOnTitle(ledger, ask, said.points) : null
  return title === null || wordsIn(ledger, [title, ...said.points]) > MOST_WORDS ? said : { ...said, title }
}

/** The same under the heading that the slide before bears, where what has no title still makes as many points. */
function continued(ledger: Ledger, ask: Ask, said: Showing): Showing {
  const { continues } = ask.group
  if (said.title !== null || continues === null || said.points.length < LEAST_POINTS) return said
  const line = passageLine(continues, 'heading')
  const under = chosen(ledger, { ...ask, title: { ...ask.title, line } })
  // Its number counts as a word.
  const isFull = wordsIn(ledger, [line, ...under.points]) >= MOST_WORDS
  return under.points.length < LEAST_POINTS || isFull ? said : under
}

/**
 * The same where the first point does not say the title again: "The first signs", "The first signs were lit in 1912". That point
 * becomes the title where others follow and it is no longer than one; the name of a term may be said again, "the" one thing may not.
 */
function withoutEcho(said: Showing): Showing {
  const { title, lead, points } = said
  const [first, ...others] = points
  if (title?.kind !== 'prose' || lead !== null || first?.text.startsWith(title.text) !== true) return said
  if (others.length === 0) return { ...said, title: null }
  const isTitle = first.text.length <= LONGEST_TITLE && !isDangling(first, []) && !/[?!:]$/u.test(first.text)
  if (isTitle) return { ...said, title: first, points: others }
  return /^(?:the|an?) /i.test(title.text) ? { ...said, title: null } : said
}

function longer(one: readonly Line[], other: readonly Line[]): readonly Line[] {
  return other.length > one.length ? other : one
}
