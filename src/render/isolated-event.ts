import type { Deck } from '../model/deck.ts'
import type { Event } from '../model/event.ts'

/**
 * Returns the event of a deck. If the deck runs from right to left, the event's texts are isolated: otherwise the `#`
 * of a hashtag, the full stop of an English sentence and the days of a date would move to the other end of their words.
 */
export function isolatedEvent({ event, direction }: Pick<Deck, 'event' | 'direction'>): Event | null {
  if (event === null || direction !== 'rtl') return event
  const { speaker } = event
  return {
    ...event,
    name: isolate(event.name),
    short: isolateIfAny(event.short),
    edition: isolateIfAny(event.edition),
    dates: isolateIfAny(event.dates),
    place: isolateIfAny(event.place),
    hashtag: isolateIfAny(event.hashtag),
    footer: isolateIfAny(event.footer),
    conduct: isolateIfAny(event.conduct),
    speaker: speaker && {
      name: isolate(speaker.name),
      role: isolateIfAny(speaker.role),
      contact: isolateIfAny(speaker.contact),
    },
    sponsors: event.sponsors.map((sponsor) => ({ ...sponsor, name: isolate(sponsor.name) })),
  }
}

/**
 * Encloses words in characters that make them run in their own direction: FIRST STRONG ISOLATE and POP DIRECTIONAL
 * ISOLATE.
 */
function isolate(words: string): string {
  return `\u2068${words}\u2069`
}

function isolateIfAny(words: string | null): string | null {
  return words === null ? null : isolate(words)
}
