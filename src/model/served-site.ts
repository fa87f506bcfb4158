/** The files that are served, in memory: from path, such as `index.html`, to text. No other files can be requested. */
export type Site = ReadonlyMap<string, string>

/** The path of the deck's page. */
export const DECK_PAGE = 'index.html'

/** The address of the event stream of a served deck, relative to its page. */
export const EVENTS_PATH = 'events'
