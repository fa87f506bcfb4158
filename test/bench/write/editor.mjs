// Writes a deck of every labelled article, with weights that were fitted on other repositories, for the scoring script
// next to the corpus.
//   node test/bench/write/fit-judge.mjs --folds FOLDS &&
//   node test/bench/write/editor.mjs FOLDS OUT [objective as JSON]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deckJson } from '../../../dist/export/deck-json.js'
import { loadGrammar } from '../../../dist/grammar/load-grammar.js'
import { layOut } from '../../../dist/layout/choose-layout.js'
import { layouts } from '../../../dist/layout/layout-table.js'
import { parseWeights } from '../../../dist/write/judge/judge.js'
import { partNames } from '../../../dist/write/part-names.js'
import { OBJECTIVE } from '../../../dist/write/plan/objective.js'
import { write } from '../../../dist/write/write.js'
import { newWriterMemory } from '../../../dist/write/writer-memory.js'
import { decks, groupOf, outlineOf } from './labels.mjs'

const grammar = loadGrammar()
const weights = new Map()
const memory = newWriterMemory()

export function weightsOf(folds, group) {
  if (!weights.has(group)) {
    const packed = JSON.parse(readFileSync(join(folds, `${group.replaceAll('/', '_')}.json`), 'utf8'))
    const unpacked = Object.entries(packed).map(([kind, own]) => [kind, parseWeights(own)])
    weights.set(group, Object.fromEntries(unpacked))
  }
  return weights.get(group)
}

export async function deckOf(row, { folds, objective }) {
  const { article, outlined, file } = await outlineOf(row)
  const means = {
    grammar: article.language.startsWith('en') ? grammar : null,
    memory,
    name: row.id,
    minutes: null,
    objective,
    weights: folds === null ? undefined : weightsOf(folds, groupOf(row)),
  }
  const drafts = write(outlined, means)
  const deck = layOut(drafts, { article, parts: partNames(outlined), layouts, event: null })
  return { article, drafts, json: deckJson({ deck, article, sentences: [], layouts, messages: file.messages }) }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [folds, out, changes = '{}'] = process.argv.slice(2)
  mkdirSync(out, { recursive: true })
  const objective = { ...OBJECTIVE, ...JSON.parse(changes) }
  for (const row of decks()) writeFileSync(join(out, `${row.id}.json`), (await deckOf(row, { folds, objective })).json)
}
