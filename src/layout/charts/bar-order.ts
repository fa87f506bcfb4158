// Decides the order of the bars of a chart.

/** The labels of a column, and its heading, which describes them. */
export interface LabelColumn {
  readonly heading: string
  readonly labels: readonly string[]
}

/**
 * Returns the indexes of bars in drawing order. The largest comes first if the author's order has no meaning, because
 * the rows are in alphabetical order or name things without an order, such as countries. Steps, levels, answers, rows
 * already sorted by value, and rows for which this is uncertain keep the author's order.
 */
export function barOrder(column: LabelColumn, values: readonly number[]): readonly number[] {
  const { labels } = column
  return isUnordered(column) && !isMonotonic(values) ? sortedOrder(labels, values) : labels.map((_, index) => index)
}

function isUnordered({ heading, labels }: LabelColumn): boolean {
  if (isOrdered(labels)) return false
  const words = heading.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.some(isUnorderedThing) || isAlphabetical(labels.filter((label) => !isRemainder(label)))
}

/** Whether a word, or its singular, names things that have no order. */
function isUnorderedThing(word: string): boolean {
  const singulars = [word.replace(/ies$/, 'y'), word.replace(/es$/, ''), word.replace(/s$/, '')]
  return [word, ...singulars].some((name) => UNORDERED.has(name))
}

/** Fewer labels than this could be in alphabetical order by chance. */
const MIN_ALPHABETICAL = 5

/** Whether labels are in alphabetical order, except for grades such as "Grade A, Grade B". */
function isAlphabetical(labels: readonly string[]): boolean {
  const { compare } = new Intl.Collator('en')
  const firstWords = new Set(labels.map((label) => /^\p{L}{3,}/u.exec(label)?.[0].toLowerCase() ?? ''))
  return (
    labels.length >= MIN_ALPHABETICAL &&
    firstWords.size === labels.length &&
    labels.every((label, index) => index === 0 || compare(labels[index - 1] ?? '', label) < 0)
  )
}

/** Names of things that have no inherent order. */
const UNORDERED: ReadonlySet<string> = new Set(
  [
    'animal appliance artist author bird borough brand breed browser building cargo cause city club company component continent',
    'country county crop destination device dialect dish disease district drink employer feature firm fish food framework fruit fuel',
    'game good harbor harbour hobby hotel industry ingredient instrument island lake language library lock manufacturer market',
    'material metal mountain museum nation operator package park party pet place plant player port product profession project province',
    'reason region repository river sector ship shop site source species sport station street supplier team tool town tree university',
    'vegetable vehicle vendor village website',
    'land stadt fluss hafen firma sprache pays ville fleuve langue país ciudad río idioma paese città fiume lingua rivier taal',
  ].flatMap((line) => line.split(' ')),
)

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
    const ranks = labels.map((label) => {
      const word = /^\p{L}+/u.exec(label.toLowerCase())?.[0] ?? ''
      return scale.findIndex((name) => (name.length > 2 ? word.startsWith(name) : word === name))
    })
    return ranks.every((rank) => rank >= 0) && isMonotonic(ranks)
  })
}

/** Whether the numbers in labels rise, or fall, from each label to the next: "under 10", "10 to 30"; "Step 1", "Step 2". */
function isNumbered(labels: readonly string[]): boolean {
  const sums = labels.map((label) => {
    const numbers = label.match(/\d+(?:[, ]\d{3})*(?:\.\d+)?/g)?.map((text) => Number(text.replace(/[, ]/g, ''))) ?? []
    return numbers.length === 0 ? Number.NaN : (numbers[0] ?? 0) + (numbers.at(-1) ?? 0)
  })
  return sums.every((sum) => !Number.isNaN(sum)) && isMonotonic(sums)
}

function isMonotonic(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
  return steps.every((step) => step > 0) || steps.every((step) => step < 0)
}

/** Whether a label names a remainder: "Other", "Other cargo", "The rest", "None of these", but not "Rest the dough". */
function isRemainder(label: string): boolean {
  return REMAINDER.test(label.trim())
}

const REMAINDER =
  /^(?:(?:all )?others?(?: \p{L}+){0,2}|(?:the )?(?:rest|remainder)(?: of .+)?|misc(?:ellaneous|\.)?|andere|übrige|sonstiges?|autres?|otros?|don['’]t know|none(?: of .+)?|unknown)(?: \(.+\))?$/iu

/** Returns the indexes of the bars: the largest first, and a remainder last. */
function sortedOrder(labels: readonly string[], values: readonly number[]): readonly number[] {
  return labels
    .map((label, index) => ({ index, value: values[index] ?? 0, isLast: isRemainder(label) }))
    .sort((one, other) => Number(one.isLast) - Number(other.isLast) || other.value - one.value)
    .map(({ index }) => index)
}
