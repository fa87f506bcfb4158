// Formats the numbers of an axis.

import { isEnglish } from '../../grammar/language-tag.ts'
import type { Series } from '../../model/draft.ts'

/** How the numbers of an axis are written. */
export interface AxisNumberFormat {
  readonly language: string
  /** The unit of every number, such as "%" or "$"; empty if there is none. */
  readonly unit: string
  /** Whether to separate thousands; `auto` follows the language. */
  readonly grouping: 'always' | 'auto' | false
}

/**
 * Chooses how to write the numbers of an axis so that they match the article's, which may separate thousands ("1,204")
 * or not ("1204").
 */
export function axisNumberFormat(series: readonly Series[], language: string): AxisNumberFormat {
  const thousands = series.flatMap(({ values, texts }) =>
    texts.filter((_, index) => Math.abs(values[index] ?? 0) >= 1000),
  )
  const isUngrouped = thousands.some((text) => /\d{4}/.test(text))
  const grouping = isUngrouped ? false : thousands.length > 0 ? 'always' : 'auto'
  return { language, unit: unitIn(series[0]?.texts[0] ?? ''), grouping }
}

export function formatAxisNumber(value: number, { language, unit, grouping }: AxisNumberFormat): string {
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 6, useGrouping: grouping }).format(
    value,
  )
  if (unit === '%') return `${number}${isEnglish(language) ? '' : '\u00a0'}%`
  return /^\p{Sc}$/u.test(unit) && isEnglish(language) ? `${unit}${number}` : number
}

function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** Returns what remains of a value without its digits, separators and signs. */
function unitIn(text: string): string {
  return text.replace(/[\d.,\s+\-−–'’]/gu, '')
}
