// Measures the memory of `present` while an article is edited again and again with a page open. Fails if the memory
// after all edits is more than LIMIT times that after the first tenth.
// Usage: npm run bench -- soak [edits]
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withChrome } from './support/chrome.mjs'
import { present } from './support/present.mjs'

const EDITS = Number(process.argv[2] ?? 2_000)
const EARLY = Math.ceil(EDITS / 10)

/** The maximum ratio of the memory after all edits to that after the first tenth. */
const LIMIT = 1.3

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLE = readFileSync(join(ROOT, 'slides/tide-clock/tide-clock.md'), 'utf8').split('\n')

const folder = mkdtempSync(join(tmpdir(), 'lectern-soak-'))
const path = join(folder, 'talk.md')
try {
  await soak()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function soak() {
  writeFileSync(path, edited(0))
  const { child, address } = await present('talk.md', folder)
  try {
    await withChrome(async (browser) => {
      const page = await browser.newPage()
      await page.goto(address)
      await page.waitForFunction('Reveal.isReady() && document.querySelector(".stage-toast")')
      const memory = []
      const show = (edits) =>
        console.log(`${edits} edits: ${megabytes(memory.at(-1))} MB, ${openFiles(child.pid)} open files`)
      for (let edit = 1; edit <= EDITS; edit++) {
        writeFileSync(path, edited(edit))
        await page.waitForFunction(
          (mark) => document.querySelector('.slides')?.textContent?.includes(mark),
          { polling: 20 },
          mark(edit),
        )
        memory.push(residentBytes(child.pid))
        if (edit === EARLY || edit % (EDITS / 5) === 0) show(edit)
      }
      const [early, late] = [around(memory, EARLY), around(memory, EDITS)]
      const grown = late / early
      console.log(
        `${megabytes(early)} MB about edit ${EARLY}, ${megabytes(late)} MB about the last: ${grown.toFixed(2)} times`,
      )
      if (grown > LIMIT) process.exitCode = 1
    })
  } finally {
    child.kill('SIGINT')
  }
}

/** Changes a number in the article; every few edits also adds a fault or an image, or removes a paragraph. */
function edited(edit) {
  const kind = edit % 10
  const body = EXAMPLE.filter((_, index) => kind !== 3 || index !== EXAMPLE.length - 2)
  const image = kind === 5 ? '\n![A lamp](lamp.png)\n' : ''
  return `${body.join('\n')}\n${image}\n## The count\n\nThe keeper has counted ${mark(edit)} boats since noon. They all came in with the tide.\n`
}

function mark(edit) {
  return `${10_000 + edit}`
}

/** Returns the memory of a process, in bytes. Only Linux reports it. */
function residentBytes(pid) {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

function openFiles(pid) {
  return readdirSync(`/proc/${pid}/fd`).length
}

/** The median of the measurements up to an edit, because a single one cannot distinguish garbage from memory in use. */
function around(measures, end) {
  const some = measures.slice(Math.max(0, end - EARLY / 2), end).sort((one, other) => one - other)
  return some[Math.floor(some.length / 2)]
}

function megabytes(bytes) {
  return (bytes / 2 ** 20).toFixed(0)
}
