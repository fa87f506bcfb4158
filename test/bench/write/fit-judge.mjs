// Fits the weights of the judge by logistic regression and writes them to src/write/judge/weights.ts.
//   node test/bench/write/fit-judge.mjs             fits on all, prints the cross-validated figures, writes the weights
//   node test/bench/write/fit-judge.mjs --folds F   writes to folder F, for each repository, weights fitted on the others
// Needs the labelled decks beside the checkout; takes about five minutes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseWeights } from '../../../dist/write/judge/judge.js'
import { labelledPoints, labelledTitles, labelledUnits } from './labels.mjs'

const PURPOSES = ['show', 'filler', 'key', 'title', 'starts', 'unclear']
/** The minimum number of units that have a feature for it to be kept. */
const LEAST = { english: 20, shape: 8 }
/** How much a unit of a public article counts. More of them than of the shared decks would outvote the decks' editor. */
const PUBLIC_IMPORTANCE = 0.35
/**
 * The prefix of a feature that all units of one of the other editors have. Editors differ in how much they show: these
 * features take up the difference and are not written, so the judge shows as much as the editor of the shared decks.
 */
const EDITOR = 'editor='
/** The weight of the penalty on the squares of weights. */
const RIDGE = { english: 10, shape: 4 }
const STEPS = 200
/** Weights below this, in hundredths, are left out. */
const SMALLEST = 10

const folder = process.argv[process.argv.indexOf('--folds') + 1]
const units = await labelledUnits()
/** The repositories that are predicted from all others. */
const groups = [...new Set(units.filter(({ isPublic }) => !isPublic).map(({ group }) => group))].sort()
console.log(`${units.length} units of ${new Set(units.map(({ article }) => article)).size} articles`)

const folds = new Map()
/** Returns the weights fitted on all other repositories. */
function foldOf(group) {
  if (!folds.has(group)) {
    const others = units.filter((unit) => unit.group !== group)
    folds.set(group, { english: fitAll(others, 'english'), shape: fitAll(others, 'shape') })
  }
  return folds.get(group)
}
// Titles are ranked by scores of units that were not fitted on their own article.
const titles = await labelledTitles((group) => {
  const { english, shape } = foldOf(group)
  return { english: parseWeights(english), shape: parseWeights(shape) }
})
const points = await labelledPoints()

if (process.argv.includes('--folds')) {
  mkdirSync(folder, { recursive: true })
  for (const group of groups) {
    const weights = foldOf(group)
    const own = {
      ...weights,
      titles: fitTitles(titles.filter((title) => title.group !== group)),
      obscurity: fitObscurity(points.filter((point) => point.group !== group)),
    }
    writeFileSync(join(folder, `${group.replaceAll('/', '_')}.json`), JSON.stringify(own))
  }
} else {
  const figures = crossValidate()
  writeFileSync(new URL('../../../src/write/judge/weights.ts', import.meta.url), moduleOf(figures))
}

/** Packs the weights of all purposes. */
function fitAll(labelled, kind) {
  // The public articles, and the editors' differences, do not help without features of the words.
  const rows = kind === 'shape' ? labelled.filter(({ isPublic }) => !isPublic) : labelled
  const all = rows.map((row) =>
    row.editor === null || kind === 'shape' ? row[kind] : new Map([...row[kind], [`${EDITOR}${row.editor}`, 1]]),
  )
  const vocabulary = new Map()
  for (const features of all) for (const name of features.keys()) vocabulary.set(name, (vocabulary.get(name) ?? 0) + 1)
  const names = [...vocabulary]
    .filter(([name, count]) => count >= LEAST[kind] && !/\s/.test(name))
    .map(([name]) => name)
    .sort()
  const index = new Map(names.map((name, at) => [name, at]))
  const sparse = all.map((features) => sparseOf(features, index))
  const fitted = PURPOSES.map((purpose) => {
    const known = rows.flatMap(({ labels }, at) => (labels[purpose] === null ? [] : [at]))
    return regress(
      known.map((at) => sparse[at]),
      known.map((at) => rows[at].labels[purpose]),
      {
        size: names.length,
        ridge: RIDGE[kind],
        importance: known.map((at) => (rows[at].isPublic ? PUBLIC_IMPORTANCE : 1)),
      },
    )
  })
  const lines = names.flatMap((name, at) => {
    if (name.startsWith(EDITOR)) return []
    const values = fitted.map((weights) => Math.round(weights[at] * 100))
    return values.every((value) => Math.abs(value) < SMALLEST) ? [] : [`${name} ${values.join(' ')}`]
  })
  return { bias: fitted.map((weights) => Number(weights[names.length].toFixed(3))), rows: lines.join('\t') }
}

function sparseOf(features, index) {
  const entries = [...features].flatMap(([name, value]) => {
    const at = index.get(name)
    return at === undefined || value === 0 ? [] : [[at, value]]
  })
  return { at: Int32Array.from(entries, ([at]) => at), values: Float64Array.from(entries, ([, value]) => value) }
}

/**
 * Logistic regression by Adam over all rows at once, with the same weights on every run. The last weight is the bias.
 * `importance` is how much each row counts; 1 if it is left out.
 */
function regress(rows, labels, { size, ridge, importance = null }) {
  const weights = new Float64Array(size + 1)
  const gradient = new Float64Array(size + 1)
  const mean = new Float64Array(size + 1)
  const square = new Float64Array(size + 1)
  for (let step = 1; step <= STEPS; step++) {
    gradient.fill(0)
    rows.forEach((row, at) => {
      const error = (1 / (1 + Math.exp(-sum(weights, row))) - labels[at]) * (importance?.[at] ?? 1)
      for (let k = 0; k < row.at.length; k++) gradient[row.at[k]] += error * row.values[k]
      gradient[size] += error
    })
    const rate = step < STEPS * 0.6 ? 0.1 : 0.03
    for (let k = 0; k <= size; k++) {
      const slope = gradient[k] / rows.length + (k < size ? (ridge * weights[k]) / rows.length : 0)
      mean[k] = 0.9 * mean[k] + 0.1 * slope
      square[k] = 0.99 * square[k] + 0.01 * slope * slope
      weights[k] -= (rate * (mean[k] / (1 - 0.9 ** step))) / (Math.sqrt(square[k] / (1 - 0.99 ** step)) + 1e-8)
    }
  }
  return weights
}

function sum(weights, { at, values }) {
  let total = weights[weights.length - 1]
  for (let k = 0; k < at.length; k++) total += weights[at[k]] * values[k]
  return total
}

/**
 * Fits the probability that a reader accepts a title: one logistic regression over all options of all slides, so that
 * slides can be compared.
 */
function fitTitles(slides) {
  return fitOne(
    slides.flatMap(({ options }) => options.map(({ features, accepted }) => ({ features, label: accepted }))),
  )
}

/** Fits the probability that the reader of a slide does not understand a point. */
function fitObscurity(points) {
  return fitOne(points.map(({ features, unclear }) => ({ features, label: unclear })))
}

/** Fits one weight for each feature, and packs them. */
function fitOne(rows) {
  const counts = new Map()
  for (const { features } of rows) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts.keys()].filter((name) => counts.get(name) >= LEAST.english).sort()
  const index = new Map(names.map((name, at) => [name, at]))
  const weights = regress(
    rows.map(({ features }) => sparseOf(features, index)),
    rows.map(({ label }) => label),
    { size: names.length, ridge: RIDGE.shape },
  )
  return {
    bias: [Number(weights[names.length].toFixed(3))],
    rows: names.map((name, at) => `${name} ${Math.round(weights[at] * 100)}`).join('\t'),
  }
}

/**
 * Counts how the reader marked the title ranked first, with each repository ranked by weights fitted on the others, and
 * how often one of the options is accepted.
 */
function crossValidateTitles() {
  const firsts = { Y: 0, O: 0, N: 0, T: 0 }
  let best = 0
  const chances = []
  for (const group of groups) {
    const score = scorer(fitTitles(titles.filter((title) => title.group !== group)))
    for (const { options } of titles.filter((title) => title.group === group)) {
      chances.push(...options.map((option) => [score(option), option.accepted > 0]))
      const [first] = options.toSorted((one, other) => score(other) - score(one))
      firsts[first.label]++
      best += options.some(({ accepted }) => accepted > 0) ? 1 : 0
    }
  }
  const share = (count) => round(count / titles.length)
  const figures = {
    slides: titles.length,
    good: share(firsts.Y),
    acceptable: share(firsts.O),
    wrong: share(firsts.N),
    torn: share(firsts.T),
    best: share(best),
    area: areaOf(chances),
  }
  console.log('titles', figures)
  return figures
}

/** Returns a function that computes the log-odds of anything that has features. */
function scorer(packed) {
  const { bias, rows } = parseWeights(packed)
  return ({ features }) =>
    [...features].reduce((all, [name, value]) => all + (rows.get(name)?.[0] ?? 0) * value, bias[0])
}

/** Predicts the points of each repository from the others. */
function crossValidateObscurity() {
  const chances = groups.flatMap((group) => {
    const score = scorer(fitObscurity(points.filter((point) => point.group !== group)))
    return points.filter((point) => point.group === group).map((point) => [score(point), point.unclear])
  })
  const figures = {
    points: points.length,
    unclear: round(points.filter(({ unclear }) => unclear).length / points.length),
    area: areaOf(chances),
  }
  console.log('obscurity', figures)
  return figures
}

/** Predicts each repository from the others; the figures are those of the shared decks. */
function crossValidate() {
  const figures = {}
  const judged = units.filter(({ editor }) => editor === null)
  for (const kind of ['english', 'shape']) {
    const scores = new Map()
    for (const group of groups) {
      const packed = foldOf(group)[kind]
      const rows = new Map(
        packed.rows.split('\t').map((line) => [
          line.split(' ')[0],
          line
            .split(' ')
            .slice(1)
            .map((value) => value / 100),
        ]),
      )
      for (const unit of judged.filter((each) => each.group === group)) {
        const sums = [...packed.bias]
        for (const [name, value] of unit[kind])
          for (const [at, weight] of (rows.get(name) ?? []).entries()) sums[at] += weight * value
        scores.set(unit, sums)
      }
    }
    figures[kind] = Object.fromEntries(
      PURPOSES.map((purpose, at) => [
        purpose,
        areaOf(
          judged
            .filter(({ labels }) => labels[purpose] !== null)
            .map((unit) => [scores.get(unit)[at], unit.labels[purpose]]),
        ),
      ]),
    )
    const share = judged.filter(({ labels }) => labels.show).length / judged.length
    const limit = judged.map((unit) => scores.get(unit)[0]).sort((a, b) => b - a)[Math.round(share * judged.length)]
    figures[kind].kappa = kappaOf(judged.map((unit) => [scores.get(unit)[0] > limit, unit.labels.show === 1]))
    console.log(kind, figures[kind])
  }
  figures.titles = crossValidateTitles()
  figures.obscurity = crossValidateObscurity()
  return figures
}

/** Computes the area under the curve: how often a unit with the label scores above one without. */
function areaOf(pairs) {
  const sorted = pairs.toSorted(([one], [other]) => one - other)
  let ranks = 0
  let positive = 0
  sorted.forEach(([, label], at) => {
    if (label) {
      ranks += at + 1
      positive++
    }
  })
  return round((ranks - (positive * (positive + 1)) / 2) / (positive * (pairs.length - positive)))
}

function kappaOf(pairs) {
  const count = (test) => pairs.filter(test).length / pairs.length
  const [one, other] = [count(([a]) => a), count(([, b]) => b)]
  const chance = one * other + (1 - one) * (1 - other)
  return round((count(([a, b]) => a === b) - chance) / (1 - chance))
}

function round(value) {
  return Math.round(value * 1000) / 1000
}

function moduleOf(figures) {
  const kinds = { ENGLISH: 'english', SHAPE: 'shape', TITLES: 'titles', OBSCURITY: 'obscurity' }
  const head = [
    '/**',
    ' * Weights as `test/bench/write/fit-judge.mjs` writes them. Each row has a feature and what it adds to each score, in',
    ' * hundredths.',
    ' */',
    'export interface PackedWeights {',
    '  readonly bias: readonly number[]',
    '  readonly rows: string',
    '}',
    '',
    `// Fitted on ${new Date().toISOString().slice(0, 10)} on ${units.length} units of ${new Set(units.map(({ article }) => article)).size} articles labelled by editors.`,
    '// Area under the curve, each repository predicted from the others:',
    ...Object.entries(figures).map(
      ([kind, own]) =>
        `// ${kind}: ${Object.entries(own)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ')}`,
    ),
  ]
  const bodies = Object.entries(kinds).map(([name, kind]) => {
    const { bias, rows } =
      kind === 'titles' ? fitTitles(titles) : kind === 'obscurity' ? fitObscurity(points) : fitAll(units, kind)
    const text = rows.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
    return `\nexport const ${name}: PackedWeights = {\n  bias: [${bias.join(', ')}],\n  rows: \`${text}\`,\n}`
  })
  return `${head.join('\n')}\n${bodies.join('\n')}\n`
}
