// Counts the layouts that the articles of a corpus get, and faults that no deck may have: slides over 80 words, slides
// of one point, empty slides, two similar titles in a part. `npm run bench -- layouts <jsonl> [--sample <n>] [--seed
// <n>] [--draw <layout> | --decks <folder>]`. The file contains one article a line ({id, text, lang}); those in English
// count. `--draw` prints slides of a layout and the sentences that they are made of, for a person to judge; `--decks`
// saves every deck as text. Exits with 0 if every target is met, otherwise with 1.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { deckOf } from './layouts/deck.mjs'
import { faultsIn } from './layouts/faults.mjs'
import { textOf } from './layouts/text.mjs'
import { isMissed, printTable } from './support/table.mjs'
import { recordsOf } from './write/corpus.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    draw: { type: 'string' },
    count: { type: 'string', default: '30' },
    decks: { type: 'string' },
  },
})
/** Layouts that every talk has. */
const PLAIN = ['title', 'agenda', 'part', 'points', 'takeaways', 'closing']

const [path] = positionals
if (path === undefined || !existsSync(path)) {
  process.stderr.write(
    'usage: npm run bench -- layouts <jsonl> [--sample <n>] [--seed <n>] [--draw <layout>] [--decks <folder>]\n',
  )
  process.exit(2)
}

/** Shuffles things into an order that depends only on the seed. */
function shuffled(things, nameOf) {
  const keyOf = (thing) =>
    createHash('md5')
      .update(`${values.seed} ${nameOf(thing)}`)
      .digest('hex')
  return things.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

const english = recordsOf(path).filter(({ lang }) => lang.startsWith('en'))
const records = Number(values.sample) > 0 ? shuffled(english, ({ id }) => id).slice(0, Number(values.sample)) : english
const decks = []
for (const { id, text } of records) decks.push({ id, ...(await deckOf(id, text)) })

if (values.decks !== undefined) {
  mkdirSync(values.decks, { recursive: true })
  for (const { id, slides } of decks) writeFileSync(join(values.decks, `${id}.txt`), slides.map(textOf).join('\n\n'))
}
if (values.draw === undefined) printCounts()
else draw(values.draw)

function draw(layout) {
  const hits = decks.flatMap(({ id, slides }) =>
    slides.flatMap((slide, index) => (slide.layout === layout ? [{ id, slide, index }] : [])),
  )
  process.stdout.write(`${hits.length} slides of ${layout} in ${decks.length} decks\n\n`)
  for (const { id, slide, index } of shuffled(hits, (hit) => `${hit.id} ${hit.index}`).slice(0, Number(values.count))) {
    const said = slide.note.sentences.map(({ text }) => text).join(' ')
    process.stdout.write(`${id} ${index + 1}\n${textOf(slide)}\n      » ${said}\n\n`)
  }
}

function printCounts() {
  const slides = decks.flatMap((deck) => deck.slides)
  const names = [...new Set(slides.map(({ layout }) => layout))]
  const shareOf = (passes) => `${((100 * decks.filter(passes).length) / decks.length).toFixed(0)} % of decks`
  const has = (layouts) => (deck) => deck.slides.some(({ layout }) => layouts.includes(layout))
  const area = `${decks.length} decks`
  const rows = [
    { area, what: 'slides', value: `${slides.length}` },
    {
      area,
      what: 'a layout beside points and the frame',
      value: shareOf(has(names.filter((name) => !PLAIN.includes(name)))),
    },
    ...names.map((name) => ({
      area,
      what: name,
      value: `${slides.filter(({ layout }) => layout === name).length} in ${shareOf(has([name]))}`,
    })),
  ]
  const faults = faultsIn(decks).map(({ what, details, most }) => ({
    area: 'faults',
    what,
    value: `${details.length}`,
    ...(most === undefined ? {} : { target: `${most}`, isMet: details.length <= most }),
    details,
  }))
  printTable([...rows, ...faults])
  process.exitCode = faults.some(isMissed) ? 1 : 0
}
