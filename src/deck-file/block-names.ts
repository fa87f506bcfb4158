// The names of the blocks in a deck file, such as `:::quote`.

import type { Node } from 'unist'
import { meantName } from '../util/meant-name.ts'

/** A container, such as `:::quote`. */
export interface NamedBlock extends Node {
  readonly name: string
}

/** The blocks that show their content in a form of their own. */
export const FORM_NAMES = ['number', 'quote', 'comparison', 'columns', 'timeline'] as const

/** The names of the block with what the speaker says. */
const NOTES_NAMES: readonly string[] = ['notes', 'note']

/**
 * Whether a block contains what the speaker says: by its name, or by a name that is probably a misspelling of it,
 * because what was not meant for the audience must not be shown to it.
 */
export function isNotesBlock(name: string): boolean {
  return isNotesName(name) || NOTES_NAMES.includes(meantBlock(name) ?? '') || /[-_]notes?$/i.test(name)
}

export function isNotesName(name: string): boolean {
  return NOTES_NAMES.includes(name.toLowerCase())
}

/** Returns the block that a misspelled name probably means; null if it resembles none. */
export function meantBlock(name: string): string | null {
  return meantName(name, [...NOTES_NAMES, ...FORM_NAMES])
}
