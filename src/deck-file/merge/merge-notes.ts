// Merges the notes of a deck file with those of the new deck.

import { addReplacedLines } from './add-replaced-lines.ts'
import type { ComparedVersions, MergedSlides } from './merge-slides.ts'
import type { SlidePositions } from './order-slides.ts'
import { type PlacedNotes, placeSentences } from './place-sentences.ts'

/**
 * Merges the notes. Together, they contain every sentence of the new article except those that the author has removed.
 */
export function mergeNotes(
  { positions, mergedSlides }: MergedSlides,
  { myVersions, baseVersions, theirVersions }: ComparedVersions,
): PlacedNotes {
  const slides = mergedSlides.map((slide, index) =>
    addReplacedLines(slide, theirVersions[positions[index]?.theirs ?? -1]),
  )
  return placeSentences({
    notes: slides.map(({ tokens }) => tokens),
    mergedIndexes: mergedIndexesOf(positions, theirVersions.length),
    mine: myVersions.map(({ tokens }) => tokens),
    base: baseVersions.map(({ tokens }) => tokens),
    theirs: theirVersions.map(({ tokens }) => tokens),
  })
}

/**
 * Returns, for each slide of the new deck, the index of the merged slide with the same content or, if the author has
 * removed that slide, of the merged slide before it.
 */
function mergedIndexesOf(positions: readonly SlidePositions[], newSlideCount: number): readonly number[] {
  const firstIndex = positions.findIndex(({ theirs }) => theirs !== null)
  let lastFound = Math.max(0, firstIndex)
  return Array.from({ length: newSlideCount }, (_, newIndex) => {
    const mergedIndex = positions.findIndex(({ theirs }) => theirs === newIndex)
    if (mergedIndex >= 0) lastFound = mergedIndex
    return lastFound
  })
}
