// Fits the weights of `src/read/plain/copied/weights.ts`: `npm run build && node test/bench/read/fit-copies.mjs
// <gold.jsonl>…`. A row of gold data has a page as a browser copies it (`text`) and the kind of each of its lines
// (`line_kinds`: p li pre h1 … td th). Prints, on standard error, the precision and recall of every kind: each quarter
// of the sources, by the start of their `id`, is scored with weights fitted on the others. Then prints the table,
// fitted on all pages.
import { readFileSync } from 'node:fs'
import { isCopiedPage } from '../../../dist/read/plain/copied/detect-copied-page.js'
import { featuresOf } from '../../../dist/read/plain/copied/features.js'
import { withoutStrayMarkup } from '../../../dist/read/plain/copied/stray-markup.js'
import { KINDS } from '../../../dist/read/plain/copied/weights.js'
import { linesOf } from '../../../dist/read/plain/lines.js'
import { bestLabels, fitChain } from './chain.mjs'

const files = process.argv.slice(2)
if (files.length === 0) {
  process.stderr.write('usage: node test/bench/read/fit-copies.mjs <gold.jsonl>…\n')
  process.exit(2)
}

/** Returns the row of a page; none if the page is too short or is not recognised as a copy. */
function pageOf({ id, text, line_kinds: kinds }) {
  const copied = linesOf(text)
  if (copied.length < 5 || !isCopiedPage(copied)) return []
  const lines = withoutStrayMarkup(copied)
  const signs = featuresOf(lines)
  const starts = startsOf(text)
  const row = lines.map((line, index) => {
    const isParagraph = (lines[index + 1]?.gap ?? 0) > 0
    const kind = kindOf(kinds[lineAt(starts, line.start)])
    const isOpen = KINDS.map((each) => (each === 'row' ? line.text.includes('\t') : each !== 'item' || !isParagraph))
    return {
      signs: signs[index],
      isSpaced: line.gap > 0,
      isOpen,
      label: kind === undefined ? -1 : KINDS.indexOf(kind === 'item' && isParagraph ? 'prose' : kind),
    }
  })
  return [{ source: id.split('/')[0], row }]
}

function startsOf(text) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineAt(starts, offset) {
  return starts.findLastIndex((start) => start <= offset)
}

const KIND_OF = {
  pre: 'code',
  li: 'item',
  td: 'row',
  th: 'row',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
}
const UNKNOWN = new Set(['h5', 'h6', 'cap', 'dt'])

function kindOf(kind) {
  return UNKNOWN.has(kind) ? undefined : (KIND_OF[kind] ?? 'prose')
}

function figuresOf(all) {
  const counts = KINDS.map(() => KINDS.map(() => 0))
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeld = ({ source }) => foldOf(source) === fold
    const model = fitChain(
      all.filter((page) => !isHeld(page)).map(({ row }) => row),
      chain,
    )
    for (const { row } of all.filter(isHeld))
      for (const [place, best] of bestLabels(row, model).entries())
        if (place > 0 && row[place].label >= 0) counts[row[place].label][best] += 1
  }
  return KINDS.map((kind, at) => {
    const told = counts.reduce((sum, row) => sum + row[at], 0)
    const gold = counts[at].reduce((sum, count) => sum + count, 0)
    return `${kind.padEnd(8)} P ${(counts[at][at] / told).toFixed(3)} R ${(counts[at][at] / gold).toFixed(3)} of ${gold}`
  })
}

const FOLDS = 4

function foldOf(source) {
  return [...source].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1000003, 7) % FOLDS
}

function sourceOf({ places, weights, turns }) {
  const size = KINDS.length
  const turnsOf = (from) =>
    KINDS.map((kind, at) => `    ${kind}: ${rowOf(turns.subarray(from + at * size, from + (at + 1) * size)) ?? '{}'},`)
  const named = [...places].flatMap(([name, at]) => {
    const row = rowOf(weights.subarray(at * size, (at + 1) * size))
    return row === undefined ? [] : [`  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: ${row},`]
  })
  return [
    "export const TRANSITIONS: Record<'tight' | 'spaced', Readonly<Record<Kind, Weight>>> = {",
    '  tight: {',
    ...turnsOf(0),
    '  },',
    '  spaced: {',
    ...turnsOf(size * size),
    '  },',
    '}',
    '',
    '/** By what a line shows. */',
    'export const WEIGHTS: Readonly<Record<string, Weight>> = {',
    ...named,
    '}',
    '',
  ].join('\n')
}

/** Rounds to two decimals; values near zero are left out. */
function rowOf(values) {
  const cells = KINDS.flatMap((kind, at) => {
    const value = Math.round(values[at] * 100) / 100
    return Math.abs(value) < LEAST ? [] : [`${kind}: ${value}`]
  })
  return cells.length === 0 ? undefined : `{ ${cells.join(', ')} }`
}

const LEAST = 0.02

const chain = { labels: KINDS.length, first: KINDS.indexOf('heading') }
const pages = files
  .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  .flatMap((line) => pageOf(JSON.parse(line)))
for (const line of figuresOf(pages)) process.stderr.write(`${line}\n`)
process.stdout.write(
  sourceOf(
    fitChain(
      pages.map(({ row }) => row),
      chain,
    ),
  ),
)
