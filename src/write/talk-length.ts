// Shortens a deck to the length of the talk.

import { countSpokenWords } from '../grammar/spoken-words.ts'
import type { Draft, Purpose } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { WORDS_PER_MINUTE } from '../model/pace.ts'
import { claimsOf } from './claims.ts'
import { displayLinesOf, sentencesAndDisplayLines } from './display-lines.ts'
import { type DraftOrNotes, notesOnly } from './draft-or-notes.ts'

/** The maximum length of a talk in minutes, and the language to count its words in. */
export interface TalkLength {
  readonly minutes: number
  readonly language: string
}

/**
 * Makes a deck fit a talk of this length. Slides that open parts are removed first, then the agenda; if that is not
 * enough, as many other slides are kept as fit: the best of each part, then the best of the rest. The sentences of
 * removed slides move to the notes of the previous slide, with the rows and lines of their tables, listings and
 * formulas. Images are kept, because words cannot replace them.
 */
export function shortenToLength(
  pieces: readonly DraftOrNotes[],
  { minutes, language }: TalkLength,
): readonly DraftOrNotes[] {
  const contentMinutes = minutesOf(pieces, language)
  const minutesLeftWithout = (purposes: readonly Purpose[]) => minutes - frameMinutesOf(pieces, purposes)
  const dropped = DROP_STEPS.find((purposes) => contentMinutes <= minutesLeftWithout(purposes)) ?? ALL_DROPPED
  if (dropped.length === 0) return pieces
  const fraction = Math.max(0, Math.min(1, minutesLeftWithout(dropped) / contentMinutes))
  const bodies = pieces.filter(isBody)
  const textSlides = bodies.filter((draft) => !isImage(draft) && displayLinesOf(draft).length === 0)
  const chosen = chooseBestSlides(textSlides, Math.max(MIN_SLIDES, Math.round(textSlides.length * fraction)))
  const keptSlides = new Set([...chosen, ...bodies.filter(isImage), ...chooseDisplays(chosen, bodies, fraction)])
  // Several slides may share a heading: it goes to the notes once, and only if none of these slides is kept.
  const openings = pieces.filter(isOpening)
  const headingsInNotes = pieces.flatMap((piece) => piece.noteSentences.filter(({ kind }) => kind === 'heading'))
  const keptHeadings = new Set([
    ...[...keptSlides, ...openings].flatMap(({ title }) => title?.spans[0]?.[0] ?? []),
    ...headingsInNotes.map(({ span }) => span[0]),
  ])
  const takeHeading = (draft: Draft) => {
    const missingHeadings = headingOf(draft).filter(({ span }) => !keptHeadings.has(span[0]))
    for (const { span } of missingHeadings) keptHeadings.add(span[0])
    return missingHeadings
  }
  return pieces.map((piece) => {
    if (piece.type === 'notes-only') return piece
    if (dropped.includes(piece.purpose)) return notesOnly([...takeHeading(piece), ...piece.noteSentences])
    return piece.purpose !== 'body' || keptSlides.has(piece)
      ? piece
      : notesOnly([...takeHeading(piece), ...sentencesAndDisplayLines(piece)])
  })
}

/** Chooses a fraction of the tables, listings and formulas, preferring those that follow a chosen slide. */
function chooseDisplays(chosen: ReadonlySet<Draft>, bodies: readonly Draft[], fraction: number): readonly Draft[] {
  const ranked = bodies.flatMap((draft, index) => {
    if (displayLinesOf(draft).length === 0) return []
    const before = bodies[index - 1]
    return [{ draft, follows: before !== undefined && chosen.has(before) }]
  })
  const inOrder = [...ranked.filter(({ follows }) => follows), ...ranked.filter(({ follows }) => !follows)]
  return inOrder.slice(0, Math.round(ranked.length * fraction)).map(({ draft }) => draft)
}

/** The minimum number of text slides in a talk, however short. */
const MIN_SLIDES = 3

/** The slides that are left out, before any content, if a talk would take too long. */
const ALL_DROPPED: readonly Purpose[] = ['part', 'agenda']
/** The steps in which they are left out: none, those that open parts, then the agenda too. */
const DROP_STEPS: readonly (readonly Purpose[])[] = [[], ['part'], ALL_DROPPED]

/**
 * The time for a slide that frames the content, such as the title slide or an agenda. Its words are not in the notes, so
 * they are not counted.
 */
const SECONDS_PER_FRAME = 10

/** Returns the minutes for the slides around the content, except those that are dropped. */
function frameMinutesOf(pieces: readonly DraftOrNotes[], dropped: readonly Purpose[]): number {
  const frames = pieces.filter(
    (piece) => piece.type === 'draft' && piece.purpose !== 'body' && !dropped.includes(piece.purpose),
  )
  return (frames.length * SECONDS_PER_FRAME) / 60
}

function minutesOf(pieces: readonly DraftOrNotes[], language: string): number {
  const noteSentences = pieces.flatMap((piece) => piece.noteSentences)
  return countSpokenWords(noteSentences, language) / WORDS_PER_MINUTE
}

function isBody(piece: DraftOrNotes): piece is Draft {
  return piece.type === 'draft' && piece.purpose === 'body'
}

function isOpening(piece: DraftOrNotes): piece is Draft {
  return piece.type === 'draft' && piece.purpose === 'opening'
}

function isImage({ content }: Draft): boolean {
  return content.type === 'image'
}

/**
 * Chooses the best slides: the best of each part before the second best of any part. The slides of a list are chosen
 * together, even if they exceed `room`.
 */
function chooseBestSlides(bodies: readonly Draft[], room: number): ReadonlySet<Draft> {
  const ranks = new Map<number, number>()
  const value = slideValuesAmong(bodies)
  const ranked = bodies
    .toSorted((one, other) => value(other) - value(one))
    .map((draft) => {
      const rank = ranks.get(draft.part) ?? 0
      ranks.set(draft.part, rank + 1)
      return { draft, isBest: rank === 0 }
    })
  const inOrder = [...ranked.filter(({ isBest }) => isBest), ...ranked.filter(({ isBest }) => !isBest)]
  const lists = slidesByList(bodies)
  const chosen = new Set<Draft>()
  for (const { draft } of inOrder)
    if (chosen.size < room) for (const each of lists.get(draft) ?? [draft]) chosen.add(each)
  return chosen
}

/** Maps each slide of a list to all slides of that list: consecutive ones with the same title. */
function slidesByList(bodies: readonly Draft[]): ReadonlyMap<Draft, readonly Draft[]> {
  const lists = new Map<Draft, Draft[]>()
  for (const [index, draft] of bodies.entries()) {
    if (!isList(draft)) continue
    const before = bodies[index - 1]
    const isContinued = before?.title?.spans[0]?.[0] === draft.title?.spans[0]?.[0]
    const list = (isContinued && before !== undefined && lists.get(before)) || []
    list.push(draft)
    lists.set(draft, list)
  }
  return lists
}

function isList({ content }: Draft): boolean {
  return content.type === 'points' && content.points.every(({ line }) => line.kind === 'item')
}

/** Added to the value of a slide with a special form, a list or a quotation. */
const FORM_BONUS = 0.15
const SPECIAL_FORMS: ReadonlySet<string> = new Set(['number', 'comparison', 'timeline'])
/** The value of a slide with a single line is multiplied by this. */
const SINGLE_LINE_FACTOR = 0.75

/**
 * Returns a function that computes the value of a slide: the mean weight of its claims, less for a single line, more
 * for a special form. Lists and quotations are shown whole, whatever the weights of their sentences, so they get the
 * average value of other slides and a bonus, because the text around them refers to them.
 */
function slideValuesAmong(bodies: readonly Draft[]): (draft: Draft) => number {
  const weighed = bodies.filter((draft) => !isShownWhole(draft)).map(slideValue)
  const mean = weighed.reduce((sum, value) => sum + value, 0) / Math.max(weighed.length, 1)
  return (draft) => (isShownWhole(draft) ? mean + FORM_BONUS : slideValue(draft))
}

function isShownWhole(draft: Draft): boolean {
  return draft.content.type === 'quote' || isList(draft)
}

function slideValue({ content }: Draft): number {
  const lines = claimsOf(content)
  const mean = lines.reduce((sum, { weight }) => sum + weight, 0) / Math.max(lines.length, 1)
  return mean * (lines.length === 1 ? SINGLE_LINE_FACTOR : 1) + (SPECIAL_FORMS.has(content.type) ? FORM_BONUS : 0)
}

/** Returns the title as a sentence for the notes, if it is a heading. */
function headingOf({ title }: Draft): readonly Sentence[] {
  const [span] = title?.spans ?? []
  if (title?.kind !== 'heading' || span === undefined) return []
  const text = title.added.reduce((words, added) => words.replace(` ${added}`, ''), title.text)
  return [{ text, span, kind: 'heading', startsBlock: true }]
}
