import type { VFile } from 'vfile'
import type { Deck } from '../model/deck.ts'

/**
 * Fits the times of the notes into a talk of this many minutes. If the notes take longer, the time for each is reduced
 * in the same proportion; if they leave a lot of time unused, a message says so.
 */
export function fitNotesToMinutes(deck: Deck, minutes: number | null, file: VFile): Deck {
  if (minutes === null) return deck
  const seconds = deck.slides.reduce((sum, { note }) => sum + note.seconds, 0)
  const factor = Math.min(1, (minutes * 60) / Math.max(seconds, 1))
  if (minutes * 60 > seconds * TOLERANCE) {
    const needed = Math.max(1, Math.round(seconds / 60))
    file.info(
      `The talk would take only about ${needed === 1 ? 'a minute' : `${needed} minutes`}, but you asked for ${minutes}. Write more, or ask for fewer minutes.`,
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
      note: { ...slide.note, seconds: Math.round(slide.note.seconds * factor) },
    })),
  }
}

/** The notes count as too short if the talk lasts more than this many times as long. */
const TOLERANCE = 1.15
