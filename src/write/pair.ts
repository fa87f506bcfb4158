import type { Draft } from '../model/draft.ts'
import { type Group, wordsSaid } from './group.ts'
import { type Ledger, type Mark, rollBack } from './ledger.ts'
import type { Piece } from './piece.ts'

/** A group, what became of it, and what the ledger held before. */
export interface Written {
  readonly group: Group
  readonly pieces: readonly Piece[]
  readonly mark: Mark
}

/** More words than this, spoken over one slide, would be a speech. */
const MOST_WORDS_SAID = 190

/**
 * One slide for two groups of prose that follow each other, where one of them makes a slide of one point and the other none that
 * is better: a title and two points or more. Null where they do not come to that, and then the ledger is as it was.
 */
export function pairOf(
  ledger: Ledger,
  [one, other]: readonly [Written, Written],
  write: (group: Group) => readonly Piece[],
): Written | null {
  if (!isPair(ledger, one.group, other.group)) return null
  const [first, second] = [slideOf(one.pieces), slideOf(other.pieces)]
  if (first === null || second === null || isFull(first) || isFull(second)) return null
  if (pointsOn(first) > 1 && pointsOn(second) > 1) return null
  const group = { ...one.group, sentences: [...one.group.sentences, ...other.group.sentences] }
  rollBack(ledger, one.mark)
  const pieces = write(group)
  const slide = slideOf(pieces)
  if (slide !== null && isFull(slide)) return { group, pieces, mark: one.mark }
  rollBack(ledger, one.mark)
  write(one.group)
  write(other.group)
  return null
}

function isPair({ article }: Ledger, one: Group, other: Group): boolean {
  const isProse = [one, other].every(({ form, concludes, asks }) => form === 'prose' && !concludes && !asks)
  // A question asks for an answer of its own.
  const isAsking = /[?？]$/u.test(other.sentences[0]?.text ?? '')
  if (!isProse || isAsking || other.headings.length > 0 || one.under !== other.under) return false
  return wordsSaid([...one.sentences, ...other.sentences], article.language) <= MOST_WORDS_SAID
}

/** The only slide of a group, where that is one of points. */
function slideOf(pieces: readonly Piece[]): Draft | null {
  const [only, ...others] = pieces
  return only?.type === 'draft' && others.length === 0 && only.content.type === 'points' ? only : null
}

function isFull(slide: Draft): boolean {
  return slide.title !== null && pointsOn(slide) > 1
}

function pointsOn({ content }: Draft): number {
  return content.type === 'points' ? content.points.length + (content.lead === null ? 0 : 1) : 0
}
