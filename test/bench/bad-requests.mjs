// Sends ten thousand bad requests to a deck that is being presented: wrong hosts, paths outside the site, large
// headers, odd methods, sockets that send half a request. The server must still answer, and no answer may reveal
// anything about the deck or the machine.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { badRequest } from '../support/bad-requests.mjs'

const REQUESTS = Number(process.argv[2] ?? 10_000)

/** The number of simultaneous requests. */
const WIDTH = 50

const PROGRAM = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url))
const SECRET = 'The heron is late'

const folder = mkdtempSync(join(tmpdir(), 'lectern-bad-'))
writeFileSync(join(folder, 'talk.md'), `# ${SECRET}\n\nNobody saw it leave.\n`)
const child = spawn(process.execPath, [PROGRAM, 'present', 'talk.md', '--no-open'], { cwd: folder })
try {
  const address = await new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      const [, found] = /at (http:\S+)/.exec(String(chunk)) ?? []
      if (found !== undefined) resolve(found)
    })
    child.on('close', reject)
  })
  const port = Number(new URL(address).port)
  const start = Date.now()
  let leaks = 0
  for (let seed = 0; seed < REQUESTS; seed += WIDTH) {
    const answers = await Promise.all(Array.from({ length: WIDTH }, (_, at) => badRequest(port, seed + at)))
    leaks += answers.filter((answer) => answer.includes(SECRET) || /root:x:|"name": "lectern"/.test(answer)).length
  }
  const after = Date.now()
  const { status } = await fetch(address)
  const seconds = ((after - start) / 1000).toFixed(1)
  console.log(
    `${REQUESTS} bad requests in ${seconds} s: ${leaks} answers revealed something; afterwards the deck answers ${status}`,
  )
  console.log(`after ${Date.now() - after} ms`)
} finally {
  child.kill('SIGINT')
  rmSync(folder, { recursive: true, force: true })
}
