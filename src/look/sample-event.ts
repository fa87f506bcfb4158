// The event of the sample deck, with all the text that an event can add to a slide.

import type { Event } from '../model/event.ts'

/** An invented event without logos, colours or fonts, so that the theme's colours and fonts are measured. */
export const sampleEvent: Event = {
  name: 'Harbour Days',
  short: null,
  edition: '7th edition',
  dates: '3 and 4 October 2026',
  place: 'The Old Power Station',
  address: null,
  hashtag: '#harbourdays',
  speaker: { name: 'Mira Solberg', role: 'Harbour Office', contact: 'mira@harbour.example' },
  logo: null,
  colours: [],
  fonts: { display: null, text: null },
  footer: null,
  sponsors: [{ name: 'The Tide Fund', logo: null }],
  conduct: 'Be kind, and ask before you film.',
}
