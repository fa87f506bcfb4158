// Measures how well and how safely articles are read: headings, web pages, documents, Markdown's specifications, time
// by size, hostile files. `npm run bench -- read <corpus> [--only headings,pages,documents,spec,linear,hostile]
// [--match text]`. The corpus is a folder with gold data and tools, not part of this repository. Exits with 0 if every
// target is met, otherwise with 1.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureDocuments } from './read/documents.mjs'
import { measureHeadings } from './read/headings.mjs'
import { measureHostile } from './read/hostile.mjs'
import { measureLinear } from './read/linear.mjs'
import { measurePages } from './read/pages.mjs'
import { measureSpec } from './read/spec.mjs'
import { isMissed, printTable } from './support/table.mjs'

const MEASURES = {
  headings: measureHeadings,
  pages: measurePages,
  documents: measureDocuments,
  spec: measureSpec,
  linear: measureLinear,
  hostile: measureHostile,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, match: { type: 'string' } },
})
const [corpus] = positionals
const wanted = values.only?.split(',') ?? Object.keys(MEASURES)
const unknown = wanted.filter((name) => !(name in MEASURES))
if (corpus === undefined || !existsSync(join(corpus, 'tools')) || unknown.length > 0) {
  process.stderr.write(
    `usage: npm run bench -- read <corpus> [--only ${Object.keys(MEASURES).join(',')}] [--match text]\n`,
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-read-'))
try {
  const rows = []
  for (const name of wanted) {
    process.stderr.write(`measuring ${name} …\n`)
    rows.push(...(await MEASURES[name]({ corpus, folder, match: values.match ?? '' })))
  }
  printTable(rows)
  process.exitCode = rows.some(isMissed) ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
