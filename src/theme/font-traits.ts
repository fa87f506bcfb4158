// Reads from a font file which weights and slant it has.

import type { Face } from '../model/face.ts'
import { REGULAR } from './font-schema.ts'
import { fontTablesIn, viewOf } from './font-tables.ts'
import { variableWeightsIn } from './variable-weights.ts'

/** The weight and slant that a theme or an event gives for a font file. */
export interface GivenTraits {
  readonly weight?: number | undefined
  readonly style?: Face['style'] | undefined
}

/**
 * Returns the weight and slant of a font file. What is not given is read from the file: a variable font has all its
 * weights, and a static one its own. A file that does not say is regular and upright.
 */
export function traitsOf(bytes: Uint8Array, given: GivenTraits): Pick<Face, 'weight' | 'weights' | 'style'> {
  const own = ownTraitsIn(bytes)
  const weights = given.weight === undefined ? variableWeightsIn(bytes) : null
  const ownWeight = weights === null ? own.weight : REGULAR
  return { weight: given.weight ?? ownWeight, style: given.style ?? own.style, ...(weights && { weights }) }
}

/** Reads the weight class and the selection flags (OpenType, table "OS/2"). */
function ownTraitsIn(bytes: Uint8Array): Pick<Face, 'weight' | 'style'> {
  try {
    const table = fontTablesIn(bytes).get('OS/2')
    if (table === undefined) return UNKNOWN
    const view = viewOf(table)
    const weight = view.getUint16(WEIGHT_CLASS)
    const isSlanted = (view.getUint16(SELECTION) & SLANTED) !== 0
    return { weight: isWeight(weight) ? Math.min(weight, HEAVIEST) : REGULAR, style: isSlanted ? 'italic' : 'normal' }
  } catch {
    // In a broken file, lengths and offsets may point beyond the end.
    return UNKNOWN
  }
}

/** Whether a weight class is possible. Some fonts are heavier than the heaviest weight that a theme can give. */
function isWeight(weight: number): boolean {
  return weight >= 100 && weight <= 1000
}

const HEAVIEST = 900

const UNKNOWN = { weight: REGULAR, style: 'normal' } as const

/** Offsets in the table, in bytes. */
const WEIGHT_CLASS = 4
const SELECTION = 62

/** The flags of italic and of oblique fonts. */
const SLANTED = 0b10_0000_0001
