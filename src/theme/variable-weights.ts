import type { WeightRange } from '../model/face.ts'
import { fontTablesIn, latin1, viewOf } from './font-tables.ts'

/** Returns the weights that a variable font has; null for a static font, and for one that cannot be read. */
export function variableWeightsIn(bytes: Uint8Array): WeightRange | null {
  try {
    const table = fontTablesIn(bytes).get('fvar')
    return table === undefined ? null : weightsOf(table)
  } catch {
    // In a broken file, lengths and offsets may point beyond the end.
    return null
  }
}

/** Reads the range of the weight axis (OpenType, table "fvar"). */
function weightsOf(table: Uint8Array): WeightRange | null {
  const view = viewOf(table)
  const [start, count, size] = [view.getUint16(4), view.getUint16(8), view.getUint16(10)]
  const axes = Array.from({ length: count }, (_, index) => start + index * size)
  const axis = axes.find((offset) => latin1(table.subarray(offset, offset + 4)) === 'wght')
  return axis === undefined ? null : [view.getInt32(axis + 4) / FIXED_ONE, view.getInt32(axis + 12) / FIXED_ONE]
}

/** The number 1 in OpenType's Fixed format. */
const FIXED_ONE = 65_536
