import type { Article, Passage } from '../model/article.ts'
import type { Draft, Point } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { DraftOrNotes } from './draft-or-notes.ts'
import { passageLine } from './line.ts'

/**
 * Combines short sections if the article has many of them in a row: sections with too little content for a slide become
 * a list of their headings, and those whose slides would have only one line each share slides.
 */
export function combineShortSections(pieces: readonly DraftOrNotes[], article: Article): readonly DraftOrNotes[] {
  const runs = runsOf(pieces.map((piece, index) => ({ piece, section: shortSection(piece, pieces[index + 1]) })))
  return runs.flatMap((run) => {
    const { sections } = run
    const minSections = sections.some(({ line }) => line !== null) ? MIN_ONE_LINE_SECTIONS : MIN_UNSHOWN_SECTIONS
    return sections.length < minSections ? run.pieces : chunksOf(sections).map((chunk) => draftOf(chunk, article))
  })
}

/**
 * The minimum number of sections without slides in a run that is combined. In a shorter run, they appear only in the
 * notes.
 */
const MIN_UNSHOWN_SECTIONS = 6
/** The minimum number of sections in such a run if each has its own slide with a single line. */
const MIN_ONE_LINE_SECTIONS = 24
/** The maximum number of sections on a slide if a line of each is shown. */
const LINES_PER_SLIDE = 3
/** The maximum number of sections on a slide if only their headings are shown. */
const HEADINGS_PER_SLIDE = 6

/** A section with little content. */
interface ShortSection {
  readonly heading: Passage
  /** The only line on its slide; null if it has no slide. */
  readonly line: Point['line'] | null
  readonly part: number
  readonly noteSentences: readonly Sentence[]
}

/** Returns a piece as a short section; null if it is too long, or only part of a section. */
function shortSection(piece: DraftOrNotes, next: DraftOrNotes | undefined): ShortSection | null {
  const [first, second] = piece.noteSentences
  if (piece.type === 'notes-only') {
    // A heading above other headings names what they have in common.
    if (first?.kind !== 'heading' || second === undefined || second.kind === 'heading') return null
    return { heading: first, line: null, part: 0, noteSentences: piece.noteSentences }
  }
  const { title, content, purpose, part, noteSentences } = piece
  const [span] = title?.spans ?? []
  const isContinued = next?.type === 'draft' && next.part === part
  if (purpose !== 'body' || title?.kind !== 'heading' || span === undefined || isContinued || noteSentences.length > 1)
    return null
  const line = content.type === 'statement' && content.source === null ? content.statement : onlyPoint(content)
  return line === null || line.kind !== 'prose'
    ? null
    : { heading: { text: title.text, span }, line, part, noteSentences }
}

function onlyPoint(content: Draft['content']): Point['line'] | null {
  if (content.type !== 'points' || content.lead !== null || content.points.length > 1) return null
  return content.points[0]?.line ?? null
}

interface Run {
  readonly pieces: DraftOrNotes[]
  /** Empty for a piece that is not a short section. */
  readonly sections: ShortSection[]
}

/** Finds runs of consecutive short sections of the same kind. Every other piece is a run by itself. */
function runsOf(
  all: readonly { readonly piece: DraftOrNotes; readonly section: ShortSection | null }[],
): readonly Run[] {
  const runs: Run[] = []
  for (const { piece, section } of all) {
    const run = runs.at(-1)
    const last = run?.sections.at(-1)
    if (
      section !== null &&
      run !== undefined &&
      last !== undefined &&
      (last.line === null) === (section.line === null)
    ) {
      run.pieces.push(piece)
      run.sections.push(section)
    } else runs.push({ pieces: [piece], sections: section === null ? [] : [section] })
  }
  return runs
}

function chunksOf(sections: readonly ShortSection[]): readonly (readonly ShortSection[])[] {
  const size = sections.some(({ line }) => line !== null) ? LINES_PER_SLIDE : HEADINGS_PER_SLIDE
  return Array.from({ length: Math.ceil(sections.length / size) }, (_, index) =>
    sections.slice(index * size, (index + 1) * size),
  )
}

function draftOf(sections: readonly ShortSection[], { title }: Article): Draft {
  const points = sections.flatMap(({ heading, line }): readonly Point[] => [
    { line: passageLine(heading, 'heading'), depth: 0 },
    ...(line === null ? [] : [{ line, depth: 1 as const }]),
  ])
  return {
    type: 'draft',
    purpose: 'body',
    part: 0,
    title: title === undefined ? null : passageLine(title, 'heading'),
    content: { type: 'points', lead: null, points },
    noteSentences: sections.flatMap(({ noteSentences }) => noteSentences),
  }
}
