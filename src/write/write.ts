// The writer: makes drafts of all slides from an outline.

import type { Grammar } from '../grammar/model.ts'
import type { Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { Outline, OutlineSection, Sentence } from '../model/outline.ts'
import { isBare } from '../model/section.ts'
import { LONG_TEXT } from '../model/within-time.ts'
import type { Body, BodyContext } from './body.ts'
import { raiseCalloutScore } from './callouts.ts'
import { claimsOf } from './claims.ts'
import { isContents, isContentsSection, isCredits } from './contents.ts'
import type { Context } from './context.ts'
import { ensureOneSlide } from './ensure-one-slide.ts'
import { splitAtColon, writeAgenda, writeClosing, writeOpening, writePart } from './frame.ts'
import { gatherSections } from './gather-sections.ts'
import { withoutPartNumber, withoutPartNumbers } from './heading-numbers.ts'
import { clarityBy, type JudgeWeights, judge, ranksBy, SHIPPED_WEIGHTS } from './judge/judge.ts'
import { unitsOf } from './judge/units.ts'
import { parserOf, type WriterMemory } from './parser.ts'
import { runPasses } from './passes/passes.ts'
import { notesOnly, type Piece } from './piece.ts'
import { OBJECTIVE, type Objective, UNPARSED } from './plan/objective.ts'
import { type Heading, keyOf } from './plan/slide-titles.ts'
import { withoutRepeats } from './repeats.ts'
import { bodiesOf, headingFrom, headingSentence } from './stretch-slides.ts'
import { type Stretch, stretchesIn, stretchesOf } from './stretches.ts'
import { messageOf, writeTakeaways } from './takeaways.ts'
import { withinLength } from './talk-length.ts'
import { LONGEST_TITLE } from './titles.ts'

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
  /** The weights of the judge and the values of the plan. If absent, those that Lectern ships with. */
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

/** Like `write`, but in steps: one before the stretches, one for each of them, and one after. Short steps are run together. */
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
    ranks: ranksBy(weights ?? SHIPPED_WEIGHTS),
    clarityOf: grammar === null ? null : clarityBy(weights ?? SHIPPED_WEIGHTS, article),
    memory: remembered ?? null,
  }
  const partsWithContent = parts.filter(hasContent)
  const opensParts = deservePartSlides(partsWithContent, units.length)
  const bodyOf = (own: BodyContext) => writeParts(own, { opening, parts, partsWithContent, opensParts })
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
    writeOpening(article, name),
    ...writeAgenda(context, partNames(outline), shown),
    ...pieces,
    ...(takeaways === null ? [] : [takeaways]),
  ]
  const kept = minutes === null ? all : withinLength(all, { minutes, language: article.language })
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

/** Writes the drafts of all parts in order, with text for the notes only between them. */
function* writeParts(
  bodyContext: BodyContext,
  { opening, parts, partsWithContent, opensParts }: Parts,
): StepGenerator<Piece[]> {
  let used: ReadonlySet<string> = new Set()
  const pieces: Piece[] = []
  for (const [part, stretches] of [
    [0, stretchesOf(opening, null)] as const,
    ...parts.map((each) => [partsWithContent.indexOf(each) + 1, stretchesIn(each)] as const),
  ]) {
    const section = part > 0 ? partsWithContent[part - 1]?.section : undefined
    const heading = section?.heading === undefined ? null : withoutPartNumber(section.heading, part)
    if (opensParts && heading !== null) pieces.push(writePart(part, heading))
    let isOpen = opensParts && heading !== null
    let waiting: Waiting = NOTHING_WAITS
    for (const [index, stretch] of stretches.entries()) {
      yield placeOf(stretch)
      const own = { ...stretch, headings: [...waiting.headings, ...stretch.headings] }
      const opened = opensParts ? (section?.heading ?? null) : null
      const written = writeStretch(bodyContext, {
        ...{ stretch: own, part, used, opened, before: waiting.before },
        isWhole: stretches.length === 1,
      })
      const next = stretches[index + 1]
      const isUnshown = written.every(({ type }) => type === 'unshown')
      waiting = isUnshown && next !== undefined ? waitingFor(next, own, { written, opened, isOpen }) : NOTHING_WAITS
      if (waiting !== NOTHING_WAITS) continue
      isOpen ||= !isUnshown
      pieces.push(...written)
      used = new Set([
        ...used,
        ...written.flatMap((piece) => (piece.type === 'draft' && piece.title !== null ? [keyOf(piece.title)] : [])),
      ])
    }
  }
  return pieces
}

/** Text that waits for the next slide of its section. */
interface Waiting {
  /** Headings that the next slide may still show. */
  readonly headings: readonly Passage[]
  /** Sentences for the notes of the next slide. */
  readonly before: readonly Sentence[]
}

const NOTHING_WAITS: Waiting = { headings: [], before: [] }

interface UnshownStretch {
  readonly written: readonly Piece[]
  readonly opened: Passage | null
  /** Whether its part already has a slide. */
  readonly isOpen: boolean
}

/**
 * If text at the beginning of a section or part has no slide, keeps it for the notes of the section's next slide,
 * because the slide before is about something else.
 */
function waitingFor(next: Stretch, own: Stretch, { written, opened, isOpen }: UnshownStretch): Waiting {
  const said = written.flatMap((piece) => piece.said)
  const headings = own.headings.filter((heading) => heading !== opened)
  const isSame = next.headings.length === 0
  if (isContents(own) || isCredits(own) || (isSame ? own.headings.length === 0 : isOpen)) return NOTHING_WAITS
  // A picture that no sentence introduces has no other title than the heading.
  if (!isSame || next.form !== 'image' || next.lead !== null) return { headings: [], before: said }
  const spokenAt = new Set(headings.map(({ span }) => span[0]))
  return { headings: own.headings, before: said.filter(({ span }) => !spokenAt.has(span[0])) }
}

function placeOf({ headings, sentences }: Stretch): StepPlace {
  const offset = (headings[0] ?? sentences[0])?.span[0] ?? 0
  return { offset, characters: Math.max(0, (sentences.at(-1)?.span[1] ?? 0) - offset) }
}

/** Whether a part has content. A page's own table of contents does not count, because there is an agenda. */
function hasContent({ section }: OutlineSection): boolean {
  return !isBare(section) && !isContentsSection(section)
}

/** Returns the short names of the parts. */
export function partNames({ parts }: Outline): readonly Passage[] {
  const told = parts.filter(hasContent)
  const headings = withoutPartNumbers(
    told.flatMap(({ section: { heading } }, index) => (heading === undefined ? [] : [{ heading, number: index + 1 }])),
  )
  const short = headings.map((heading) => splitAtColon(heading)?.[0] ?? heading)
  const isDistinct = new Set(short.map(({ text }) => text)).size === short.length
  return isDistinct ? short : headings
}

/** The minimum average number of units in a part for slides that open parts. */
const LEAST_UNITS = 16

function deservePartSlides(parts: readonly OutlineSection[], units: number): boolean {
  return parts.length > 1 && units / parts.length >= LEAST_UNITS
}

interface StretchToWrite {
  readonly stretch: Stretch
  readonly part: number
  /** Whether the stretch makes up its whole part. */
  readonly isWhole: boolean
  readonly used: ReadonlySet<string>
  /** The heading on the part's opening slide, or null. */
  readonly opened: Passage | null
  /** Sentences that come before the stretch in the notes. */
  readonly before: readonly Sentence[]
}

/**
 * Writes the drafts of a stretch, and the text that goes only to the notes. A heading that no slide shows goes to
 * the notes, in its original position.
 */
function writeStretch(
  bodyContext: BodyContext,
  { stretch, part, isWhole, used, opened, before }: StretchToWrite,
): readonly Piece[] {
  const waiting = stretch.headings.filter((heading) => heading !== opened)
  const nearest = waiting.at(-1) ?? null
  const heading = headingFor(bodyContext.context, { stretch, nearest, opened })
  const bodies =
    part < 0 || isContents(stretch) || isCredits(stretch)
      ? []
      : bodiesWith(bodyContext, stretch, { heading, used, isWhole: isWhole && part > 0 })
  const [first, ...rest] = bodies
  if (first === undefined)
    return [
      notesOnly(
        inOrder([
          ...before,
          ...waiting.map(headingSentence),
          ...[stretch.lead, stretch.bridge].flatMap((sentence) => sentence ?? []),
          ...stretch.sentences,
        ]),
      ),
    ]
  const isHeadingShown =
    nearest !== null && first.title?.kind === 'heading' && first.title.spans[0]?.[0] === nearest.span[0]
  const shown = first.title?.kind === 'heading' ? first.title.spans[0]?.[0] : undefined
  const unshownBefore = before.filter(({ kind, span }) => kind !== 'heading' || span[0] !== shown)
  const said = inOrder([
    ...unshownBefore,
    ...(isHeadingShown ? waiting.slice(0, -1) : waiting).map(headingSentence),
    ...(stretch.bridge === null ? [] : [stretch.bridge]),
    ...first.said,
  ])
  return [{ ...first, said }, ...rest].map((body: Body): Draft => ({ ...body, type: 'draft', purpose: 'body', part }))
}

function inOrder(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.toSorted((one, other) => one.span[0] - other.span[0])
}

/** Returns the heading over a stretch: its own, or that of its section, its part or the article. */
function headingFor(
  context: Context,
  {
    stretch: { form, headingAbove },
    nearest,
    opened,
  }: Pick<StretchToWrite, 'stretch' | 'opened'> & { readonly nearest: Passage | null },
): Heading | null {
  if (nearest !== null) return headingFrom(context, nearest, true)
  const above = headingAbove ?? (form === 'prose' || form === 'list' ? (context.article.title ?? null) : null)
  // The opening slide of a part shows its heading, and the title slide the title of the article. Prose repeats either
  // only if it offers no better title.
  if (form !== 'prose' || (headingAbove !== null && headingAbove !== opened)) return headingFrom(context, above, false)
  const fitting = above !== null && above.text.length > LONGEST_TITLE ? (splitAtColon(above)?.[0] ?? null) : above
  const heading = headingFrom(context, fitting, false)
  return heading === null ? null : { ...heading, above: headingAbove === null ? 'article' : 'part' }
}

/**
 * A section with at least this many words under its heading has substance. A whole part, which the agenda names, needs
 * only one sentence, unless some of it is filler. Sentences that score higher than the last limit for filler do not
 * count.
 */
const MIN_WORDS = 12
const MIN_WORDS_OF_PART = 4
const MOST_FILLER = 1.5
/**
 * The limit for filler where only the place of a sentence was scored, not its words: the end of an article need not be
 * filler.
 */
const MOST_FILLER_BY_PLACE = 2.5

/** Makes the slides of a stretch: at least one for a section of substance, even if none is worth its cost. */
function bodiesWith(
  bodyContext: BodyContext,
  stretch: Stretch,
  under: Parameters<typeof bodiesOf>[2] & { readonly isWhole: boolean },
): readonly Body[] {
  const bodies = bodiesOf(bodyContext, stretch, under)
  if (stretch.form !== 'prose') return bodies
  if (showsTooLittle(bodyContext, stretch, bodies))
    return bodiesOf({ ...bodyContext, objective: generousObjective(bodyContext.objective) }, stretch, under)
  if (bodies.length > 0 || under.heading?.isNew !== true) return bodies
  const scores = stretch.sentences.flatMap(({ span }) => bodyContext.judged.get(span[0]) ?? [])
  const most = bodyContext.context.parse === null ? MOST_FILLER_BY_PLACE : MOST_FILLER
  const words = scores.reduce((sum, { unit, scores: own }) => sum + (own.filler > most ? 0 : unit.words), 0)
  const isClear = under.isWhole && scores.every(({ scores: own }) => own.filler <= most)
  return words >= (isClear ? MIN_WORDS_OF_PART : MIN_WORDS)
    ? bodiesOf({ ...bodyContext, objective: generousObjective(bodyContext.objective) }, stretch, under)
    : []
}

/**
 * In a language without a parser, at least this share of a text's sentences is shown, however long they are, if the
 * text has at least this many.
 */
const LEAST_SENTENCES = 5
const LEAST_SHARE = 0.25

function showsTooLittle({ context, judged }: BodyContext, { sentences }: Stretch, bodies: readonly Body[]): boolean {
  const telling = sentences.filter(({ span }) => (judged.get(span[0])?.scores.filler ?? 1) < 0).length
  const shown = bodies.reduce((sum, { content }) => sum + claimsOf(content).length, 0)
  return context.parse === null && telling >= LEAST_SENTENCES && shown < LEAST_SHARE * telling
}

/** Changes an objective so that nearly every sentence is worth a slide. */
function generousObjective(objective: Objective): Objective {
  return { ...objective, point: objective.point + 6, title: objective.title + 1 }
}

/** Moves text that no slide shows into the notes of the preceding slide. */
function attachUnshown(pieces: readonly Piece[]): Draft[] {
  const drafts: { readonly draft: Draft; readonly said: Sentence[] }[] = []
  for (const piece of pieces) {
    if (piece.type === 'draft') drafts.push({ draft: piece, said: [...piece.said] })
    else drafts.at(-1)?.said.push(...piece.said)
  }
  return drafts.map(({ draft, said }) => ({ ...draft, said }))
}
