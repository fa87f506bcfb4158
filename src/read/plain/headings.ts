import type { Unit } from './units.ts'

/** For each unit the level of the heading that it is, or 0. */
export function headingLevels(units: readonly Unit[]): readonly number[] {
  return units.map((unit, index) => {
    const next = units[index + 1]
    const short = unit.text.length <= 90 && unit.lines.length <= 2 && !/[.!,;:…]$/.test(unit.text)
    return short && next && next.text.length > 1.5 * unit.text.length && /[.!?:”"]$/.test(next.text) && !unit.marker
      ? 1
      : 0
  })
}
