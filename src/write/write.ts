// The writer: makes drafts of all slides from an outline.

import type { Grammar } from '../grammar/grammar.ts'
import type { Article } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { Outline, OutlineSection, Sentence } from '../model/outline.ts'
import { LONG_TEXT } from '../util/run-with-time-limit.ts'
import type { BodyContext } from './body.ts'
import { raiseCalloutScore } from './callouts.ts'
import type { Context } from './context.ts'
import type { DraftOrNotes } from './draft-or-notes.ts'
import { ensureOneSlide } from './ensure-one-slide.ts'
import { attachFootnotes, separateFootnotes } from './footnotes.ts'
import { titleSentenceOf, writeAgenda, writeClosing, writeOpening } from './frame-slides.ts'
import { type JudgeWeights, judge, obscurityBy, SHIPPED_WEIGHTS, titleRanksBy } from './judge/judge.ts'
import type { Scores } from './judge/scores.ts'
import { type Unit, unitsOf } from './judge/units.ts'
import { parserOf } from './parser.ts'
import { hasContent, partNames } from './part-names.ts'
import { runPasses } from './passes/passes.ts'
import { OBJECTIVE, type Objective, UNPARSED_OBJECTIVE } from './plan/objective.ts'
import { removeRepeatedSlides } from './remove-repeated-slides.ts'
import { messageOf, writeTakeaways } from './takeaways.ts'
import { shortenToLength } from './talk-length.ts'
import { writeParts } from './write-parts.ts'
import type { WriterMemory } from './writer-memory.ts'
import { type StepGenerator, type StepRange, wholeArticle } from './writer-steps.ts'

/** The options of the writer. */
export interface WriterOptions {
  /** Null for a language without a grammar, whose sentences are shown whole. */
  readonly grammar: Grammar | null
  /** Results kept from earlier runs, to which this run adds its own. Empty if absent. */
  readonly memory?: WriterMemory | undefined
  /** The name of the talk if its article has no title. */
  readonly name: string
  /** The maximum length of the talk; null for no limit. */
  readonly minutes: number | null
  /** The weights of the judge and the objective of the plan. If absent, Lectern's own are used. */
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

/** Functions that run the steps of the writer. */
export interface StepRunner {
  /**
   * Runs one or more steps. It may let other work run first, and may throw to stop. `currentRange` returns the range of
   * the step that began last.
   */
  readonly run: <T>(steps: () => T, characters: number, currentRange: () => StepRange) => Promise<T>
  /** Whether the turn is over, so that `steps` should return and let other work run. */
  readonly isTurnOver: () => boolean
}

/**
 * Does the same as `write`, in steps: one before the segments, one for each segment, and one after. Short steps are
 * run together.
 */
export async function writeInSteps(
  outline: Outline,
  options: WriterOptions,
  { run, isTurnOver }: StepRunner,
): Promise<Draft[]> {
  const work = writerSteps(outline, options)
  let range = wholeArticle(outline)
  const next = () => {
    let step = work.next()
    while (step.done !== true && step.value.characters < LONG_TEXT && !isTurnOver()) {
      range = step.value
      step = work.next()
    }
    return step
  }
  for (;;) {
    const step = await run(next, range.characters, () => range)
    if (step.done === true) return step.value
    range = step.value
  }
}

function* writerSteps(
  whole: Outline,
  { grammar, memory, name, minutes, weights, objective }: WriterOptions,
): StepGenerator<Draft[]> {
  const { outline, footnotes } = separateFootnotes(whole)
  const { article, opening, parts } = outline
  const context: Context = {
    article,
    parse: grammar === null ? null : parserOf(grammar, memory),
    titleSentence: titleSentenceOf(outline, name)?.span ?? null,
  }
  const units = unitsOf(outline)
  yield wholeArticle(outline)
  const scores = judge(article, units, {
    parse: context.parse,
    weights,
    memory: weights === undefined ? memory?.scores : undefined,
  })
  const bodyContext: BodyContext = {
    context,
    judged: judgedUnits(article, units, scores),
    objective: objective ?? (grammar === null ? UNPARSED_OBJECTIVE : OBJECTIVE),
    ranks: titleRanksBy(weights ?? SHIPPED_WEIGHTS),
    obscurityOf: grammar === null ? null : obscurityBy(weights ?? SHIPPED_WEIGHTS, article),
  }
  const partsWithContent = parts.filter(hasContent)
  const hasPartSlides = needsPartSlides(partsWithContent, units.length)
  const writeBody = (attemptContext: BodyContext) =>
    writeParts(attemptContext, { opening, parts, partsWithContent, hasPartSlides })
  const firstAttempt = yield* writeBody(bodyContext)
  yield wholeArticle(outline)
  // An article with nothing worth showing still gets a slide.
  const isEmpty = !firstAttempt.some(
    (piece) => piece.type === 'draft' && piece.purpose === 'body' && piece.content.type !== 'image',
  )
  const body = removeRepeatedSlides(
    article.text,
    isEmpty
      ? yield* writeBody({ ...bodyContext, objective: { ...bodyContext.objective, point: 8, filler: 0, untitled: 0 } })
      : firstAttempt,
  )
  const pieces = ensureOneSlide(body, article)
  const shown = new Set(pieces.flatMap((piece) => (piece.type === 'draft' && piece.part > 0 ? [piece.part] : [])))
  const judgedDrafts = { units, scores, drafts: pieces.filter((piece) => piece.type === 'draft') }
  const takeaways = writeTakeaways(context, judgedDrafts)
  const message = takeaways === null ? messageOf(context, judgedDrafts) : null
  const allPieces = [
    writeOpening(outline, name),
    ...writeAgenda(context, partNames(outline), shown),
    ...pieces,
    ...(takeaways === null ? [] : [takeaways]),
  ]
  const keptPieces = minutes === null ? allPieces : shortenToLength(allPieces, { minutes, language: article.language })
  const drafts = runPasses(attachUnshown(keptPieces), { ...bodyContext, units, scores })
  return [...attachFootnotes(drafts, footnotes), writeClosing(article, message)]
}

/** Pairs units with their scores, keyed by the start of their sentences. */
function judgedUnits(article: Article, units: readonly Unit[], scores: readonly Scores[]): BodyContext['judged'] {
  return new Map(
    units.flatMap((unit, index) => {
      const unitScores = scores[index]
      return unitScores === undefined
        ? []
        : [[unit.sentence.span[0], { unit, scores: raiseCalloutScore(article, unit, unitScores) }] as const]
    }),
  )
}

/** A slide opens each part only if the parts have, on average, at least this many units. */
const MIN_UNITS = 16

function needsPartSlides(parts: readonly OutlineSection[], unitCount: number): boolean {
  return parts.length > 1 && unitCount / parts.length >= MIN_UNITS
}

/** Moves text that no slide shows into the notes of the preceding slide. */
function attachUnshown(pieces: readonly DraftOrNotes[]): Draft[] {
  const drafts: { readonly draft: Draft; readonly noteSentences: Sentence[] }[] = []
  for (const piece of pieces) {
    if (piece.type === 'draft') drafts.push({ draft: piece, noteSentences: [...piece.noteSentences] })
    else drafts.at(-1)?.noteSentences.push(...piece.noteSentences)
  }
  return drafts.map(({ draft, noteSentences }) => ({ ...draft, noteSentences }))
}
