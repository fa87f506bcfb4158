/** The version of the deck file format, as written in the front matter of deck files. */
export const DECK_VERSION = 'deck/1'
