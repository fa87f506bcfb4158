// Articles labelled by an editor, as units with their features and what the editor did with each.
import { existsSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { contentWords } from '../../../dist/grammar/content-words.js'
import { loadGrammar } from '../../../dist/grammar/load.js'
import { outline } from '../../../dist/outline/outline.js'
import { read } from '../../../dist/read/read.js'
import { featuresOf } from '../../../dist/write/judge/features.js'
import { judge } from '../../../dist/write/judge/judge.js'
import { coverFeatures, kindOf, titleFeatures } from '../../../dist/write/judge/title-features.js'
import { unitsOf } from '../../../dist/write/judge/units.js'
import { lengthsOf } from '../../../dist/write/lengths.js'
import { parserOf } from '../../../dist/write/parser.js'
import { titlesOf } from '../../../dist/write/titles.js'

const SHARED = new URL('../../../../shared/corpus/decks/decks.jsonl', import.meta.url)
const OWN = new URL('labels.jsonl', import.meta.url)
const grammar = loadGrammar()

/** The rows of a file of JSON lines; none where it does not exist. */
export function rowsIn(url) {
  if (!existsSync(url)) return []
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** The editor's decks. */
export const decks = () => rowsIn(SHARED).filter((row) => !row.skip)

/** The repository that an article is from: articles of one are never on both sides of a fold. */
export const groupOf = ({ source }) => (source === undefined ? 'own' : source.split(':')[0])

export async function outlineOf({ id, ext, input }) {
  const bytes = Buffer.from(input)
  const file = new VFile({ path: `${id}.${ext}`, value: bytes })
  const article = await read(bytes, file)
  return { article, outlined: outline(article), file }
}

/** The labels of an article of `decks.jsonl` as sets of spans of its own text. */
function spansOf(row) {
  const wanted = new Set(
    row.slides.flatMap(({ title, points }) => [...(title?.from ?? []), ...points.flatMap((point) => point.from ?? [])]),
  )
  const titles = new Set(row.slides.flatMap(({ title }) => title?.from ?? []))
  const starts = new Set(
    row.slides.flatMap(({ title, points }) => {
      const ids = [...(title?.from ?? []), ...points.flatMap((point) => point.from ?? [])]
      return ids.length === 0 ? [] : [Math.min(...ids)]
    }),
  )
  return { show: wanted, title: titles, starts, key: new Set(row.key), filler: new Set(row.filler) }
}

/** Every unit of every labelled article: `{group, article, labels: {show, filler, key, title, starts}, english, shape}`; a label that nobody gave is null. */
export async function labelledUnits() {
  const all = []
  for (const row of decks()) {
    const { article, outlined } = await outlineOf(row)
    const labels = spansOf(row)
    const places = placesIn(article.text, row)
    const idsOf = (units) =>
      units.map(({ sentence: { span } }) =>
        places.filter(({ from, to }) => Math.min(to, span[1]) - Math.max(from, span[0]) > 0.3 * (span[1] - span[0])),
      )
    add(all, { row, article, outlined, idsOf, labels })
  }
  for (const row of rowsIn(OWN)) {
    const { article, outlined } = await outlineOf(row)
    const labels = Object.fromEntries(['show', 'title', 'key', 'filler'].map((name) => [name, new Set(row[name])]))
    add(all, { row, article, outlined, idsOf: (units) => units.map(({ index }) => [{ id: index }]), labels })
  }
  return all
}

function placesIn(text, row) {
  let after = 0
  return row.units.flatMap(({ id, span, type }) => {
    const words = row.text.slice(...span)
    let from = text.indexOf(words, after)
    if (from < 0) from = text.indexOf(words)
    if (from < 0 || type === 'heading') return []
    after = from
    return [{ id, from, to: from + words.length }]
  })
}

function add(all, { row, article, outlined, idsOf, labels }) {
  const units = unitsOf(outlined)
  const english = featuresOf(article, units, parserOf(grammar))
  const shape = featuresOf(article, units, null)
  const ids = idsOf(units)
  units.forEach((unit, index) => {
    const own = ids[index] ?? []
    if (own.length === 0) return
    const has = (set) => (own.some(({ id }) => set.has(id)) ? 1 : 0)
    all.push({
      group: groupOf(row),
      article: row.id,
      text: unit.sentence.text,
      labels: {
        show: has(labels.show),
        filler: has(labels.filler),
        key: has(labels.key),
        title: has(labels.title),
        starts: labels.starts === undefined || !has(labels.show) ? null : has(labels.starts),
      },
      english: english[index],
      shape: shape[index],
    })
  })
}

/**
 * The titles that the writer could give each slide of the editor's, over the points of that slide and over those of the next, which
 * the title is not of: `{group, options: [{features, text, match, isOwn}]}`. `match` is how much of the editor's own title each has.
 */
export async function labelledTitles(weightsFor) {
  const parse = parserOf(grammar)
  const all = []
  for (const row of decks()) {
    const { article, outlined } = await outlineOf(row)
    const units = unitsOf(outlined)
    const scores = judge(article, units, { parse, weights: weightsFor(groupOf(row)) })
    const leans = units.map(({ sentence }) => lengthsOf({ article, parse }, sentence)[0]?.lean !== null)
    const places = new Map(
      placesIn(article.text, row).map(({ id, from, to }) => [
        id,
        units.findIndex(({ sentence: { span } }) => span[0] >= from && span[0] < to),
      ]),
    )
    const slides = row.slides.map(({ title, points }) => ({
      title,
      at: placed([...(title?.from ?? []), ...points.flatMap((point) => point.from ?? [])], places),
      points: placed(
        points.flatMap((point) => point.from ?? []),
        places,
      ),
    }))
    for (const [place, { title, at, points }] of slides.entries()) {
      if (title === null || at.length === 0 || points.length === 0) continue
      const wanted = title.text ?? row.text.slice(...row.units[title.heading].span)
      const heading = units[at[0]].heading?.text ?? ''
      const isNew = at[0] === 0 || units[at[0] - 1]?.section !== units[at[0]].section
      const cases = at.slice(0, 4).flatMap((index, offset) =>
        titlesOf({ article, parse }, units[index]).map(({ line, form }) => ({
          at: index,
          text: line.text,
          form,
          from: { unit: units[index], scores: scores[index] },
          offset,
          heading,
        })),
      )
      if (heading !== '')
        cases.push({ at: -1, text: heading, form: isNew ? 'heading' : 'heading-again', from: null, offset: 0, heading })
      const over = (each, under) =>
        new Map([...titleFeatures(each), ...coverFeatures(each.form, coverOf(each, under, { units, leans }))])
      const next = slides[place + 1]?.points ?? []
      const options = cases.flatMap((each) => {
        // The sentence of a claim is no point as well.
        const isClaim = kindOf(each.form) === 'claim'
        const own = isClaim ? at.filter((index) => index !== each.at) : points
        const match = likeness(each.text, wanted)
        return [
          { features: over(each, own), text: each.text, match, isOwn: true },
          ...(match >= NEAR && next.length > 0
            ? [{ features: over(each, next), text: each.text, match: 0, isOwn: false }]
            : []),
        ]
      })
      all.push({ group: groupOf(row), wanted, options })
    }
  }
  return all
}

/** A title is near another from this F of their words. */
export const NEAR = 0.55

function placed(ids, places) {
  return [...new Set(ids.map((id) => places.get(id) ?? -1).filter((index) => index >= 0))].sort(
    (one, other) => one - other,
  )
}

function coverOf({ at, text, from }, under, { units, leans }) {
  const matter = contentWords(text)
  const others = under.filter((index) => index !== at)
  const has = (word) => others.some((index) => units[index].matter.has(word))
  return {
    points: others.length,
    sharing: others.filter((index) => matter.some((word) => units[index].matter.has(word))).length,
    said: matter.length === 0 ? 0 : matter.filter(has).length / matter.length,
    near: others.filter((index) => from !== null && units[index].paragraph === from.unit.paragraph).length,
    before: others.filter((index) => index < at).length,
    leaning: others.filter((index) => leans[index]).length,
  }
}

/** The F of the words of two texts. */
function likeness(one, other) {
  const words = (text) =>
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)*/gu) ?? []
  const [first, second] = [words(one), words(other)]
  const left = new Map()
  for (const word of second) left.set(word, (left.get(word) ?? 0) + 1)
  const both = first.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  }).length
  return first.length + second.length === 0 ? 0 : (2 * both) / (first.length + second.length)
}
