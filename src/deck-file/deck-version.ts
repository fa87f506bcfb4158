/** The version of the format of deck files, as written in their front matter. */
export const DECK_VERSION = 'deck/1'
