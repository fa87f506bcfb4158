// The writer: makes drafts of all slides from an outline.

import type { Grammar } from '../grammar/model.ts'
import type { Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { Outline, OutlineSection, Sentence } from '../model/outline.ts'
import { isEmptySection } from '../model/section.ts'
import { LONG_TEXT } from '../util/run-with-time-limit.ts'
import type { BodyContext } from './body.ts'
import { raiseCalloutScore } from './callouts.ts'
import type { Context } from './context.ts'
import { ensureOneSlide } from './ensure-one-slide.ts'
import { splitAtColon, writeAgenda, writeClosing, writeOpening, writePart } from './frame.ts'
import { gatherSections } from './gather-sections.ts'
import { withoutPartNumber, withoutPartNumbers } from './heading-numbers.ts'
import { type JudgeWeights, judge, obscurityBy, SHIPPED_WEIGHTS, titleRanksBy } from './judge/judge.ts'
import { unitsOf } from './judge/units.ts'
import { parserOf, type WriterMemory } from './parser.ts'
import { runPasses } from './passes/passes.ts'
import { notesOnly, type Piece } from './piece.ts'
import { OBJECTIVE, type Objective, UNPARSED } from './plan/objective.ts'
import { keyOf } from './plan/slide-titles.ts'
import { withoutRepeats } from './repeats.ts'
import { isContents, isContentsSection, isCredits } from './section-kinds.ts'
import { headingSentence } from './stretch-slides.ts'
import { type Stretch, stretchesIn, stretchesOf } from './stretches.ts'
import { messageOf, writeTakeaways } from './takeaways.ts'
import { shortenToLength } from './talk-length.ts'
import { writeStretch } from './write-stretch.ts'

/** What the writer needs in addition to the outline. */
export interface WriterOptions {
  /** Null if the article's language has none; its sentences are then shown whole. */
  readonly grammar: Grammar | null
  /** Earlier results about sentences; new ones are added. Empty if absent. */
  readonly memory?: WriterMemory | undefined
  /** The name of a talk whose article has no title. */
  readonly name: string
  /** The maximum length of the talk; null for no limit. */
  readonly minutes: number | null
  /** The weights of the judge and the objective of the plan; those that Lectern ships with if absent. */
  readonly weights?: JudgeWeights | undefined
  readonly objective?: Objective | undefined
}

/**
 * Writes the content and the notes of each slide. Every sentence of the outline is in the notes of exactly one draft,
 * in order.
 */
export function write(outline: Outline, options: WriterOptions): Draft[] {
  const work = writerSteps(outline, options)
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/** The subject of a step of the writer: a stretch of the article's text, or all of it. */
export interface StepPlace {
  readonly offset: number
  readonly characters: number
}

/** Runs the steps of the writer. */
export interface Runner {
  /**
   * Runs one or more steps. It may let other work run first, and may throw to stop. `placeNow` returns the place of the
   * step that began last.
   */
  readonly run: <T>(steps: () => T, characters: number, placeNow: () => StepPlace) => Promise<T>
  /** Whether the steps that are running should return now. */
  readonly isLate: () => boolean
}

/**
 * Does the same as `write`, in steps: one before the stretches, one for each of them, and one after. Short steps are
 * run together.
 */
export async function writeInSteps(
  outline: Outline,
  options: WriterOptions,
  { run, isLate }: Runner,
): Promise<Draft[]> {
  const work = writerSteps(outline, options)
  let place = wholeOf(outline)
  const next = () => {
    let step = work.next()
    while (step.done !== true && step.value.characters < LONG_TEXT && !isLate()) {
      place = step.value
      step = work.next()
    }
    return step
  }
  for (;;) {
    const step = await run(next, place.characters, () => place)
    if (step.done === true) return step.value
    place = step.value
  }
}

function wholeOf({ article }: Outline): StepPlace {
  return { offset: 0, characters: article.text.length }
}

/** A writer that pauses before each step and yields its subject. */
type StepGenerator<T> = Generator<StepPlace, T>

function* writerSteps(
  outline: Outline,
  { grammar, memory, name, minutes, weights, objective }: WriterOptions,
): StepGenerator<Draft[]> {
  const { article, opening, parts } = outline
  const context: Context = { article, parse: grammar === null ? null : parserOf(grammar, memory) }
  const units = unitsOf(outline)
  yield wholeOf(outline)
  const remembered = weights === undefined ? memory : undefined
  const scores = judge(article, units, { parse: context.parse, weights, memory: remembered?.scores })
  const judged = new Map(
    units.flatMap((unit, index) => {
      const own = scores[index]
      return own === undefined
        ? []
        : [[unit.sentence.span[0], { unit, scores: raiseCalloutScore(article, unit, own) }] as const]
    }),
  )
  const bodyContext: BodyContext = {
    context,
    judged,
    objective: objective ?? (grammar === null ? UNPARSED : OBJECTIVE),
    ranks: titleRanksBy(weights ?? SHIPPED_WEIGHTS),
    obscurityOf: grammar === null ? null : obscurityBy(weights ?? SHIPPED_WEIGHTS, article),
    memory: remembered ?? null,
  }
  const partsWithContent = parts.filter(hasContent)
  const hasPartSlides = needPartSlides(partsWithContent, units.length)
  const bodyOf = (own: BodyContext) => writeParts(own, { opening, parts, partsWithContent, opensParts: hasPartSlides })
  const first = yield* bodyOf(bodyContext)
  yield wholeOf(outline)
  // An article with nothing worth a slide still gets one that says something.
  const isEmpty = !first.some(
    (piece) => piece.type === 'draft' && piece.purpose === 'body' && piece.content.type !== 'image',
  )
  const body = withoutRepeats(
    article.text,
    isEmpty
      ? yield* bodyOf({ ...bodyContext, objective: { ...bodyContext.objective, point: 8, filler: 0, untitled: 0 } })
      : first,
  )
  const pieces = ensureOneSlide(gatherSections(body, article), article)
  const shown = new Set(pieces.flatMap((piece) => (piece.type === 'draft' && piece.part > 0 ? [piece.part] : [])))
  const takeaways = writeTakeaways(context, {
    units,
    scores,
    slides: pieces.filter(({ type }) => type === 'draft').length,
  })
  const message = takeaways === null && context.parse !== null ? messageOf(context, { units, scores }) : null
  const all = [
    writeOpening(outline, name),
    ...writeAgenda(context, partNames(outline), shown),
    ...pieces,
    ...(takeaways === null ? [] : [takeaways]),
  ]
  const kept = minutes === null ? all : shortenToLength(all, { minutes, language: article.language })
  return [...runPasses(attachUnshown(kept), { ...bodyContext, units, scores }), writeClosing(article, message)]
}

interface Parts {
  readonly opening: Outline['opening']
  readonly parts: Outline['parts']
  /** The parts that have something to say. Only these have numbers. */
  readonly partsWithContent: Outline['parts']
  /** Whether a slide opens each part. */
  readonly opensParts: boolean
}

/** Writes the drafts of all parts, and between them the text that goes only to the notes, in order. */
function* writeParts(
  bodyContext: BodyContext,
  { opening, parts, partsWithContent, opensParts }: Parts,
): StepGenerator<Piece[]> {
  let used: ReadonlySet<string> = new Set()
  const pieces: Piece[] = []
  const openings: PartOpening[] = []
  for (const [part, stretches] of [
    [0, stretchesOf(opening, null)] as const,
    ...parts.map((each) => [partsWithContent.indexOf(each) + 1, stretchesIn(each)] as const),
  ]) {
    const section = part > 0 ? partsWithContent[part - 1]?.section : undefined
    const heading = section?.heading === undefined ? null : withoutPartNumber(section.heading, part)
    if (opensParts && section?.heading !== undefined && heading !== null) {
      openings.push({ at: pieces.length, heading: section.heading })
      pieces.push(writePart(part, heading))
    }
    let isOpen = opensParts && heading !== null
    let pending: Pending = NOTHING_PENDING
    for (const [index, stretch] of stretches.entries()) {
      yield placeOf(stretch)
      const own = { ...stretch, headings: [...pending.headings, ...stretch.headings] }
      const partHeading = opensParts ? (section?.heading ?? null) : null
      const written = writeStretch(bodyContext, {
        ...{ stretch: own, part, used, partHeading, before: pending.before },
        isWhole: stretches.length === 1,
      })
      const next = stretches[index + 1]
      const isUnshown = written.every(({ type }) => type === 'unshown')
      pending =
        isUnshown && next !== undefined ? pendingFor(next, own, { written, partHeading, isOpen }) : NOTHING_PENDING
      if (pending !== NOTHING_PENDING) continue
      isOpen ||= !isUnshown
      pieces.push(...written)
      used = new Set([
        ...used,
        ...written.flatMap((piece) => (piece.type === 'draft' && piece.title !== null ? [keyOf(piece.title)] : [])),
      ])
    }
  }
  return withoutEmptyLastParts(pieces, openings)
}

/** The slide that opens a part: its index in the pieces, and the part's heading. */
interface PartOpening {
  readonly at: number
  readonly heading: Passage
}

/** Moves the headings of the last parts to the notes if no slide follows them: thanks, or where to write. */
function withoutEmptyLastParts(pieces: readonly Piece[], openings: readonly PartOpening[]): Piece[] {
  const lastBody = pieces.findLastIndex((piece) => piece.type === 'draft' && piece.purpose !== 'part')
  const headings = new Map(openings.filter(({ at }) => at > lastBody).map(({ at, heading }) => [at, heading]))
  return pieces.map((piece, index) => {
    const heading = headings.get(index)
    return heading === undefined ? piece : notesOnly([headingSentence(heading)])
  })
}

/** Text that waits for the next slide of its section. */
interface Pending {
  /** Headings that the next slide may still show. */
  readonly headings: readonly Passage[]
  /** Sentences for the notes of the next slide. */
  readonly before: readonly Sentence[]
}

const NOTHING_PENDING: Pending = { headings: [], before: [] }

interface UnshownStretch {
  readonly written: readonly Piece[]
  readonly partHeading: Passage | null
  /** Whether its part already has a slide. */
  readonly isOpen: boolean
}

/**
 * If text at the beginning of a section or part has no slide, keeps it for the notes of the section's next slide,
 * because the slide before is about something else.
 */
function pendingFor(next: Stretch, own: Stretch, { written, partHeading, isOpen }: UnshownStretch): Pending {
  const noteSentences = written.flatMap((piece) => piece.noteSentences)
  const headings = own.headings.filter((heading) => heading !== partHeading)
  const isSame = next.headings.length === 0
  if (isContents(own) || isCredits(own) || (isSame ? own.headings.length === 0 : isOpen)) return NOTHING_PENDING
  // A picture that no sentence introduces has no title other than the heading.
  if (!isSame || next.form !== 'image' || next.lead !== null) return { headings: [], before: noteSentences }
  const spokenAt = new Set(headings.map(({ span }) => span[0]))
  return { headings: own.headings, before: noteSentences.filter(({ span }) => !spokenAt.has(span[0])) }
}

function placeOf({ headings, sentences }: Stretch): StepPlace {
  const offset = (headings[0] ?? sentences[0])?.span[0] ?? 0
  return { offset, characters: Math.max(0, (sentences.at(-1)?.span[1] ?? 0) - offset) }
}

/** Whether a part has content. A page's own table of contents does not count, because there is an agenda. */
function hasContent({ section }: OutlineSection): boolean {
  return !isEmptySection(section) && !isContentsSection(section)
}

/** Returns the names of the parts, cut at a colon unless two would then be the same. */
export function partNames({ parts }: Outline): readonly Passage[] {
  const partsWithContent = parts.filter(hasContent)
  const headings = withoutPartNumbers(
    partsWithContent.flatMap(({ section: { heading } }, index) =>
      heading === undefined ? [] : [{ heading, number: index + 1 }],
    ),
  )
  const short = headings.map((heading) => splitAtColon(heading)?.[0] ?? heading)
  const isDistinct = new Set(short.map(({ text }) => text)).size === short.length
  return isDistinct ? short : headings
}

/** A slide opens each part only if the parts have, on average, at least this many units. */
const MIN_UNITS = 16

function needPartSlides(parts: readonly OutlineSection[], units: number): boolean {
  return parts.length > 1 && units / parts.length >= MIN_UNITS
}

/** Moves text that no slide shows into the notes of the preceding slide. */
function attachUnshown(pieces: readonly Piece[]): Draft[] {
  const drafts: { readonly draft: Draft; readonly noteSentences: Sentence[] }[] = []
  for (const piece of pieces) {
    if (piece.type === 'draft') drafts.push({ draft: piece, noteSentences: [...piece.noteSentences] })
    else drafts.at(-1)?.noteSentences.push(...piece.noteSentences)
  }
  return drafts.map(({ draft, noteSentences }) => ({ ...draft, noteSentences }))
}
