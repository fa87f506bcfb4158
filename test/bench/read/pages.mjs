// Measures how well articles are found in saved web pages.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRow, fractionRow } from '../support/table.mjs'
import { bodyOf, reading, told } from './reading.mjs'

const AREA = 'pages'
const RECALL = 0.95
const PRECISION = 0.95
const TITLES = 0.9

/**
 * Maps the figures of the corpus's scorer to what they measure: `recall` is how much of the article was found, and
 * `precision` how much of the result belongs to the article.
 */
const MEANINGS = {
  r: 'recall',
  recall: 'recall',
  with: 'recall',
  found: 'recall',
  p: 'precision',
  without: 'precision',
}
const TARGETS = { recall: RECALL, precision: PRECISION }

/** Measures what is found in saved web pages: how much of the article, how much else, and the titles. */
export async function measurePages({ corpus, folder, match }) {
  const source = join(corpus, 'html')
  const manifest = JSON.parse(readFileSync(join(source, 'manifest.json'), 'utf8')).filter(({ id }) =>
    id.includes(match),
  )
  const predicted = join(folder, 'pages')
  mkdirSync(predicted, { recursive: true })
  const titles = []
  const thrown = []
  for (const page of manifest) {
    const read = await reading(readFileSync(join(source, page.id, 'source.html')), `${page.id}.html`)
    writeFileSync(join(predicted, `${page.id}.txt`), read.article ? bodyOf(read.article.root) : '')
    if (!read.article) thrown.push(`${page.id}: ${read.isRefused ? told(read.file.messages.at(-1)) : read.error}`)
    const gold = titleOf(join(source, page.id), page)
    if (gold && page.kind !== 'synthetic-edge')
      titles.push({ id: page.id, gold, found: read.article?.title?.text ?? '' })
  }
  const kinds = scores(corpus, predicted).filter(({ count }) => count > 0 && match === '')
  const missed = titles.filter(({ gold, found }) => !isSame(gold, found))
  return [
    ...Object.keys(TARGETS).map((meaning) => overall(kinds, meaning)),
    ...kinds.flatMap(({ kind, count, figures, worst }) =>
      Object.entries(figures)
        .filter(([name]) => name in MEANINGS)
        .map(([name, value], index) => {
          const what = `${kind}, ${count} pages: ${MEANINGS[name]}${name === MEANINGS[name] || name.length === 1 ? '' : ` (${name})`}`
          return { area: AREA, what, value: value.toFixed(3), details: index === 0 ? [worst] : [] }
        }),
    ),
    fractionRow({
      area: AREA,
      what: `titles, of ${titles.length} known, up to the site's name`,
      fraction: 1 - missed.length / Math.max(1, titles.length),
      target: TITLES,
      details: missed.map(({ id, gold, found }) => `${id}: “${found}” for “${gold}”`),
    }),
    allRow({
      area: AREA,
      what: 'read without an error',
      count: manifest.length - thrown.length,
      of: manifest.length,
      details: thrown,
    }),
  ]
}

/** The mean over all real pages that have this figure. */
function overall(kinds, meaning) {
  const real = kinds.filter(({ kind }) => !kind.includes('synthetic'))
  const known = real.flatMap(({ count, figures }) =>
    Object.entries(figures)
      .filter(([name]) => MEANINGS[name] === meaning)
      .map(([, value]) => ({ count, value })),
  )
  const pages = known.reduce((sum, { count }) => sum + count, 0)
  const fraction = known.reduce((sum, { count, value }) => sum + count * value, 0) / Math.max(1, pages)
  return fractionRow({
    area: AREA,
    what: `${meaning}, mean of ${pages} real pages`,
    fraction,
    target: TARGETS[meaning],
    details: [],
  })
}

function scores(corpus, predicted) {
  const words = [join(corpus, 'tools/score-maintext.mjs'), join(corpus, 'html'), predicted]
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return [...stdout.matchAll(/^(\S+) n=(\d+) (.*)\n +(.*)$/gm)].map(([, kind, count, figures, worst]) => ({
    kind,
    count: Number(count),
    figures: Object.fromEntries(
      figures.split(' ').map((figure) => [figure.split('=')[0], Number(figure.split('=')[1])]),
    ),
    worst,
  }))
}

function titleOf(folder, page) {
  for (const name of ['expected-metadata.json', 'expected-lead.json']) {
    const path = join(folder, name)
    const title = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).title : null
    if (title) return title
  }
  return page.title
}

/** Whether titles are the same, apart from the name of a site or section that a separator sets off. */
function isSame(gold, found) {
  if (letters(found) === '') return false
  const whole = [gold, found].map(letters)
  if (whole[0] === whole[1]) return true
  return [
    [gold, found],
    [found, gold],
  ].some(([longer, shorter]) => {
    const parts = longer.split(SEPARATOR)
    const runs = parts.flatMap((_, from) => parts.slice(from).map((_, more) => parts.slice(from, from + more + 1)))
    return runs.some((run) => letters(run.join(' ')) === letters(shorter))
  })
}

const SEPARATOR = /\s+[-–—|·:»«/]\s*|[|_:»«]\s*/

function letters(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
