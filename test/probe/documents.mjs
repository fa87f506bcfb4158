import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The kind of the hostile Word files, which need no expansion. */
const WORD = 'docx'

/** Makes a document of every payload, and adds the hostile Word files: `{ documents, secret }`. */
export function documentsOf({ corpus, folder, canary, kinds, sample }) {
  const words = [join(corpus, 'tools/expand-payloads.mjs'), join(corpus, 'hostile/payloads.json'), folder]
  const filter = kinds ? ['--kinds', kinds.join(',')] : []
  const run = spawnSync(process.execPath, [...words, '--batch', '1', '--canary', canary, ...filter], {
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  const { secret, documents } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  const all = [
    ...documents.map(({ file, ids, context }) => ({ path: join(folder, file), ids, context })),
    ...(kinds === undefined || kinds.includes(WORD) ? wordFiles(corpus) : []),
  ]
  const documentAt = (document, index) => ({
    ...document,
    index,
    out: join(folder, 'decks', String(index), 'deck.html'),
  })
  return { secret, documents: spread(all.map(documentAt), sample ?? all.length) }
}

function wordFiles(corpus) {
  const folder = join(corpus, 'hostile/docx')
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((name) => ({ path: join(folder, name), ids: [name], context: WORD }))
}

/** Picks this many items of a list, evenly distributed. */
function spread(list, count) {
  return list.filter(
    (_, index) => Math.floor(((index + 1) * count) / list.length) > Math.floor((index * count) / list.length),
  )
}

/** Starts a server that nobody should contact, and returns the requests that it got. */
export async function withCanary({ corpus, log }, use) {
  const words = [join(corpus, 'tools/canary-server.mjs'), '--log', log, '--seconds', '14400']
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const address = await new Promise((resolve, reject) => {
      server.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
      server.once('exit', () => reject(new Error('The canary server does not start.')))
    })
    return await use(address, () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    )
  } finally {
    server.kill()
  }
}
