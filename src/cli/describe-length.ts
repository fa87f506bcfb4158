import type { Deck } from '../model/deck.ts'

const SECONDS_PER_MINUTE = 60

/** Describes the length of a deck: `24 slides, about 14 minutes`. */
export function describeLength({ slides }: Deck): string {
  const seconds = slides.reduce((sum, { note }) => sum + note.seconds, 0)
  const minutes = Math.max(1, Math.round(seconds / SECONDS_PER_MINUTE))
  return `${formatCount(slides.length, 'slide')}, about ${formatCount(minutes, 'minute')}`
}

/** Writes a number with a noun: `1 slide`, `2 slides`. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
