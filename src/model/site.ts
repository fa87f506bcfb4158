/** What is served, in memory: from path, such as `index.html`, to text. Nothing else can be asked for. */
export type Site = ReadonlyMap<string, string>

/** The page of a site that is the deck itself. */
export const DECK_PAGE = 'index.html'

/** Where, seen from its page, a deck that is served hears of changes. */
export const EVENTS_PATH = 'events'
