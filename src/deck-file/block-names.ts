// The names of the blocks in a deck file, such as `:::quote`.

import type { Node } from 'unist'
import { closestName } from '../util/closest-name.ts'

/** A container, such as `:::quote`. */
export interface NamedBlock extends Node {
  readonly name: string
}

/** The blocks that give their content a special form. */
export const FORM_NAMES = ['number', 'quote', 'comparison', 'columns', 'timeline'] as const

/** The names of blocks with speaker's notes. */
const NOTES_NAMES: readonly string[] = ['notes', 'note']

/**
 * Whether a block contains notes. A probable misspelling of such a name counts too, because notes must not be shown to
 * the audience.
 */
export function isNotesBlock(name: string): boolean {
  return isNotesName(name) || NOTES_NAMES.includes(closestBlockName(name) ?? '') || /[-_]notes?$/i.test(name)
}

export function isNotesName(name: string): boolean {
  return NOTES_NAMES.includes(name.toLowerCase())
}

/** Returns the block name closest to a misspelled one; null if it resembles none. */
export function closestBlockName(name: string): string | null {
  return closestName(name, [...NOTES_NAMES, ...FORM_NAMES])
}
