// Measures the cost of fitting, and whether the result fits. `npm run bench -- fit` prints the time of building the
// example with and without fitting, and of fitting five hundred slides. `npm run bench -- fit <corpus> [--sample n]
// [--part i/n] [--minutes n] [--match text] [--theme name]` also builds every article of a corpus in both shapes, opens
// each saved deck in a browser and judges every slide by what is visible; it names those that fail. The corpus is
// not part of this repository. Exits with 0 if every target is met, otherwise with 1.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keepBrowser } from '../../dist/browser/kept-browser.js'
import { measureCorpus } from './fit/corpus.mjs'
import { measureSpeed } from './fit/speed.mjs'
import { isMissed, printTable } from './support/table.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    part: { type: 'string' },
    minutes: { type: 'string' },
    match: { type: 'string' },
    theme: { type: 'string' },
  },
})
const [corpus] = positionals
if (positionals.length > 1 || (corpus !== undefined && !existsSync(corpus))) {
  process.stderr.write(
    'usage: npm run bench -- fit [corpus] [--sample n] [--part i/n] [--minutes n] [--match text] [--theme name]\n',
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-fit-'))
// The same options as in the program.
const browser = keepBrowser({ executable: null })
try {
  const rows =
    corpus === undefined
      ? await measureSpeed(browser.getBrowser)
      : await measureCorpus(browser.getBrowser, wanted(corpus))
  printTable(rows)
  process.exitCode = rows.some(isMissed) ? 1 : 0
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

function wanted(from) {
  const [number, of] = (values.part ?? '1/1').split('/')
  return {
    corpus: from,
    folder,
    part: { number: Number(number), of: Number(of) },
    sample: Number(values.sample ?? Number.POSITIVE_INFINITY),
    minutes: Number(values.minutes ?? Number.POSITIVE_INFINITY),
    match: values.match ?? '',
    theme: values.theme,
  }
}
