// Reads the name under which other programs list a font once it is installed.

import type { InstalledFont } from '../model/face.ts'
import { fontFormatOf } from '../model/font-format.ts'
import { fontTablesIn, latin1, viewOf } from './font-tables.ts'
import { traitsOf } from './font-traits.ts'

/** Returns the name of a TrueType or OpenType font; null if it cannot be read, and for web fonts. */
export function installedFontIn(bytes: Uint8Array): InstalledFont | null {
  try {
    // A web font cannot be installed, and its names are often those of the font that it was made from.
    if (fontFormatOf(bytes)?.name === 'woff2') return null
    const tables = fontTablesIn(bytes)
    const nameTable = tables.get('name')
    if (nameTable === undefined) return null
    const names = namesIn(nameTable)
    // Programs that distinguish only two weights list "DejaVu Sans Condensed", bold; others list "DejaVu Sans",
    // condensed and bold. The former is returned.
    const family = names.get(FAMILY) ?? names.get(TYPOGRAPHIC_FAMILY)
    const isBold = tables.has('fvar') ? null : isBoldStyle(names.get(STYLE) ?? '', traitsOf(bytes, {}).weight)
    return family === undefined ? null : { family, isBold }
  } catch {
    // In a broken file, lengths and offsets may point beyond the end.
    return null
  }
}

/** Whether a style is bold. Some fonts have other names for it, such as "Demi", and say only by their weight. */
function isBoldStyle(style: string, weight: number): boolean {
  return /\bbold\b/i.test(style) || (weight >= SEMIBOLD && !/^(?:regular|italic|oblique)$/i.test(style))
}

const SEMIBOLD = 600

/** Name ids (OpenType, table "name"). */
const FAMILY = 1
const STYLE = 2
const TYPOGRAPHIC_FAMILY = 16

/** Returns the names in a table, keyed by id, in English if they are in several languages. */
function namesIn(table: Uint8Array): ReadonlyMap<number, string> {
  const view = viewOf(table)
  const names = new Map<number, string>()
  const ranks = new Map<number, number>()
  const strings = view.getUint16(4)
  for (let index = 0; index < view.getUint16(2); index++) {
    const [platform = 0, , language = 0, id = 0, length = 0, offset = 0] = Array.from({ length: 6 }, (_, field) =>
      view.getUint16(6 + index * 12 + field * 2),
    )
    const bytes = table.subarray(strings + offset, strings + offset + length)
    const isMac = platform === MAC
    const name = (isMac ? latin1(bytes) : new TextDecoder('utf-16be').decode(bytes)).replace(/\p{C}/gu, '').trim()
    const rank = isMac ? 1 : language === AMERICAN_ENGLISH ? 3 : 2
    if (name === '' || rank <= (ranks.get(id) ?? 0)) continue
    names.set(id, name)
    ranks.set(id, rank)
  }
  return names
}

/** A platform id. */
const MAC = 1
/** A language id of the Windows platform. */
const AMERICAN_ENGLISH = 0x409
