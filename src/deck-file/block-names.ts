// The names of the blocks in a deck file, such as `:::quote`.

import type { Node } from 'unist'
import { closestName } from '../util/closest-name.ts'

/** A container, such as `:::quote`. */
export interface NamedBlock extends Node {
  readonly name: string
}

/** The blocks that give their content a special form, and whether they may contain pictures. */
const FORM_BLOCKS = {
  number: { hasPictures: false },
  quote: { hasPictures: false },
  comparison: { hasPictures: true },
  columns: { hasPictures: true },
  timeline: { hasPictures: false },
} as const

export type FormName = keyof typeof FORM_BLOCKS

export const FORM_NAMES = Object.keys(FORM_BLOCKS) as readonly FormName[]

/** Returns the form that a block gives its content, by its name in any case; null if there is none. */
export function formNamed(name: string): FormName | null {
  return FORM_NAMES.find((form) => form === name.toLowerCase()) ?? null
}

/** Whether a block gives its content a form that has no pictures. */
export function excludesPictures(name: string): boolean {
  const form = formNamed(name)
  return form !== null && !FORM_BLOCKS[form].hasPictures
}

/** The names of blocks with speaker's notes. */
const NOTES_NAMES: readonly string[] = ['notes', 'note']

export const BLOCK_NAMES: readonly string[] = [...NOTES_NAMES, ...FORM_NAMES]

/**
 * Whether a block contains notes. A probable misspelling of such a name counts too, because notes must not be shown to
 * the audience.
 */
export function isNotesBlock(name: string): boolean {
  return isNotesName(name) || NOTES_NAMES.includes(closestName(name, BLOCK_NAMES) ?? '') || /[-_]notes?$/i.test(name)
}

export function isNotesName(name: string): boolean {
  return NOTES_NAMES.includes(name.toLowerCase())
}
