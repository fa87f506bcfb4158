// Reads articles labelled by an editor, as units with their features and labels.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { VFile } from 'vfile'
import { contentWords } from '../../../dist/grammar/content-words.js'
import { loadGrammar } from '../../../dist/grammar/load-grammar.js'
import { outline } from '../../../dist/outline/outline.js'
import { read } from '../../../dist/read/read.js'
import { changesSubject } from '../../../dist/write/connectives.js'
import { featuresOf, judge } from '../../../dist/write/judge/judge.js'
import { obscurityFeatures } from '../../../dist/write/judge/obscurity.js'
import { coverageFeatures, titleFeatures } from '../../../dist/write/judge/title-features.js'
import { unitsOf } from '../../../dist/write/judge/units.js'
import { lineOf } from '../../../dist/write/line.js'
import { parserOf } from '../../../dist/write/parser.js'
import { factsOf } from '../../../dist/write/rules.js'
import { dependenceOfText, quotationsIn, versionsOf } from '../../../dist/write/sentence-versions.js'

const SHARED = new URL('../../../../shared/corpus/decks/decks.jsonl', import.meta.url)
const OWN = new URL('labels.jsonl', import.meta.url)
const PUBLIC = new URL('public-labels.jsonl.gz', import.meta.url)
const POINTS = new URL('points.jsonl', import.meta.url)
const OBSCURITY = new URL('obscurity.jsonl', import.meta.url)
const TITLES = new URL('titles.jsonl', import.meta.url)
const LABELLED = new URL('labelled-units.jsonl', import.meta.url)
const grammar = loadGrammar()

/** The rows of a JSON Lines file, which may be compressed; none if it does not exist. */
export function rowsIn(url) {
  if (!existsSync(url)) return []
  const bytes = readFileSync(url)
  return (url.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** The editor's decks. */
export const decks = () => rowsIn(SHARED).filter((row) => !row.skip)

/** The public articles with their labels, and the hashes of their units. */
const publicArticles = () => rowsIn(PUBLIC).map(({ units, ...row }) => ({ ...row, hashes: units.split(' ') }))

/** The repository that an article is from. Articles of one repository are never on both sides of a fold. */
export const groupOf = ({ source }) => (source === undefined ? 'own' : source.split(':')[0])

export async function outlineOf({ id, ext, input }) {
  const bytes = Buffer.from(input)
  const file = new VFile({ path: `${id}.${ext}`, value: bytes })
  const article = await read(bytes, file)
  return { article, outlined: outline(article), file }
}

/**
 * Maps the index of each labelled unit to its index in the article as it is read now. Labels name units by their
 * indexes at the time of labelling. A row of `labelled-units.jsonl`, or of a public article, has a hash of the text of
 * each, so that labels stay with their units when a reader changes; units whose text has changed are left out. An
 * article without hashes has not changed since it was labelled.
 */
function currentIndexes({ id, hashes = LABELLED_HASHES.get(id) }, units) {
  const current = units.map(({ sentence }) => hashOf(sentence.text))
  const indexes = new Map()
  let after = 0
  for (const [labelled, hash] of (hashes ?? current).entries()) {
    const found = current.indexOf(hash, after)
    if (found < 0) continue
    indexes.set(labelled, found)
    after = found + 1
  }
  return indexes
}

const LABELLED_HASHES = new Map(rowsIn(LABELLED).map(({ article, units }) => [article, units.split(' ')]))

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 6)
}

/** Returns the labels of an article in `decks.jsonl`, as sets of ids of its units. */
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

/**
 * Lists every unit of every labelled article: `{group, article, editor, isPublic, labels: {show, filler, key, title,
 * starts, unclear}, english, shape}`, with the facts that the rules test; a label that nobody gave is null. The editor
 * of the shared decks is null; `isPublic` tells the articles of `public-labels.jsonl.gz`, which are published under the
 * licence in their row. A row of `points.jsonl` names units that were on a slide without the unit before them, each with
 * the fraction of readers who did not understand it there, because what it refers to was not on the slide, or because
 * it was torn out of its context.
 */
export async function labelledUnits() {
  const all = []
  const unclear = new Map(rowsIn(POINTS).map(({ article, units }) => [article, new Map(units)]))
  for (const row of decks()) {
    const { article, outlined } = await outlineOf(row)
    const labels = spansOf(row)
    const places = placesIn(article.text, row)
    const idsOf = (units) =>
      units.map(({ sentence: { span } }) =>
        places.filter(({ from, to }) => Math.min(to, span[1]) - Math.max(from, span[0]) > 0.3 * (span[1] - span[0])),
      )
    add(all, { row, article, outlined, idsOf, labels, unclear: unclear.get(row.id) })
  }
  for (const row of [...rowsIn(OWN).map((own) => ({ ...own, editor: 'own' })), ...publicArticles()]) {
    const { article, outlined } = await outlineOf(row)
    const names = ['show', 'title', 'starts', 'key', 'filler'].filter((name) => row[name] !== undefined)
    const labels = Object.fromEntries(names.map((name) => [name, new Set(row[name])]))
    const idsOf = (units) => {
      const labelled = new Map([...currentIndexes(row, units)].map(([old, now]) => [now, old]))
      return units.map(({ index }) => (labelled.has(index) ? [{ id: labelled.get(index) }] : []))
    }
    add(all, { row, article, outlined, idsOf, labels, unclear: unclear.get(row.id) })
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

/**
 * Positions at which our own articles show an editor's choices of no other source: nearly all of them were written with
 * an opening and an ending that belong on no slide.
 */
const OWN_BIASES = /^(?:first-paragraph|last-paragraph|last-section|first=|from-end=)/

function add(all, { row, article, outlined, idsOf, labels, unclear }) {
  const units = unitsOf(outlined)
  const unbiased = (features) =>
    row.source === undefined ? new Map([...features].filter(([name]) => !OWN_BIASES.test(name))) : features
  const context = { article, parse: parserOf(grammar) }
  const quotations = quotationsIn(units.map(({ sentence }) => sentence))
  const english = featuresOf(article, units, context.parse).map(unbiased)
  const shape = featuresOf(article, units, null).map(unbiased)
  const ids = idsOf(units)
  const now = currentIndexes(row, units)
  const unclearNow = new Map([...(unclear ?? [])].map(([index, fraction]) => [now.get(index), fraction]))
  units.forEach((unit, index) => {
    const own = ids[index] ?? []
    if (own.length === 0) return
    const has = (set) => (own.some(({ id }) => set.has(id)) ? 1 : 0)
    all.push({
      group: groupOf(row),
      article: row.id,
      editor: row.editor ?? null,
      isPublic: row.editor !== undefined && row.source !== undefined,
      text: unit.sentence.text,
      facts: {
        ...factsOf(unit, quotations.get(unit.sentence.span[0]), context),
        isDependent: dependenceOfText(context, unit.sentence.text) !== null,
      },
      language: article.language,
      labels: {
        show: has(labels.show),
        filler: has(labels.filler),
        key: has(labels.key),
        title: has(labels.title),
        unclear: unclearNow.get(index) ?? null,
        starts: labels.starts === undefined || !has(labels.show) ? null : has(labels.starts),
      },
      english: english[index],
      shape: shape[index],
    })
  })
}

/**
 * Lists the points of slides that the writer made, each marked by a reader: `{group, features, unclear}`, where
 * `unclear` is 1 if a listener would ask what the point refers to. A row of `obscurity.jsonl` has the title of a slide
 * and the index of each of its points among the units of the article, with the mark.
 */
export async function labelledPoints() {
  const parse = parserOf(grammar)
  const rows = new Map(decks().map((row) => [row.id, row]))
  const outlines = new Map()
  const all = []
  for (const { article: id, title, points } of rowsIn(OBSCURITY)) {
    const row = rows.get(id)
    if (row === undefined) continue
    if (!outlines.has(id)) {
      const { article, outlined } = await outlineOf(row)
      const units = unitsOf(outlined)
      const now = currentIndexes(row, units)
      outlines.set(id, { article, units, now, top: new Set(contentWords(article.title?.text ?? '')) })
    }
    const { article, units, now, top } = outlines.get(id)
    const known = new Set(contentWords(title ?? ''))
    let last = units.findIndex(({ keywords }) => covers(known, keywords))
    for (const [order, [labelled, unclear]] of points.entries()) {
      const index = now.get(labelled)
      if (index === undefined) continue
      const { sentence, keywords, repeated } = units[index]
      const dependence = versionsOf({ article, parse }, sentence)[0]?.dependence ?? null
      const place = { isFirst: order === 0, isFollowUp: last === index - 1, known: new Set(known) }
      const features = obscurityFeatures({ tree: parse(sentence.text), dependence, repeated, title: top }, place)
      all.push({ group: groupOf(row), features, unclear })
      for (const word of keywords) known.add(word)
      last = index
    }
  }
  return all
}

/** Whether a title says most of what a unit says. */
function covers(title, keywords) {
  return [...keywords].filter((word) => title.has(word)).length > 0.6 * keywords.size
}

/** The probability that a title is accepted, by a reader's mark: good, acceptable, about something else, or torn. */
const ACCEPTED = { Y: 1, O: 0.4, N: 0, T: 0 }

/**
 * Lists titles over the points of slides that the writer made, each marked by a reader: `{group, options: [{features,
 * form, label, accepted}]}`. A row of `titles.jsonl` names the first and last unit of a slide and the units of its
 * points, all by their index in the article. An option is `[unit, form, spans, label]`, with spans of that unit's
 * sentence. An option without a unit is the heading or, as `heading-above`, that of the part or the article above text
 * without a heading.
 */
export async function labelledTitles(weightsFor) {
  const parse = parserOf(grammar)
  const rows = new Map([...decks(), ...rowsIn(OWN)].map((row) => [row.id, row]))
  const known = new Map()
  const all = []
  for (const { article: id, units: own, points, options } of rowsIn(TITLES)) {
    const row = rows.get(id)
    if (row === undefined) continue
    if (!known.has(id)) {
      const { article, outlined } = await outlineOf(row)
      const units = unitsOf(outlined)
      const scores = judge(article, units, { parse, weights: weightsFor(groupOf(row)) })
      const turns = units.map(({ sentence }) => changesSubject(sentence.text))
      const dependent = units.map(({ sentence }) => versionsOf({ article, parse }, sentence)[0]?.dependence !== null)
      known.set(id, {
        units,
        scores,
        dependent,
        turns,
        now: currentIndexes(row, units),
        title: article.title?.text ?? '',
      })
    }
    const { units, scores, dependent, turns, now, title } = known.get(id)
    const first = now.get(own[0])
    const pointsNow = points.map((index) => now.get(index))
    if (first === undefined || pointsNow.includes(undefined)) continue
    const isHeaded = options.some(([, form]) => form === 'heading' || form === 'heading-again')
    const above = units[first].heading?.text ?? title
    const heading = isHeaded ? above : ''
    all.push({
      group: groupOf(row),
      options: options.flatMap(([labelled, form, spans, label]) => {
        const unit = labelled === null ? null : now.get(labelled)
        if (unit === undefined) return []
        const from = unit === null ? null : { unit: units[unit], scores: scores[unit] }
        const text = from === null ? above : lineOf({ ...from.unit.sentence, spans, weight: 0 }).text
        const each = { text, form, from, offset: unit - first, unitsBefore: units[first].indexInSection, heading }
        const coverage = coverageFeatures(
          form,
          coverOf({ at: unit ?? -1, text, from }, pointsNow, { units, dependent, turns }),
        )
        return [{ features: new Map([...titleFeatures(each), ...coverage]), form, label, accepted: ACCEPTED[label] }]
      }),
    })
  }
  return all
}

function coverOf({ at, text, from }, under, { units, dependent, turns }) {
  const keywords = contentWords(text)
  const others = under.filter((index) => index !== at)
  const has = (word) => others.some((index) => units[index].keywords.has(word))
  return {
    points: others.length,
    sharingPoints: others.filter((index) => keywords.some((word) => units[index].keywords.has(word))).length,
    titleFraction: keywords.length === 0 ? 0 : keywords.filter(has).length / keywords.length,
    nearPoints: others.filter((index) => from !== null && units[index].paragraph === from.unit.paragraph).length,
    pointsBefore: others.filter((index) => index < at).length,
    dependentPoints: others.filter((index) => dependent[index]).length,
    turningPoints: others.filter((index) => turns[index] && index > at).length,
  }
}
