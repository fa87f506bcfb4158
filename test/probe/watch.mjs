import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The maximum number of decks that one browser opens before a new one is started. */
const MOST = 25

/**
 * Opens decks with the corpus's probe, in several browsers at a time; returns `out`, `status`, `slides` and `findings`
 * of each deck.
 */
export async function watchDecks(outs, { probe, folder, jobs, progress }) {
  const size = Math.min(MOST, Math.ceil(outs.length / jobs / 2))
  const shards = []
  for (let from = 0; from < outs.length; from += size) shards.push(outs.slice(from, from + size))
  const waiting = [...shards.entries()].toReversed()
  const results = []
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [number, shard] = next
      const shardFolder = join(folder, String(number))
      const places = new Map(shard.map((out) => [placed(out, shardFolder), out]))
      const { files } = await runProbe(probe, shardFolder)
      results.push(...files.map((file) => ({ ...file, out: places.get(join(shardFolder, file.file)) })))
      progress(results.length)
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  return results
}

/** Moves a deck, in its own folder, to the place where its shard is opened. */
function placed(out, shardFolder) {
  const own = dirname(out)
  mkdirSync(shardFolder, { recursive: true })
  const moved = join(shardFolder, basename(own))
  renameSync(own, moved)
  return join(moved, basename(out))
}

/** The probe's report on the pages under a folder: `{ files: [{ file, status, slides, findings }], totals }`. */
export async function runProbe({ corpus, root, program, environment, options = [], json }, folder) {
  const report = json ?? `${folder}.json`
  writeFileSync(report, '')
  const words = [join(corpus, 'tools/xss-probe.mjs'), folder, '--json', report, '--browser', program, ...options]
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...environment, PUPPETEER_CORE: root },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = []
  child.stderr.on('data', (chunk) => said.push(chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0 && code !== 1) throw new Error(`The probe could not run: ${Buffer.concat(said)}`)
  return JSON.parse(readFileSync(report, 'utf8'))
}
