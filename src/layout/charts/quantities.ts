// Reads the quantities in the cells of a table.

/** A number with its unit: "$1,200", "45 %", "3.2 t". */
export interface Quantity {
  readonly value: number
  /** The text before and after the number. */
  readonly unit: string
}

/**
 * Reads the quantities of a column, all in one unit; null if any cell is something else, such as a range, an estimate
 * or an ambiguous number.
 */
export function quantitiesIn(cells: readonly string[], language: string): readonly Quantity[] | null {
  const style = numberStyle(cells, language)
  const quantities = cells.map((cell) => (style === null ? null : quantityIn(cell, style)))
  if (!quantities.every((quantity) => quantity !== null)) return null
  return shareUnit(quantities) ? quantities : null
}

/** Whether quantities are all in one unit; a zero needs none. */
export function shareUnit(quantities: readonly Quantity[]): boolean {
  return new Set(quantities.flatMap(({ value, unit }) => (value === 0 && unit === '' ? [] : [unit]))).size <= 1
}

/** The characters that separate thousands and fractions. */
interface NumberStyle {
  readonly group: RegExp
  readonly fraction: ',' | '.'
}

const ENGLISH: NumberStyle = { group: /[,\u2009\u202f\u00a0 ’']/g, fraction: '.' }
const CONTINENTAL: NumberStyle = { group: /[.\u2009\u202f\u00a0 ’']/g, fraction: ',' }

/** Languages that write 1.5 as "1,5". */
const COMMA_LANGUAGES =
  /^(?:bg|ca|cs|da|de|el|es|et|fi|fr|hr|hu|id|is|it|lt|lv|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sr|sv|tr|uk|vi)(?:-|$)/

/** Finds the number style that all cells follow; null if there is none. */
function numberStyle(cells: readonly string[], language: string): NumberStyle | null {
  const usual = COMMA_LANGUAGES.test(language) ? CONTINENTAL : ENGLISH
  const fits = (style: NumberStyle) => cells.every((cell) => quantityIn(cell, style) !== null)
  if (fits(usual)) return usual
  const other = usual === ENGLISH ? CONTINENTAL : ENGLISH
  // "0.75" in a German table must use a decimal point; "1.200" could be 1.2 or 1200.
  const isPlain = cells.every((cell) => !new RegExp(`\\${other.fraction}\\d{3}(?!\\d)`).test(cell))
  return isPlain && fits(other) ? other : null
}

const QUANTITY = /^([\p{Sc}A-Z]{0,4}) ?([-−–+]?)(\d[\d.,\u2009\u202f\u00a0 ’']*?)( ?[\p{L}%‰°µ/²³·]{0,16}\.?)$/u

function quantityIn(cell: string, { group, fraction }: NumberStyle): Quantity | null {
  const [, before = '', sign = '', digits = '', after = ''] = QUANTITY.exec(cell.trim()) ?? []
  const [integerPart = '', ...fractions] = digits.split(fraction)
  const isGrouped = /\D/.test(integerPart)
  const groups = integerPart.replace(group, ' ').split(' ')
  if (digits === '' || fractions.length > 1 || !/^\d*$/.test(fractions[0] ?? '')) return null
  if (isGrouped && !groups.every((digitGroup, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(digitGroup)))
    return null
  const number = Number(`${groups.join('')}.${fractions[0] ?? ''}0`)
  const unit = `${before}${after.trim()}`
  return { value: /[-−–]/.test(sign) ? -number : number, unit }
}
