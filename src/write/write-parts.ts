// Writes the slides of all parts.

import type { Passage } from '../model/article.ts'
import { withoutNumber } from '../model/numbered-title.ts'
import type { Outline, Sentence } from '../model/outline.ts'
import type { BodyContext } from './body.ts'
import { titleSentenceFor } from './display-slides.ts'
import { type DraftOrNotes, notesOnly } from './draft-or-notes.ts'
import { writePart } from './frame-slides.ts'
import { withoutPartNumber } from './heading-numbers.ts'
import { headingSentence } from './headings.ts'
import { keyOf } from './plan/slide-titles.ts'
import { isContents } from './section-kinds.ts'
import { type Segment, segmentsIn, segmentsOf } from './section-segments.ts'
import { writeSegment } from './write-segment.ts'
import type { StepGenerator, StepRange } from './writer-steps.ts'

/** The parts of an outline, and the paragraphs before them. */
export interface Parts {
  readonly opening: Outline['opening']
  readonly parts: Outline['parts']
  /** The parts that have content. Only these are numbered. */
  readonly partsWithContent: Outline['parts']
  /** Whether a slide opens each part. */
  readonly hasPartSlides: boolean
}

/** Writes the drafts of all parts and, between them, the text that goes only to the notes. */
export function* writeParts(
  bodyContext: BodyContext,
  { opening, parts, partsWithContent, hasPartSlides }: Parts,
): StepGenerator<DraftOrNotes[]> {
  let usedTitles: ReadonlySet<string> = new Set()
  const pieces: DraftOrNotes[] = []
  const openings: PartOpening[] = []
  for (const [part, segments] of [
    [0, segmentsOf(opening, null)] as const,
    ...parts.map((each) => [partsWithContent.indexOf(each) + 1, segmentsIn(each)] as const),
  ]) {
    const section = part > 0 ? partsWithContent[part - 1]?.section : undefined
    const heading = section?.heading === undefined ? null : withoutPartNumber(section.heading, part)
    if (hasPartSlides && section?.heading !== undefined && heading !== null) {
      openings.push({ index: pieces.length, heading: section.heading })
      pieces.push(writePart(part, heading))
    }
    let hasSlide = hasPartSlides && heading !== null
    let pending: Pending = NOTHING_PENDING
    for (const [index, segment] of segments.entries()) {
      yield rangeOf(segment)
      const current = {
        ...segment,
        headings: [...pending.headings, ...segment.headings],
        lead: segment.lead ?? pending.lead,
      }
      const partHeading = hasPartSlides ? (section?.heading ?? null) : null
      const written = writeSegment(bodyContext, {
        ...{ segment: current, part, usedTitles, partHeading, before: pending.before },
        isWholePart: part > 0 && segments.length === 1,
      })
      const next = segments[index + 1]
      const isUnshown = written.every(({ type }) => type === 'notes-only')
      pending =
        isUnshown && next !== undefined
          ? (introductionTo(next, current, bodyContext) ??
            pendingFor(next, current, { written, partHeading, hasSlide }))
          : NOTHING_PENDING
      if (pending !== NOTHING_PENDING) continue
      hasSlide ||= !isUnshown
      pieces.push(...written)
      usedTitles = new Set([
        ...usedTitles,
        ...written.flatMap((piece) => (piece.type === 'draft' && piece.title !== null ? [keyOf(piece.title)] : [])),
      ])
    }
  }
  return withoutRepeatedOpenings(withoutEmptyLastParts(pieces, openings))
}

/** The slide that opens a part: its index in the pieces, and the part's heading. */
interface PartOpening {
  readonly index: number
  readonly heading: Passage
}

/**
 * Moves the headings of the last parts to the notes if no slide follows them, as in a part that contains only thanks.
 */
function withoutEmptyLastParts(pieces: readonly DraftOrNotes[], openings: readonly PartOpening[]): DraftOrNotes[] {
  const lastBody = pieces.findLastIndex((piece) => piece.type === 'draft' && piece.purpose !== 'part')
  const headings = new Map(
    openings.filter(({ index }) => index > lastBody).map(({ index, heading }) => [index, heading]),
  )
  return pieces.map((piece, index) => {
    const heading = headings.get(index)
    return heading === undefined ? piece : notesOnly([headingSentence(heading)])
  })
}

/** Leaves out the slide that opens a part if the part's first slide has the same title. */
function withoutRepeatedOpenings(pieces: readonly DraftOrNotes[]): DraftOrNotes[] {
  return pieces.filter((piece, index) => {
    const next = pieces[index + 1]
    if (piece.type !== 'draft' || piece.purpose !== 'part' || next?.type !== 'draft') return true
    return next.part !== piece.part || withoutNumber(next.title)?.text !== piece.title?.text
  })
}

/** Text held back for the next slide of its section. */
interface Pending {
  /** Headings that the next slide may still show. */
  readonly headings: readonly Passage[]
  /** Sentences for the notes of the next slide. */
  readonly before: readonly Sentence[]
  /** The sentence that introduces the picture on the next slide; null if there is none. */
  readonly lead: Sentence | null
}

const NOTHING_PENDING: Pending = { headings: [], before: [], lead: null }

/**
 * Returns what prose without a slide leaves to the picture directly below it: its best sentence, which becomes the
 * title of the picture, and the others for the notes. Null if there is no such picture or sentence.
 */
function introductionTo(
  next: Segment,
  { form, headings, sentences }: Segment,
  bodyContext: BodyContext,
): Pending | null {
  const isDirectlyAbove = next.form === 'image' && next.lead === null && next.headings.length === 0
  if (form !== 'prose' || !isDirectlyAbove || headings.length > 0) return null
  const lead = titleSentenceFor(bodyContext, sentences)
  return lead === null ? null : { headings: [], before: sentences.filter((sentence) => sentence !== lead), lead }
}

interface UnshownSegment {
  readonly written: readonly DraftOrNotes[]
  readonly partHeading: Passage | null
  /** Whether its part already has a slide. */
  readonly hasSlide: boolean
}

/**
 * If text at the beginning of a section or part has no slide, keeps it for the notes of the section's next slide,
 * because the previous slide is about something else.
 */
function pendingFor(next: Segment, current: Segment, { written, partHeading, hasSlide }: UnshownSegment): Pending {
  const noteSentences = written.flatMap((piece) => piece.noteSentences)
  const headings = current.headings.filter((heading) => heading !== partHeading)
  const isSameSection = next.headings.length === 0
  if (isContents(current) || (isSameSection ? current.headings.length === 0 : hasSlide)) return NOTHING_PENDING
  // A picture that no sentence introduces has no title other than the heading.
  if (!isSameSection || next.form !== 'image' || next.lead !== null)
    return { headings: [], before: noteSentences, lead: null }
  const headingStarts = new Set(headings.map(({ span }) => span[0]))
  const before = noteSentences.filter(({ span }) => !headingStarts.has(span[0]))
  return { headings: current.headings, before, lead: null }
}

function rangeOf({ headings, sentences }: Segment): StepRange {
  const offset = (headings[0] ?? sentences[0])?.span[0] ?? 0
  return { offset, characters: Math.max(0, (sentences.at(-1)?.span[1] ?? 0) - offset) }
}
