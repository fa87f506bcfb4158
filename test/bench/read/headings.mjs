// Measures how well headings and titles are found in plain text.

import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fractionRow } from '../support/table.mjs'
import { LAYOUTS } from './layouts.mjs'
import { headingsIn, reading } from './reading.mjs'

const TARGETS = { spaced: 0.9, wrapped: 0.86, tight: 0.88, even: 0.9, broken: 0.9 }
const TITLES = 0.95
const AREA = 'headings'

/** Measures the headings found in plain text (F1 over all lines, by layout, source and language) and the titles. */
export async function measureHeadings({ corpus, folder, match }) {
  const { tight } = await import(pathToFileURL(join(corpus, 'tools/gold-tight.mjs')).href)
  const goldOf = (name) =>
    linesOf(readFileSync(join(corpus, 'plain-gold', `${name}.jsonl`), 'utf8')).filter(({ id }) => id.includes(match))
  const spaced = goldOf('spaced')
  const layouts = {
    spaced,
    wrapped: goldOf('wrapped'),
    tight: spaced.map(tight),
    even: spaced.map(LAYOUTS.even),
    broken: spaced.map(LAYOUTS.wrapped),
  }
  const rows = []
  const groups = []
  for (const [layout, gold] of Object.entries(layouts)) {
    const found = await Promise.all(gold.map(predict))
    const score = scorer({ corpus, folder, layout, found })
    const { micro, macro } = score(gold)
    const what = `${layout}, ${gold.length} texts: F1 (P ${micro.p.toFixed(3)}, R ${micro.r.toFixed(3)}; mean F1 of texts ${macro.f1.toFixed(3)})`
    rows.push(fractionRow({ area: AREA, what, fraction: micro.f1, target: TARGETS[layout], details: [] }))
    const untitled = found.filter(({ isTitled }) => !isTitled)
    const fraction = 1 - untitled.length / Math.max(1, found.length)
    const details = untitled.map(({ id, said }) => `${id}: ${said}`)
    rows.push(
      fractionRow({ area: AREA, what: `${layout}: title found on its line`, fraction, target: TITLES, details }),
    )
    for (const [kind, keyOf] of Object.entries(GROUPS))
      for (const [name, members] of grouped(gold, keyOf))
        groups.push({ kind, name, layout, members, ...score(members) })
  }
  return [...rows, ...groupRows(groups)]
}

const GROUPS = {
  source: ({ source }) => source.split('/').slice(0, 2).join('/').replace(/@.*/, ''),
  language: ({ lang }) => lang,
}

async function predict({ id, text, title_line }) {
  const { article, error } = await reading(text, `${id}.txt`)
  const lineOf = (passage) => (passage?.position?.start.line ?? 0) - 1
  return {
    id,
    heading_lines: article ? headingsIn(article.root).map(lineOf) : [],
    isTitled: article !== undefined && lineOf(article?.title) === title_line,
    said: error ? String(error) : `“${article?.title?.text.slice(0, 70) ?? 'no title'}”`,
  }
}

/** Runs the corpus's own scorer on a part of the gold data. */
function scorer({ corpus, folder, layout, found }) {
  const predicted = join(folder, `${layout}.predicted.jsonl`)
  writeFileSync(predicted, jsonLines(found))
  return (gold) => {
    const path = join(folder, `${layout}.gold.jsonl`)
    writeFileSync(path, jsonLines(gold))
    const run = spawnSync(process.execPath, [join(corpus, 'tools/score-headings.mjs'), path, predicted], RUN)
    if (run.status !== 0) throw new Error(run.stderr)
    return JSON.parse(linesIn(run.stdout)[0])
  }
}

/** @type {{ encoding: 'utf8' }} */
const RUN = { encoding: 'utf8' }

function groupRows(groups) {
  const byName = grouped(groups, ({ kind, name }) => `${kind} ${name}`)
  return [...byName].map(([what, list]) => {
    const value = list.map(({ layout, micro }) => `${layout} ${micro.f1.toFixed(2)}`).join('  ')
    const counts = list[0].members.length
    return { area: AREA, what: `${what}, ${counts} ${counts === 1 ? 'text' : 'texts'}: F1`, value }
  })
}

function grouped(list, keyOf) {
  const groups = new Map()
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each])
  return groups
}

function linesIn(text) {
  return text.split('\n').filter((line) => line !== '')
}

function linesOf(text) {
  return linesIn(text).map((line) => JSON.parse(line))
}

function jsonLines(list) {
  return list.map((each) => `${JSON.stringify(each)}\n`).join('')
}
