// Recognises labels that are periods of time, such as years, quarters and weeks.

/**
 * Returns the position in time of each label, if all are periods of one kind in order: years, quarters, months, days,
 * times of day. Positions are in years; in months for months and days without a year; in hours for times of day. Null
 * for other labels.
 */
export function periodsIn(labels: readonly string[]): readonly number[] | null {
  for (const read of PERIOD_READERS) {
    const positions = labels.map((label) => read(label.trim()))
    if (positions.every((position) => position !== null) && areInOrder(positions)) return positions
  }
  return null
}

/**
 * Returns the numbers of labels that count periods in order: "Week 1", or "1" under the heading "Week". Null for other
 * labels.
 */
export function countedPeriods(labels: readonly string[], heading: string): readonly number[] | null {
  const pattern = PERIOD.test(heading) ? /^(?:\p{L}+ )?(\d{1,4})$/u : new RegExp(`${PERIOD.source} (\\d{1,4})$`, 'iu')
  const positions = labels.map((label) => positionIfMatched(pattern, label.trim(), ([number = '']) => Number(number)))
  return positions.every((position) => position !== null) && areInOrder(positions) ? positions : null
}

/** Whether a heading names periods: "Week". */
export function namesPeriods(heading: string): boolean {
  return PERIOD.test(heading) || /^(?:fiscal |school )?(?:year|quarter|date|time)s?\b/i.test(heading)
}

const PERIOD = /^(?:second|minute|hour|day|night|week|month|term|semester|lap|round|generation|trial)s?/i

function areInOrder(positions: readonly number[]): boolean {
  const steps = positions.slice(1).map((position, index) => position - (positions[index] ?? 0))
  return steps.every((step) => step > 0) || steps.every((step) => step < 0)
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Returns the number of the month with this name, from 0; null for other words. */
function monthIn(name: string): number | null {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  const isMonth =
    /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i
  return isMonth.test(name) && month >= 0 ? month : null
}

/** Returns the position of a day in its year, in months from 0; null if `name` is not a month. */
function positionInYear(day: string, name: string): number | null {
  const month = monthIn(name)
  return month === null ? null : month + Number(day) / 31
}

const PERIOD_READERS: readonly ((label: string) => number | null)[] = [
  // "1998", "1990s", "FY 2019", "2019/20"
  (label) => positionIfMatched(/^(?:FY ?)?([12]\d{3})(?:s|[/–-]\d{2,4})?$/, label, ([year = '']) => Number(year)),
  // "Q1 2019", "2019 Q1", "2019-Q1"
  (label) =>
    positionIfMatched(
      /^Q([1-4])[ /-]([12]\d{3})$/i,
      label,
      ([quarter = '', year = '']) => Number(year) + (Number(quarter) - 1) / 4,
    ),
  (label) =>
    positionIfMatched(
      /^([12]\d{3})[ /-]?Q([1-4])$/i,
      label,
      ([year = '', quarter = '']) => Number(year) + (Number(quarter) - 1) / 4,
    ),
  // "H1 2019", "2019 H1"
  (label) =>
    positionIfMatched(
      /^H([12])[ /-]([12]\d{3})$/i,
      label,
      ([half = '', year = '']) => Number(year) + (Number(half) - 1) / 2,
    ),
  (label) =>
    positionIfMatched(
      /^([12]\d{3})[ /-]?H([12])$/i,
      label,
      ([year = '', half = '']) => Number(year) + (Number(half) - 1) / 2,
    ),
  // "2019-03"
  (label) =>
    positionIfMatched(
      /^([12]\d{3})-(0[1-9]|1[0-2])$/,
      label,
      ([year = '', month = '']) => Number(year) + (Number(month) - 1) / 12,
    ),
  // "2019-03-14"
  (label) =>
    positionIfMatched(/^([12]\d{3})-(0[1-9]|1[0-2])-([0-3]\d)$/, label, ([year = '', month = '', day = '']) => {
      const date = Date.UTC(Number(year), Number(month) - 1, Number(day))
      return Number.isNaN(date) ? null : date / 31_557_600_000
    }),
  // "March 2019"
  (label) =>
    positionIfMatched(/^(\p{L}+\.?) ([12]\d{3})$/u, label, ([name = '', year = '']) => {
      const month = monthIn(name)
      return month === null ? null : Number(year) + month / 12
    }),
  // "March"
  monthIn,
  // "3 May", "May 3"
  (label) =>
    positionIfMatched(/^([0-3]?\d)\.? (\p{L}+\.?)$/u, label, ([day = '', name = '']) => positionInYear(day, name)),
  (label) =>
    positionIfMatched(/^(\p{L}+\.?) ([0-3]?\d)$/u, label, ([name = '', day = '']) => positionInYear(day, name)),
  // "6 am", "2:30 pm"
  (label) =>
    positionIfMatched(/^(1[0-2]|\d)(?::([0-5]\d))? ?([ap])\.?m\.?$/i, label, ([hour = '', minute = '', half = '']) => {
      const hoursBefore = /p/i.test(half) ? 12 : 0
      return hoursBefore + (Number(hour) % 12) + Number(minute || 0) / 60
    }),
  // "09:30"
  (label) =>
    positionIfMatched(
      /^([01]?\d|2[0-3])[:.]([0-5]\d)$/,
      label,
      ([hour = '', minute = '']) => Number(hour) + Number(minute) / 60,
    ),
]

function positionIfMatched(
  pattern: RegExp,
  label: string,
  position: (parts: readonly string[]) => number | null,
): number | null {
  const [, ...parts] = pattern.exec(label) ?? []
  return parts.length === 0 ? null : position(parts)
}
