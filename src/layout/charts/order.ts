/** Whether labels have an order that a chart must keep: sizes, ranges, grades, days of the week. */
export function isOrdered(labels: readonly string[]): boolean {
  return isScale(labels) || isNumbered(labels)
}

const SCALES: readonly (readonly string[])[] = [
  'mon tue wed thu fri sat sun',
  'sun mon tue wed thu fri sat',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'spring summer autumn winter',
  'xs s m l xl xxl',
  'small medium large',
  'low medium high',
  'never rarely sometimes often always',
  'daily weekly monthly yearly',
  'bronze silver gold platinum',
  'morning noon afternoon evening night',
].map((scale) => scale.split(' '))

/** Whether the labels begin with words of one scale, ascending or descending. */
function isScale(labels: readonly string[]): boolean {
  return SCALES.some((scale) => {
    const places = labels.map((label) => {
      const word = /^\p{L}+/u.exec(label.toLowerCase())?.[0] ?? ''
      return scale.findIndex((each) => (each.length > 2 ? word.startsWith(each) : word === each))
    })
    return places.every((place) => place >= 0) && isRising(places)
  })
}

/** Whether the numbers of each label exceed those of the one before: "under 10", "10 to 30"; "Step 1", "Step 2". */
function isNumbered(labels: readonly string[]): boolean {
  const sums = labels.map((label) => {
    const numbers = label.match(/\d+(?:[, ]\d{3})*(?:\.\d+)?/g)?.map((text) => Number(text.replace(/[, ]/g, ''))) ?? []
    return numbers.length === 0 ? Number.NaN : (numbers[0] ?? 0) + (numbers.at(-1) ?? 0)
  })
  return sums.every((sum) => !Number.isNaN(sum)) && isRising(sums)
}

function isRising(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
  return steps.every((step) => step > 0) || steps.every((step) => step < 0)
}

/** Labels for the rest ("Other"), which come last. */
const REST =
  /^(?:others?|the rest|rest|misc(?:ellaneous)?|andere|sonstiges?|autres?|otros?|don['’]t know|none|unknown)\b/i

/** The order of labels by size, largest first. */
export function sorted(labels: readonly string[], values: readonly number[]): readonly number[] {
  return labels
    .map((label, index) => ({ index, value: values[index] ?? 0, isRest: REST.test(label) }))
    .sort((one, other) => Number(one.isRest) - Number(other.isRest) || other.value - one.value)
    .map(({ index }) => index)
}
