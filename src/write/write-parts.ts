// Writes the slides of all parts.

import type { Passage } from '../model/article.ts'
import type { Outline, Sentence } from '../model/outline.ts'
import type { BodyContext } from './body.ts'
import { writePart } from './frame-slides.ts'
import { withoutPartNumber } from './heading-numbers.ts'
import { headingSentence } from './headings.ts'
import { notesOnly, type Piece } from './piece.ts'
import { keyOf } from './plan/slide-titles.ts'
import { isContents, isCredits } from './section-kinds.ts'
import type { StepGenerator, StepPlace } from './step.ts'
import { type Stretch, stretchesIn, stretchesOf } from './stretches.ts'
import { writeStretch } from './write-stretch.ts'

/** What comes before the parts, and the parts. */
export interface Parts {
  readonly opening: Outline['opening']
  readonly parts: Outline['parts']
  /** The parts that have something to say. Only these have numbers. */
  readonly partsWithContent: Outline['parts']
  /** Whether a slide opens each part. */
  readonly opensParts: boolean
}

/** Writes the drafts of all parts, and between them the text that goes only to the notes, in order. */
export function* writeParts(
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
      const current = { ...stretch, headings: [...pending.headings, ...stretch.headings] }
      const partHeading = opensParts ? (section?.heading ?? null) : null
      const written = writeStretch(bodyContext, {
        ...{ stretch: current, part, used, partHeading, before: pending.before },
        isWhole: stretches.length === 1,
      })
      const next = stretches[index + 1]
      const isUnshown = written.every(({ type }) => type === 'unshown')
      pending =
        isUnshown && next !== undefined ? pendingFor(next, current, { written, partHeading, isOpen }) : NOTHING_PENDING
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

/** Moves the headings of the last parts to the notes if no slide follows them: thanks, or a contact address. */
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
function pendingFor(next: Stretch, current: Stretch, { written, partHeading, isOpen }: UnshownStretch): Pending {
  const noteSentences = written.flatMap((piece) => piece.noteSentences)
  const headings = current.headings.filter((heading) => heading !== partHeading)
  const isSameSection = next.headings.length === 0
  if (isContents(current) || isCredits(current) || (isSameSection ? current.headings.length === 0 : isOpen))
    return NOTHING_PENDING
  // A picture that no sentence introduces has no title other than the heading.
  if (!isSameSection || next.form !== 'image' || next.lead !== null) return { headings: [], before: noteSentences }
  const spokenAt = new Set(headings.map(({ span }) => span[0]))
  return { headings: current.headings, before: noteSentences.filter(({ span }) => !spokenAt.has(span[0])) }
}

function placeOf({ headings, sentences }: Stretch): StepPlace {
  const offset = (headings[0] ?? sentences[0])?.span[0] ?? 0
  return { offset, characters: Math.max(0, (sentences.at(-1)?.span[1] ?? 0) - offset) }
}
