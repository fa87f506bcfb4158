import type { VFile } from 'vfile'
import type { Deck } from '../model/deck.ts'

/**
 * Fits the times of the notes into a talk of this many minutes. If the notes take longer, the time for each is reduced
 * by the same share; if they leave much time over, a message says so.
 */
export function timeNotes(deck: Deck, minutes: number | null, file: VFile): Deck {
  if (minutes === null) return deck
  const seconds = deck.slides.reduce((sum, { note }) => sum + note.seconds, 0)
  const share = Math.min(1, (minutes * 60) / Math.max(seconds, 1))
  if (minutes * 60 > seconds * TOLERANCE) {
    const taken = Math.max(1, Math.round(seconds / 60))
    file.info(
      `The article takes about ${taken} minutes to say, but you asked for ${minutes}. Write more, or ask for fewer minutes.`,
      {
        source: 'lectern',
        ruleId: 'length',
      },
    )
  }
  return {
    ...deck,
    slides: deck.slides.map((slide) => ({
      ...slide,
      note: { ...slide.note, seconds: Math.round(slide.note.seconds * share) },
    })),
  }
}

/** The notes are too short for a talk with more than this many times the time that they take. */
const TOLERANCE = 1.15
