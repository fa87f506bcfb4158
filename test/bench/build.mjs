// Times whole runs of the program on the example, compared with the unavoidable cost: Node, a browser and one bare
// print of as many slides. Runs alternate, so that a busy machine slows them all. Prints medians and their ratio;
// asserts nothing.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './support/median.mjs'

const RUNS = Number(process.argv[2] ?? 5)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLE = 'slides/nato-rutte/nato-rutte.txt'

/** A program that only prints a page. */
const BARE = `import { pathToFileURL } from 'node:url'
import { readFileSync } from 'node:fs'
const load = (path) => import(pathToFileURL(process.argv[2] + '/dist/' + path).href)
const { withBrowser } = await load('browser/browser.js')
const { print } = await load('export/print-pdf.js')
await withBrowser({ executable: null, warn() {} }, (browser) => browser.withPage((page) => print(page, readFileSync(process.argv[3], 'utf8'))))
`

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
try {
  bench(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function bench(out) {
  const lectern = [join(ROOT, 'dist/bin/main.js'), EXAMPLE, '--to', 'html,pdf', '--out', out]
  const bare = join(out, 'bare.mjs')
  run(lectern)
  writeFileSync(join(out, 'bare.html'), bareSlides())
  writeFileSync(bare, BARE)
  /** @type {Record<'node' | 'bare' | 'lectern', number[]>} */
  const times = { node: [], bare: [], lectern: [] }
  for (let count = 0; count < RUNS; count++) {
    times.node.push(run(['--eval', '0']))
    times.bare.push(run([bare, ROOT, join(out, 'bare.html')]))
    times.lectern.push(run(lectern))
  }
  for (const [name, list] of Object.entries(times))
    console.log(`${name.padEnd(8)} ${median(list).toFixed(0).padStart(6)} ms  (${RUNS} runs)`)
  console.log(
    `lectern takes ${(median(times.lectern) / median(times.bare)).toFixed(2)} times as long as one bare print of as many slides`,
  )
}

function bareSlides() {
  const pages = Array.from(
    { length: 23 },
    (_, index) => `<section><h2>Slide ${index + 1}</h2><ul><li>One point<li>Another point<li>A third</ul></section>`,
  )
  return `<!doctype html><title>Bare</title><style>@page{size:1280px 720px;margin:0}section{height:720px;break-after:page}</style>${pages.join('')}`
}

function run(words) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return Number(process.hrtime.bigint() - start) / 1e6
}
