// Fits the weights of `src/read/plain/heading-weights.ts`: `npm run build && node test/bench/read/fit-headings.mjs
// <corpus> [gold.jsonl…]`. The gold data are the texts of `plain-gold`, and others of the same form (`text`,
// `heading_lines`, `line_kinds`, `source`), such as `gold-from-markdown.mjs` makes; each in several layouts. Prints, on
// standard error, the F1 of the texts of `plain-gold` by layout, with each source read by weights fitted without it;
// then the table, fitted on all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { structureOfCopiedPage } from '../../../dist/read/plain/copied/copied-structure.js'
import { isCopiedPage } from '../../../dist/read/plain/copied/detect-copied-page.js'
import { HEADING_FEATURES, headingFeatures } from '../../../dist/read/plain/heading-features.js'
import { HEADING_WEIGHTS } from '../../../dist/read/plain/heading-weights.js'
import { headingLevels, unitsInContext } from '../../../dist/read/plain/headings.js'
import { linesOf } from '../../../dist/read/plain/lines.js'
import { withoutMarkup } from '../../../dist/read/plain/read-plain.js'
import { structureOf } from '../../../dist/read/plain/structure.js'
import { LAYOUTS } from './layouts.mjs'
import { logistic } from './logistic.mjs'

const RIDGE = 4
/** A text counts for at most this many units, however long it is. */
const UNITS = 60

const [corpus, ...others] = process.argv.slice(2)
if (corpus === undefined) {
  process.stderr.write('usage: node test/bench/read/fit-headings.mjs <corpus> [gold.jsonl…]\n')
  process.exit(2)
}
const { tight } = await import(pathToFileURL(join(corpus, 'tools/gold-tight.mjs')).href)

const places = new Map(HEADING_FEATURES.map(([name], at) => [name, at]))
const spaced = rowsOf(join(corpus, 'plain-gold/spaced.jsonl'))
const wrapped = rowsOf(join(corpus, 'plain-gold/wrapped.jsonl'))
const gold = [
  ...laidOut(spaced, { spaced: (row) => row, tight, ...LAYOUTS }),
  ...wrapped.map((row) => textOf(row, 'really wrapped')),
]
const more = others.flatMap((path) =>
  laidOut(rowsOf(path), { spaced: (row) => row, tight, even: LAYOUTS.even, wrapped: LAYOUTS.wrapped }),
)
const counts = new Map()
for (const source of new Set(gold.map((text) => text.source))) {
  use(fitted([...more, ...gold.filter((text) => text.source !== source)]))
  for (const text of gold.filter((each) => each.source === source)) count(text)
}
for (const [layout, [hits, wrong, missed]] of [...counts].sort()) {
  const [precision, recall] = [hits / (hits + wrong), hits / (hits + missed)]
  const f1 = (2 * precision * recall) / (precision + recall)
  tell(`${layout.padEnd(44)} F1 ${f1.toFixed(3)} P ${precision.toFixed(3)} R ${recall.toFixed(3)}`)
}
const weights = fitted([...gold, ...more])
for (const [name, at] of places) {
  const key = /^[a-z]+$/.test(name) ? name : `'${name}'`
  process.stdout.write(`  ${key}: ${Math.round(weights[at] * 100) / 100},\n`)
}

function rowsOf(path) {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function laidOut(rows, layouts) {
  return rows.flatMap((row) => Object.entries(layouts).map(([name, layOut]) => textOf(layOut(row), name)))
}

function textOf(row, layout) {
  const source = withoutMarkup({ text: row.text, anchors: [], shifted: false })
  const lines = linesOf(source.text)
  const { units } = structureOf(lines)
  const numbers = lineNumbers(source.text)
  const copy = isCopiedPage(lines) ? structureOfCopiedPage(lines) : undefined
  const at = units.map((unit) => numbers(unit.lines[0].start))
  const isHeading = new Set(row.heading_lines)
  const unsure = new Set([row.title_line, ...row.ambiguous_lines])
  const rows = unitsInContext(units).flatMap((place, index) => {
    if (index === 0 || unsure.has(at[index]) || units[index].type !== 'text') return []
    return [
      { signs: headingFeatures(place).map((name) => [places.get(name), 1]), label: isHeading.has(at[index]) ? 1 : 0 },
    ]
  })
  const weight = Math.min(1, UNITS / Math.max(1, rows.length))
  return {
    source: sourceOf(row),
    layout,
    units,
    copy: copy && { at: copy.units.map((unit) => numbers(unit.lines[0].start)), levels: copy.levels },
    at,
    isHeading,
    unsure,
    rows: rows.map((each) => ({ ...each, weight })),
  }
}

/** The owner and name of a repository. */
function sourceOf({ source }) {
  return source.split('/').slice(0, 2).join('/').replace(/@.*/, '')
}

function lineNumbers(text) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => starts.findLastIndex((start) => start <= offset)
}

function fitted(texts) {
  return logistic(
    texts.flatMap(({ rows }) => rows),
    { size: places.size, ridge: RIDGE },
  )
}

/** Replaces the values of the built weights, which are an object. */
function use(some) {
  const weights = /** @type {Record<string, number>} */ (HEADING_WEIGHTS)
  for (const [name, at] of places) weights[name] = some[at]
}

function count({ source, layout, units, copy, at, isHeading, unsure }) {
  const levels = copy?.levels ?? headingLevels(units)
  const found = new Set((copy?.at ?? at).filter((line, index) => index > 0 && levels[index] > 0 && !unsure.has(line)))
  const hits = [...found].filter((line) => isHeading.has(line)).length
  for (const key of [layout, `${layout} · ${copy ? 'as a copy' : 'by these weights'}`, `${layout} · ${source}`]) {
    const [all, wrong, missed] = counts.get(key) ?? [0, 0, 0]
    counts.set(key, [all + hits, wrong + found.size - hits, missed + isHeading.size - hits])
  }
}

function tell(line) {
  process.stderr.write(`${line}\n`)
}
