/** Maps the path of each file that is served, such as `index.html`, to its text. No other files can be requested. */
export type Site = ReadonlyMap<string, string>

/** The path of the deck's page. */
export const DECK_PAGE = 'index.html'

/** The address of the event stream of a served deck, relative to its page. */
export const EVENTS_PATH = 'events'
