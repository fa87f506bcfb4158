import type { Event } from '../../src/model/event.ts'

/** An event with a name, dates, a place, an address and a speaker. */
export const event: Event = {
  name: 'Harbour Days',
  short: null,
  edition: null,
  dates: '14 to 16 May',
  place: 'Upper Lock',
  address: { url: 'https://harbour.example/', text: 'harbour.example', code: { size: 21, path: 'M0 0h7v7h-7z' } },
  hashtag: '#HD26',
  speaker: { name: 'Jo Example', role: 'Keeper of the gauges', contact: null },
  logo: null,
  colours: [],
  fonts: { display: null, text: null },
  footer: null,
  sponsors: [],
  conduct: null,
}
