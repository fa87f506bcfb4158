import type { Draft, Line } from '../model/draft.ts'
import { type Ledger, MOST_POINTS, MOST_WORDS, wordsIn } from './ledger.ts'
import { type Piece, unshown } from './piece.ts'
import { linesShown, saidAndShown } from './shown-lines.ts'
import { standsAlone } from './stands.ts'

/**
 * Says, and does not show, a listing that the slide before shows already. Gives what makes no slide by itself, one untitled line that says little alone, to the slide before or after it: as one
 * more point where there is room, else as something that is only said.
 */
export function settled(ledger: Ledger, pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = []
  for (const piece of pieces) {
    const host = hostIn(done)
    if (host !== null && host.between.length === 0 && isDraft(piece) && showsTheSame(host.draft, piece)) {
      done.push(unshown(saidAndShown(piece)))
      continue
    }
    const joined = host === null || !isDraft(piece) ? null : join(ledger, host.draft, piece, host.between)
    if (host !== null && joined !== null) done.splice(host.at, done.length - host.at, joined)
    else if (isThin(piece) && host !== null) done.push(unshown(piece.said))
    else done.push(piece)
  }
  return opened(ledger, done)
}

/**
 * What a run of slides begins with, where that is one line alone, is only said, with the slide before, unless it is what the first
 * sentence says. An article may begin with such a line: then it is a statement where it can be.
 */
function opened(ledger: Ledger, pieces: readonly Piece[]): Piece[] {
  const at = pieces.findIndex(isDraft)
  const first = pieces[at]
  const line = first === undefined ? null : aloneOn(first)
  if (first === undefined || !isDraft(first) || line === null || ledger.parse === null) return [...pieces]
  const isStatement = first.part === 0 && standsAlone(ledger, { line, sentences: first.said })
  if (isStatement)
    return pieces.toSpliced(at, 1, { ...first, content: { type: 'statement', statement: line, source: null } })
  const isLede = (line.spans[0]?.[0] ?? 0) < (first.said[0]?.span[1] ?? 0)
  const isOnly = first.part > 0 && pieces.filter(isDraft).length === 1
  return isLede || isOnly ? [...pieces] : pieces.toSpliced(at, 1, unshown(first.said))
}

/** Whether a listing or a table stands there twice, as it does where a page shows source and result. */
function showsTheSame(one: Draft, other: Draft): boolean {
  const [first, second] = [one, other].map((draft) => linesShown(draft).map(({ text }) => text))
  const isUntitled = other.title === null || goesOn(other.title, one.title)
  const isAlike = one.content.type === other.content.type && isUntitled && one.part === other.part
  return isAlike && first !== undefined && first.length > 0 && first.join('\n') === second?.join('\n')
}

/** Whether a title is a heading that a slide before bears. */
function goesOn(title: Line, before: Line | null): boolean {
  return title.kind === 'heading' && title.spans[0]?.[0] === before?.spans[0]?.[0]
}

/** The same without a listing or a table that a slide has shown before: it is only said. */
export function withoutRepeats(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>()
  const headings = new Set<number>()
  return pieces.map((piece) => {
    if (!isDraft(piece)) return piece
    const heading = piece.title?.kind === 'heading' ? piece.title.spans[0]?.[0] : undefined
    const opens = heading !== undefined && !headings.has(heading)
    if (heading !== undefined) headings.add(heading)
    if (opens) return piece
    const lines = linesShown(piece).map(({ text }) => text)
    const key = JSON.stringify([piece.content.type, ...lines])
    const isRepeat = lines.length > 0 && piece.content.type !== 'statement' && seen.has(key)
    seen.add(key)
    return isRepeat ? unshown(saidAndShown(piece)) : piece
  })
}

interface Host {
  readonly draft: Draft
  readonly at: number
  /** What is only said after it. */
  readonly between: readonly Piece[]
}

/** The last slide, where nothing that concludes follows it. */
function hostIn(done: readonly Piece[]): Host | null {
  const at = done.findLastIndex(isDraft)
  const draft = done[at]
  const between = done.slice(at + 1)
  if (draft === undefined || !isDraft(draft) || draft.purpose !== 'body') return null
  return between.some((piece) => piece.type === 'unshown' && piece.concluding.length > 0)
    ? null
    : { draft, at, between }
}

function isDraft(piece: Piece): piece is Draft {
  return piece.type === 'draft'
}

/** One slide of two where one of them is thin, and the title stands for both: the name of the section, or none. */
function join(ledger: Ledger, one: Draft, other: Draft, between: readonly Piece[]): Draft | null {
  if (one.part !== other.part || other.title !== null || !(isThin(one) || isThin(other))) return null
  if (one.content.type !== 'points' || other.content.type !== 'points') return null
  // What is added would stand under the lead of the others.
  if (one.content.lead !== null || other.content.lead !== null || (one.title !== null && one.title.kind !== 'heading'))
    return null
  const points = [...one.content.points, ...other.content.points]
  const words = wordsIn(ledger, [one.title, one.content.lead, ...points.map(({ line }) => line)])
  if (points.length > MOST_POINTS || words > MOST_WORDS) return null
  return {
    ...one,
    content: { ...one.content, points },
    said: [...one.said, ...between.flatMap(({ said }) => said), ...other.said],
  }
}

/** A single line without a title that would leave a room wondering. */
function isThin(piece: Piece): boolean {
  return aloneOn(piece) !== null
}

function aloneOn(piece: Piece): Line | null {
  if (piece.type !== 'draft' || piece.title !== null || piece.content.type !== 'points') return null
  const [only, ...others] = piece.content.points
  return only !== undefined && others.length === 0 && piece.content.lead === null ? only.line : null
}
