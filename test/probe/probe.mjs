// Makes a deck of every hostile payload and opens each in a browser under watch: nothing may run, load or leave,
// neither while the decks are made nor when they are shown. `npm run probe -- <corpus> [--sample n] [--kinds
// html,markdown,…,docx] [--jobs n] [--screen-only] [--keep folder]`. The probe must detect the vulnerable pages that
// come with it; otherwise it proves nothing. Exits with 1 on any finding.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { withProgram } from './browser.mjs'
import { documentsOf, withCanary } from './documents.mjs'
import { makeDecks } from './make.mjs'
import { runProbe, watchDecks } from './watch.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Browsers mostly wait while they are watched. */
const WATCHERS_A_CORE = 4
/** The probe's own pages, by folder, and whether it must find nothing in them. */
const PAGES = { safe: true, 'reveal-safe': true, vulnerable: false, latent: false, 'reveal-vuln': false }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    kinds: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    'screen-only': { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})
const [corpus] = positionals
if (corpus === undefined || !existsSync(join(corpus, 'tools'))) {
  process.stderr.write(
    'usage: probe -- <corpus> [--sample n] [--kinds list] [--jobs n] [--screen-only] [--keep folder]\n',
  )
  process.exit(2)
}

const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'lectern-probe-')) : resolve(values.keep)
mkdirSync(folder, { recursive: true })
try {
  const troubles = await withProgram((browser) => probe({ corpus: resolve(corpus), root: ROOT, ...browser }))
  console.log(troubles === 0 ? '\nnothing ran, nothing was asked for' : `\n${troubles} troubles`)
  process.exitCode = troubles === 0 ? 0 : 1
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}

async function probe(setting) {
  const jobs = Number(values.jobs)
  const kinds = values.kinds?.split(',')
  const sample = values.sample === undefined ? undefined : Number(values.sample)
  return withCanary({ corpus, log: join(folder, 'canary.jsonl') }, async (canary, hitsSoFar) => {
    const { secret, documents } = documentsOf({ corpus, folder, canary, kinds, sample })
    const [wrong, made] = await Promise.all([
      misjudged(setting),
      timed('making', documents.length, (progress) => makeDecks(documents, { jobs, progress })),
    ])
    const same = alike(made.filter(({ status }) => status === 'made'))
    const options = ['--secret', secret, ...(values['screen-only'] ? ['--no-print'] : [])]
    const watched = await timed('watching', same.size, (progress) =>
      watchDecks([...same.keys()], {
        probe: { ...setting, options },
        folder: join(folder, 'watched'),
        jobs: jobs * WATCHERS_A_CORE,
        progress,
      }),
    )
    return wrong + report({ made, same, watched, hits: hitsSoFar() })
  })
}

/** Tests the probe itself: counts pages with a danger that it misses, or without one that it reports. */
async function misjudged(setting) {
  const judged = await Promise.all(
    Object.entries(PAGES).map(async ([name, isHarmless]) => {
      const options = ['--file-timeout', '20000']
      const json = join(folder, `pages-${name}.json`)
      const { files } = await runProbe(
        { ...setting, options, json },
        join(setting.corpus, 'tools/probe-fixtures', name),
      )
      return files.map(({ file, status }) => ({
        page: `${name}/${file}`,
        status,
        isRight: (status === 'ok') === isHarmless,
      }))
    }),
  )
  const pages = judged.flat()
  const wrong = pages.filter(({ isRight }) => !isRight)
  console.log(`the probe judges ${pages.length - wrong.length} of its own ${pages.length} pages rightly`)
  for (const { page, status } of wrong) console.log(`  WRONG ${page}: ${status}`)
  return wrong.length
}

/** Maps each deck to all documents that became it, byte for byte, so that it is opened once. */
function alike(decks) {
  const first = new Map()
  const same = new Map()
  for (const deck of decks) {
    const hash = createHash('sha256').update(readFileSync(deck.out)).digest('hex')
    const out = first.get(hash) ?? deck.out
    first.set(hash, out)
    same.set(out, [...(same.get(out) ?? []), deck])
  }
  return same
}

function report({ made, same, watched, hits }) {
  const count = (status) => made.filter((document) => document.status === status).length
  console.log(`${made.length} documents: ${count('made')} decks (${same.size} different), ${count('refused')} refused`)
  const broken = made.filter(({ status }) => status === 'failed' || status === 'hung')
  for (const { status, said, ...document } of broken)
    console.log(`  ${status.toUpperCase()} ${nameOf(document)}: ${said}`)
  const found = watched.filter(({ status }) => status !== 'ok')
  for (const { out, findings } of found) {
    console.log(`  FOUND ${(same.get(out) ?? []).map(nameOf).join(', ')}`)
    for (const { kind, severity, detail, view } of findings) console.log(`    ${severity} ${kind} (${view}): ${detail}`)
  }
  const unopened = same.size - watched.length
  const walked = watched.reduce((sum, { slides }) => sum + slides, 0)
  const empty = watched.filter(({ slides }) => slides === 0)
  console.log(`${watched.length} decks watched, ${walked} slides walked, ${found.length} with findings`)
  for (const { out } of empty) console.log(`  NOT WALKED ${(same.get(out) ?? []).map(nameOf).join(', ')}`)
  for (const [kind, number] of warnings(watched)) console.log(`  warning ${kind}: ${number}`)
  console.log(`${hits.length} requests while the decks were made`)
  for (const hit of hits) console.log(`  REQUEST ${hit.method} ${hit.url} by ${during(made, Date.parse(hit.t))}`)
  return broken.length + found.length + hits.length + unopened + empty.length
}

function nameOf({ context, ids, path }) {
  return `${ids.join(' ')} (${context}, ${path.split('/').at(-1)})`
}

function warnings(watched) {
  const kinds = new Map()
  for (const { findings } of watched)
    for (const { kind, severity } of findings) if (severity === 'warn') kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return kinds
}

function during(made, time) {
  return made
    .filter(({ began, ended }) => began <= time && time <= ended)
    .map(nameOf)
    .join(' or ')
}

/** Works on `total` items and reports the progress every few seconds. */
async function timed(name, total, work) {
  const start = Date.now()
  let done = 0
  const tell = () =>
    process.stderr.write(`${name}: ${done} of ${total}, ${((Date.now() - start) / 1000).toFixed(0)} s\n`)
  const telling = setInterval(tell, 10_000)
  try {
    return await work((count) => {
      done = count
    })
  } finally {
    clearInterval(telling)
    tell()
  }
}
