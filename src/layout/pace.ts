import type { VFile } from 'vfile'
import type { Deck } from '../model/deck.ts'

/**
 * The deck with its notes timed for a talk of so many minutes. What takes longer to say is to be cut short, each note by the
 * same share; what is said sooner leaves time over, which a message tells.
 */
export function paced(deck: Deck, minutes: number | null, file: VFile): Deck {
  if (minutes === null) return deck
  const seconds = deck.slides.reduce((sum, { note }) => sum + note.seconds, 0)
  const share = Math.min(1, (minutes * 60) / Math.max(seconds, 1))
  if (minutes * 60 > seconds * CLOSE) {
    const taken = Math.max(1, Math.round(seconds / 60))
    file.info(
      `The article takes about ${taken} minutes to say, and ${minutes} were asked for. Say more, or ask for less.`,
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

/** A talk that fills its time but for this share is long enough. */
const CLOSE = 1.15
