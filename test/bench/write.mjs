// Measures how articles are turned into words for slides: splitting, speed, and the promises on whole articles. `npm
// run bench -- write <folder> [--articles <jsonl>] [--only splitting,speed,grounding]`. The folder has texts with their
// sentences, the file one article a line ({id, text, lang, ext}); neither is part of this repository. Exits with 0 if
// every target is met, otherwise with 1.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isMissed, printTable } from './support/table.mjs'
import { measureGrounding } from './write/grounding.mjs'
import { measureSpeed } from './write/speed.mjs'
import { measureSplitting } from './write/splitting.mjs'

const MEASURES = {
  splitting: measureSplitting,
  speed: measureSpeed,
  grounding: measureGrounding,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, articles: { type: 'string' } },
})
const [folder] = positionals
const wanted = values.only?.split(',') ?? Object.keys(MEASURES)
const isKnown = wanted.every((name) => name in MEASURES)
if (folder === undefined || !existsSync(folder) || !isKnown) {
  process.stderr.write(
    `usage: npm run bench -- write <folder> [--articles <jsonl>] [--only ${Object.keys(MEASURES).join(',')}]\n`,
  )
  process.exit(2)
}

const rows = []
for (const name of wanted) {
  process.stderr.write(`measuring ${name} …\n`)
  rows.push(...(await MEASURES[name]({ folder, articles: values.articles })))
}
printTable(rows)
process.exitCode = rows.some(isMissed) ? 1 : 0
