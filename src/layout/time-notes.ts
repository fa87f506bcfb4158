import type { VFile } from 'vfile'
import type { Deck } from '../model/deck.ts'

/**
 * Times the notes of a deck for a talk of this many minutes. If they take longer, each is shortened by the same share;
 * if they leave time over, a message says so.
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

/** A talk is long enough if no more than this share of its time is left over. */
const TOLERANCE = 1.15
