import type { Outline, OutlineSection, Weighed } from '../model/outline.ts'
import type { Ledger } from './ledger.ts'
import type { Piece } from './piece.ts'
import { writeTakeaways } from './takeaways.ts'

/** Puts what the parts come to on a slide at the end; the last conclusion is said over it. */
export function conclude(ledger: Ledger, pieces: readonly Piece[], outline: Outline): Piece[] {
  const concluding = pieces.flatMap((piece) => (piece.type === 'unshown' ? piece.concluding : []))
  const last = pieces.at(-1)
  const isFinal = last?.type === 'unshown' && last.concluding.length > 0
  const slides = pieces.filter((piece) => piece.type === 'draft' && piece.purpose === 'body').length
  const isLong = slides >= (outline.parts.length >= MANY_PARTS ? LONG_TALK_OF_PARTS : LONG_TALK)
  const takeaways = writeTakeaways(ledger, {
    concluding,
    parts: isLong ? outline.parts.map(harvestOf).filter(({ sentences }) => sentences.length > 0) : [],
    said: isFinal ? last.said : [],
  })
  if (takeaways === null) return [...pieces]
  return [...(isFinal ? pieces.slice(0, -1) : pieces), takeaways]
}

/** What fewer slides say is still in everybody's mind at the end. */
const LONG_TALK = 6

/** A talk of so many parts has come a long way sooner. */
const MANY_PARTS = 3
const LONG_TALK_OF_PARTS = 4

function harvestOf(part: OutlineSection) {
  return { heading: part.section.heading?.text ?? '', sentences: sentencesIn(part) }
}

function sentencesIn({ paragraphs, sections }: OutlineSection): readonly Weighed[] {
  return [...paragraphs.flatMap(({ sentences }) => sentences), ...sections.flatMap(sentencesIn)]
}
