/**
 * Writes an ISO date, `2026-10-03`, or a range of dates, `2026-10-03/2026-10-04`, in the usual form of a language: "3
 * October 2026", "3–4 October 2026". Returns any other string unchanged.
 */
export function formatLongDate(text: string, language: string): string {
  const [first, last, ...others] = text.trim().split(RANGE_SEPARATOR)
  if (first === undefined || others.length > 0) return text
  const days = [first, last ?? first].map(dayOf)
  const [from, to] = days
  if (from == null || to == null || from > to) return text
  const format = dateFormatFor(language)
  return (first === last || last === undefined ? format.format(from) : format.formatRange(from, to)).replace(
    UNUSUAL_SPACES,
    ' ',
  )
}

/** Separates the two dates of a range. */
const RANGE_SEPARATOR = /\s*(?:\/|–|\bto\b)\s*/

/**
 * Finds an ISO date that does not exist, such as `2026-02-31`, in a date or a range of dates. Returns null if there is
 * none, or if the dates are not ISO dates.
 */
export function impossibleDateIn(text: string): string | null {
  const days = text.trim().split(RANGE_SEPARATOR)
  return days.every((day) => ISO_DATE.test(day)) ? (days.find((day) => dayOf(day) === null) ?? null) : null
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

function dayOf(text: string): Date | null {
  const [, year = '', month = '', day = ''] = ISO_DATE.exec(text) ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  // `Date` reads 31 February as 3 March.
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text) ? null : date
}

function dateFormatFor(language: string): Intl.DateTimeFormat {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' } as const
  const locale = language === 'en' || language === 'und' ? 'en-GB' : language
  try {
    return new Intl.DateTimeFormat(locale, options)
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en-GB', options)
    throw error
  }
}

/** Thin and no-break spaces, which `Intl` puts into dates, but which some fonts lack. */
const UNUSUAL_SPACES = /[\u2009\u202F\u00A0]/g
