/**
 * Returns an item's number as it is shown: "2." in a numbered list, "b." in one below a numbered item, and "ii." below
 * that, so that a step and its sub-steps cannot be mistaken for each other.
 */
export function ordinalLabel(ordinal: number, numberedLevelsAbove: number): string {
  if (numberedLevelsAbove === 1 && ordinal >= 1 && ordinal <= LETTERS.length) return `${LETTERS.charAt(ordinal - 1)}.`
  return `${(numberedLevelsAbove > 1 ? ROMAN_NUMERALS[ordinal - 1] : undefined) ?? ordinal}.`
}

export type OrdinalForm = 'decimal' | 'letter' | 'roman'

/** Returns the number and the form that a label stands for; null if it is not such a label. */
export function readOrdinalLabel(
  label: string,
  level: number,
): { readonly ordinal: number; readonly form: OrdinalForm } | null {
  const [, digits, letters = ''] = /^(?:(\d+)|([a-z]+))\.?$/.exec(label) ?? []
  if (digits !== undefined) return { ordinal: Number(digits), form: 'decimal' }
  const numeral = ROMAN_NUMERALS.indexOf(letters)
  if (level > 1 && numeral >= 0) return { ordinal: numeral + 1, form: 'roman' }
  return letters.length === 1 ? { ordinal: LETTERS.indexOf(letters) + 1, form: 'letter' } : null
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const ROMAN_NUMERALS = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')
