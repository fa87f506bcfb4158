// Writes the slides of one segment of a section, and the text around it that goes only to the notes.

import type { Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Body, BodyContext } from './body.ts'
import { claimsOf } from './claims.ts'
import { type Context, countSlideWords } from './context.ts'
import { bodiesOfDisplay } from './display-slides.ts'
import { type DraftOrNotes, notesOnly } from './draft-or-notes.ts'
import { headingFrom, headingSentence } from './headings.ts'
import { withoutLabel } from './labelled-items.ts'
import { lineOf } from './line.ts'
import { bodiesOfList } from './list-slides.ts'
import type { Objective } from './plan/objective.ts'
import type { Heading, UsedTitles } from './plan/slide-titles.ts'
import { proseBodies, type TitleContext } from './prose-slides.ts'
import { isContents } from './section-kinds.ts'
import type { Segment } from './section-segments.ts'
import { INITIAL_WEIGHT } from './sentence-versions.ts'
import { splitAtColon } from './split-at-colon.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'

/** A segment, and the facts about its position in the article that affect its slides. */
export interface SegmentToWrite {
  readonly segment: Segment
  readonly part: number
  /** Whether the segment makes up a whole part; false in the opening. */
  readonly isWholePart: boolean
  /** The titles of earlier slides. */
  readonly usedTitles: UsedTitles
  /** The heading on the part's opening slide; null if there is none. */
  readonly partHeading: Passage | null
  /** Sentences that come before the segment in the notes. */
  readonly before: readonly Sentence[]
}

/**
 * Writes the drafts of a segment, and the text that goes only to the notes. A heading that no slide shows goes to the
 * notes, in its original position.
 */
export function writeSegment(
  bodyContext: BodyContext,
  { segment, part, isWholePart, usedTitles, partHeading, before }: SegmentToWrite,
): readonly DraftOrNotes[] {
  const unshownHeadings = segment.headings.filter((heading) => heading !== partHeading)
  const nearest = unshownHeadings.at(-1) ?? null
  const heading =
    labelHeading(bodyContext.context, segment) ?? headingFor(bodyContext.context, { segment, nearest, partHeading })
  const bodies = isContents(segment)
    ? []
    : bodiesWithMinimum(bodyContext, segment, { heading, usedTitles, isWholePart })
  const [first, ...rest] = bodies
  if (first === undefined)
    return [
      notesOnly(
        inOrder([
          ...before,
          ...unshownHeadings.map(headingSentence),
          ...[segment.lead, segment.bridge].flatMap((sentence) => sentence ?? []),
          ...segment.sentences,
        ]),
      ),
    ]
  const shownHeading = first.title?.kind === 'heading' ? first.title.spans[0]?.[0] : undefined
  const isHeadingShown = nearest !== null && shownHeading === nearest.span[0]
  const unshownBefore = before.filter(({ kind, span }) => kind !== 'heading' || span[0] !== shownHeading)
  const noteSentences = inOrder([
    ...unshownBefore,
    ...(isHeadingShown ? unshownHeadings.slice(0, -1) : unshownHeadings).map(headingSentence),
    ...(segment.bridge === null ? [] : [segment.bridge]),
    ...first.noteSentences,
  ])
  return [{ ...first, noteSentences }, ...rest].map(
    (body: Body): Draft => ({ ...body, type: 'draft', purpose: 'body', part }),
  )
}

function inOrder(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.toSorted((one, other) => one.span[0] - other.span[0])
}

/** Returns the label of a list item or a box as a heading; null for any other segment. */
function labelHeading(context: Context, { label }: Segment): Heading | null {
  if (label === null) return null
  const { text } = context.article
  const line = lineOf({ text, spans: [label.span], kind: 'prose', weight: INITIAL_WEIGHT })
  return { line, words: countSlideWords(context, line.text), isNew: true }
}

/**
 * Returns the heading above a segment: its own, or the heading of its section, its part or the article; null if all
 * lack one.
 */
function headingFor(
  context: Context,
  {
    segment: { form, headingAbove },
    nearest,
    partHeading,
  }: Pick<SegmentToWrite, 'segment' | 'partHeading'> & { readonly nearest: Passage | null },
): Heading | null {
  if (nearest !== null) return headingFrom(context, nearest, { isNew: true })
  const nearestHeading = headingAbove ?? (form === 'prose' || form === 'list' ? (context.article.title ?? null) : null)
  // The opening slide of a part already shows the part's heading, and the title slide the article's title. Prose
  // repeats either only if it offers no better title.
  if (form !== 'prose' || (headingAbove !== null && headingAbove !== partHeading))
    return headingFrom(context, nearestHeading, { isNew: false })
  const shortHeading =
    nearestHeading !== null && nearestHeading.text.length > MAX_TITLE_WIDTH
      ? (splitAtColon(nearestHeading)?.[0] ?? null)
      : nearestHeading
  const heading = headingFrom(context, shortHeading, { isNew: false })
  return heading === null ? null : { ...heading, above: headingAbove === null ? 'article' : 'part' }
}

/**
 * A section has substance if it has at least `MIN_WORDS` words under its heading, not counting sentences whose log-odds
 * of being filler exceed `MAX_FILLER`. A part of one segment, which the agenda names, needs only `MIN_WORDS_OF_PART`,
 * unless some of it is filler.
 */
const MIN_WORDS = 12
const MIN_WORDS_OF_PART = 4
const MAX_FILLER = 1.5
/**
 * `MAX_FILLER` for a language without a parser, where scores depend only on position and shape. It is higher, because
 * such scores take the end of an article for filler too easily.
 */
const MAX_FILLER_BY_PLACE = 2.5

/** Makes the slides of a segment: at least one for a section with substance, even if none is worth its cost. */
function bodiesWithMinimum(
  bodyContext: BodyContext,
  segment: Segment,
  { isWholePart, ...titleContext }: TitleContext & { readonly isWholePart: boolean },
): readonly Body[] {
  const bodies = bodiesOf(bodyContext, segment, titleContext)
  if (segment.form !== 'prose') return bodies
  const generousContext = { ...bodyContext, objective: generousObjective(bodyContext.objective) }
  if (showsTooLittle(bodyContext, segment, bodies)) return bodiesOf(generousContext, segment, titleContext)
  const opensSection = titleContext.heading?.isNew === true || isWholePart
  if (bodies.length > 0 || !opensSection) return bodies
  const judged = segment.sentences.flatMap(({ span }) => bodyContext.judged.get(span[0]) ?? [])
  const maxFiller = bodyContext.context.parse === null ? MAX_FILLER_BY_PLACE : MAX_FILLER
  const words = judged.reduce((sum, { unit, scores }) => sum + (scores.filler > maxFiller ? 0 : unit.words), 0)
  const hasNoFiller = judged.every(({ scores }) => scores.filler <= maxFiller)
  return words >= (isWholePart && hasNoFiller ? MIN_WORDS_OF_PART : MIN_WORDS)
    ? bodiesOf(generousContext, segment, titleContext)
    : []
}

function bodiesOf(bodyContext: BodyContext, segment: Segment, titleContext: TitleContext): readonly Body[] {
  if (segment.label !== null && segment.form === 'prose')
    return labelledBodies(bodyContext, segment, { ...titleContext, label: segment.label })
  if (segment.form === 'prose') return proseBodies(bodyContext, segment, titleContext)
  if (segment.form === 'list') return bodiesOfList(bodyContext, segment, titleContext.heading)
  return bodiesOfDisplay(bodyContext, segment, titleContext.heading)
}

/**
 * Returns the bodies that show an item or a box. Each has the label as its title, because its points are about nothing
 * else.
 */
function labelledBodies(
  bodyContext: BodyContext,
  segment: Segment,
  { label, heading }: TitleContext & { readonly label: Passage },
): readonly Body[] {
  const [first, ...rest] = segment.sentences
  const isOnlyLabel = first !== undefined && first.text.replace(/[.:!]$/, '') === label.text
  const sentences = isOnlyLabel ? rest : segment.sentences
  const bodies = proseBodies(bodyContext, { ...segment, sentences }, { heading, usedTitles: { has: () => true } })
  return bodies.map((body, index) => {
    const noteSentences = isOnlyLabel && index === 0 ? [first, ...body.noteSentences] : body.noteSentences
    const titled = { ...body, noteSentences, title: heading?.line ?? body.title }
    return withoutLabel(bodyContext.context.article, titled, label)
  })
}

/**
 * In a language without a parser, a segment with at least `MIN_SENTENCES` sentences that are not filler shows at least
 * `MIN_SHOWN_FRACTION` of them, however long they are.
 */
const MIN_SENTENCES = 5
const MIN_SHOWN_FRACTION = 0.25

function showsTooLittle({ context, judged }: BodyContext, { sentences }: Segment, bodies: readonly Body[]): boolean {
  const meaningful = sentences.filter(({ span }) => (judged.get(span[0])?.scores.filler ?? 1) < 0).length
  const shown = bodies.reduce((sum, { content }) => sum + claimsOf(content).length, 0)
  return context.parse === null && meaningful >= MIN_SENTENCES && shown < MIN_SHOWN_FRACTION * meaningful
}

/** Changes an objective so that nearly every sentence is worth a slide. */
function generousObjective(objective: Objective): Objective {
  return { ...objective, point: objective.point + 6, title: objective.title + 1 }
}
