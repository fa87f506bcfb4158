// The names of the blocks in a deck file, such as `:::quote`.

import { closest, distance } from 'fastest-levenshtein'

/** The blocks that show their content in a form of their own. */
export const FORM_NAMES = ['number', 'quote', 'comparison', 'columns', 'timeline'] as const

/** The names of the block with what the speaker says. */
const NOTES_NAMES: readonly string[] = ['notes', 'note']

/**
 * Whether a block contains what the speaker says: by its name, or by a name that is probably a misspelling of it,
 * because what was not meant for the audience must not be shown to it.
 */
export function isNotesBlock(name: string): boolean {
  return isNotesName(name) || NOTES_NAMES.includes(meantName(name) ?? '') || /[-_]notes?$/i.test(name)
}

export function isNotesName(name: string): boolean {
  return NOTES_NAMES.includes(name.toLowerCase())
}

/** Returns the name of a block that differs from this one by a letter or two; null if there is none. */
export function meantName(name: string): string | null {
  const nearest = closest(name.toLowerCase(), [...NOTES_NAMES, ...FORM_NAMES])
  return distance(name.toLowerCase(), nearest) <= (nearest.length > 4 ? 2 : 1) ? nearest : null
}
