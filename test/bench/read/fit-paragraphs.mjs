// Fits the weights of `src/read/paragraphs/weights.ts`: `npm run build && node test/bench/read/fit-paragraphs.mjs
// <corpus>`. The gold data are the paragraphs of real articles (decks and plain-gold), joined into one block. Prints,
// on standard error, for each source scored by weights fitted on the others: how well gaps are ranked (AUC), and how
// accurate cuts are (WindowDiff, and F1 of cuts) compared with cuts at even lengths; then the table, fitted on all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitSentences } from '../../../dist/grammar/sentences.js'
import { chooseCuts } from '../../../dist/read/paragraphs/choose-cuts.js'
import { analyseSentences, GAP_FEATURES } from '../../../dist/read/paragraphs/gaps.js'
import { GAP_WEIGHTS } from '../../../dist/read/paragraphs/weights.js'
import { logistic } from './logistic.mjs'
import { reading } from './reading.mjs'

const [corpus] = process.argv.slice(2)
if (corpus === undefined) {
  process.stderr.write('usage: node test/bench/read/fit-paragraphs.mjs <corpus>\n')
  process.exit(2)
}

/** In words. At this length, there are as many even cuts as cuts in the gold data. */
const EVEN = 48

const texts = (await Promise.all(articles().map(textOf))).flat()
const sources = [...new Set(texts.map(({ source }) => source))].sort()
const ranked = []
/** @type {Record<'own' | 'even', ReturnType<typeof countsOf>[]>} */
const cut = { own: [], even: [] }
for (const source of sources) {
  const held = texts.filter((text) => text.source === source)
  const weights = fitted(texts.filter((text) => text.source !== source))
  use(weights)
  const gaps = held.flatMap(({ rows }) => rows.map(({ signs, label }) => ({ score: dot(signs, weights), label })))
  ranked.push(...gaps)
  for (const text of held) {
    cut.own.push(countsOf(chooseCuts(text.sentences), text))
    cut.even.push(countsOf(evenCuts(text.sentences.lengths), text))
  }
  tell(`${source.padEnd(30)} ${String(held.length).padStart(3)} texts  AUC ${areaUnder(gaps).toFixed(3)}`)
}
tell(`all, each source by the others  AUC ${areaUnder(ranked).toFixed(3)}`)
for (const [name, counts] of Object.entries(cut)) tell(`${name.padEnd(5)} ${figuresOf(counts)}`)
const all = fitted(texts)
for (const [at, sign] of GAP_FEATURES.entries()) {
  const name = /^[a-z]+$/.test(sign) ? sign : `'${sign}'`
  process.stdout.write(`  ${name}: ${Math.round(all[at] * 100) / 100},\n`)
}

/** @returns {any[]} path, source and text of each */
function articles() {
  const gold = ['spaced', 'wrapped'].flatMap((name) => rowsOf(`plain-gold/${name}.jsonl`))
  return [
    ...rowsOf('decks/decks.jsonl').map(({ id, ext, source, input }) => [`${id}.${ext}`, source.split(':')[0], input]),
    ...gold.map(({ id, source, text }) => [
      `${id}.txt`,
      source.split('/').slice(0, 2).join('/').replace(/@.*/, ''),
      text,
    ]),
  ]
}

function rowsOf(path) {
  return readFileSync(join(corpus, path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** Joins the paragraphs of prose that have two sentences or more into one block; none if there are few. */
async function textOf([path, source, input]) {
  const { article } = await reading(input, path)
  if (article === undefined) return []
  const sentences = []
  const starts = []
  for (const text of proseIn(article.root)) {
    const own = splitSentences(text, article.language).map(([from, to]) => text.slice(from, to))
    if (own.length < 2) continue
    starts.push(sentences.length)
    sentences.push(...own)
  }
  if (starts.length < 4) return []
  const seen = analyseSentences(sentences, article.language)
  const isStart = new Set(starts)
  const rows = seen.gaps.map((gap, at) => ({
    signs: GAP_FEATURES.map((sign, place) => [place, gap[sign]]),
    label: isStart.has(at + 1) ? 1 : 0,
  }))
  return [{ source, sentences: seen, starts: starts.slice(1), rows }]
}

function proseIn({ blocks, sections }) {
  const own = blocks.filter(
    ({ node, passages: [first, ...others] }) =>
      node.type === 'paragraph' && others.length === 0 && first?.kind === 'prose',
  )
  return [
    ...own.map(({ passages }) => passages[0].text).filter((text) => !/[:：]$/.test(text)),
    ...sections.flatMap(proseIn),
  ]
}

function fitted(some) {
  return logistic(
    some.flatMap(({ rows }) => rows),
    { size: GAP_FEATURES.length },
  )
}

/** Replaces the values of the built weights, which are an object. */
function use(weights) {
  const built = /** @type {Record<string, number>} */ (GAP_WEIGHTS)
  for (const [at, sign] of GAP_FEATURES.entries()) built[sign] = weights[at]
}

function dot(signs, weights) {
  return signs.reduce((sum, [at, value]) => sum + value * weights[at], 0)
}

function areaUnder(gaps) {
  const sorted = gaps.toSorted((one, other) => one.score - other.score)
  let below = 0
  let pairs = 0
  for (const { label } of sorted) {
    if (label === 0) below += 1
    else pairs += below
  }
  return pairs / (below * (sorted.length - below))
}

function evenCuts(lengths) {
  const cuts = []
  let words = 0
  for (const [at, length] of lengths.entries()) {
    if (words >= EVEN) {
      cuts.push(at)
      words = 0
    }
    words += length
  }
  return cuts
}

function countsOf(cuts, { starts, sentences }) {
  const size = sentences.lengths.length
  const width = Math.max(2, Math.round(size / (starts.length + 1) / 2))
  const [own, gold] = [cuts, starts].map((list) => Array.from({ length: size }, (_, at) => (list.includes(at) ? 1 : 0)))
  const within = (list, at) => list.slice(at + 1, at + width + 1).reduce((sum, each) => sum + each, 0)
  let off = 0
  for (let at = 0; at < size - width; at++) if (within(own, at) !== within(gold, at)) off += 1
  return {
    off,
    windows: Math.max(0, size - width),
    hits: cuts.filter((at) => gold[at]).length,
    cuts: cuts.length,
    gold: starts.length,
  }
}

function figuresOf(counts) {
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0)
  const share = (2 * sum('hits')) / (sum('cuts') + sum('gold'))
  return `WindowDiff ${(sum('off') / sum('windows')).toFixed(3)}  F1 of cuts ${share.toFixed(3)}  ${sum('cuts')} cuts of ${sum('gold')}`
}

function tell(line) {
  process.stderr.write(`${line}\n`)
}
