/**
 * The maximum number of words on a slide of sentences. With less room, sentences that belong together are torn apart or
 * lost. With more, the type becomes small, and nobody can read it all while listening.
 */
export const MAX_SLIDE_WORDS = 90
