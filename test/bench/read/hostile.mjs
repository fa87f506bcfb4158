import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { allRow } from '../support/table.mjs'

const AREA = 'hostile'
/** The maximum number of milliseconds for a deck. */
const LIMIT = 20_000
/** The maximum number of milliseconds between the request to stop and the end of the process. */
const GRACE = 3_000
/** The maximum memory of the Node process, in kilobytes, without that of the browser. */
const MEMORY = 1024 * 1024

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))
const PEAK = new URL('peak.mjs', import.meta.url).href

/**
 * Checks that every hostile file makes a deck, or is refused with a located message: within the limits of time and
 * memory, and without a stack trace.
 */
export async function measureHostile({ corpus, folder, match }) {
  const bombs = join(folder, 'bombs')
  const made = spawnSync(process.execPath, [
    join(corpus, 'tools/gen-bombs.mjs'),
    join(corpus, 'hostile/bombs.json'),
    bombs,
  ])
  if (made.status !== 0) throw new Error(String(made.stderr))
  const rows = []
  for (const [what, source] of [
    ['files', join(corpus, 'hostile/files')],
    ['docx', join(corpus, 'hostile/docx')],
    ['bombs', bombs],
  ]) {
    const results = []
    for (const name of readdirSync(source).filter((each) => each.includes(match))) {
      results.push(await attempt(join(source, name), join(folder, 'out')))
      process.stderr.write(`  ${summary(results.at(-1))}\n`)
    }
    const bad = results.filter(({ faults }) => faults.length > 0)
    rows.push(
      allRow({
        area: AREA,
        what: `${what}: a deck or a located refusal, within 20 s and 1 GiB`,
        count: results.length - bad.length,
        of: results.length,
        details: bad.map((result) => `${summary(result)}${said(result)}`),
      }),
      ...extremes(what, results),
    )
  }
  return rows
}

async function attempt(path, out) {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', PEAK, MAIN, 'build', path, '--to', 'html,json', '--out', out], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const stop = setTimeout(() => child.kill('SIGTERM'), LIMIT)
  const kill = setTimeout(() => child.kill('SIGKILL'), LIMIT + GRACE)
  const sampled = { most: 0 }
  const sampling = setInterval(() => {
    sampled.most = Math.max(sampled.most, peakOf(child.pid))
  }, SAMPLING)
  const [code, stdout, stderr, told] = await Promise.all([
    new Promise((resolve) => child.once('close', (status, signal) => resolve(status ?? signal))),
    ...[1, 2, 3].map((stream) => text(/** @type {import('node:stream').Readable} */ (child.stdio[stream]))),
  ])
  for (const timer of [stop, kill]) clearTimeout(timer)
  clearInterval(sampling)
  const result = {
    path,
    code,
    seconds: (performance.now() - start) / 1000,
    kilobytes: Math.max(sampled.most, Number(told.trim() || 0)),
    output: `${stdout}${stderr}`,
    isMade: [...FORMATS].every((ending) => existsSync(join(out, `${nameOf(path)}${ending}`))),
  }
  return { ...result, faults: faultsOf(result) }
}

/** Milliseconds between checks of the memory, for processes that do not live to report it. */
const SAMPLING = 100
const FORMATS = ['.html', '.json']

function nameOf(path) {
  return basename(path, extname(path))
}

/** In kilobytes, if the system reports it. */
function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function faultsOf({ path, code, seconds, kilobytes, output, isMade }) {
  const faults = []
  if (seconds * 1000 > LIMIT) faults.push('too slow')
  if (kilobytes > MEMORY) faults.push('too much memory')
  if (code !== 0 && code !== 1) faults.push(`exit ${code}`)
  if (code === 0 && !isMade) faults.push('exit 0 without a deck')
  if (code === 1 && !output.split('\n').some((line) => isLocatedError(line, path))) faults.push('no located message')
  if (STACK.test(output)) faults.push('a stack')
  return faults
}

/** Paths are reported relative to the working folder. */
function isLocatedError(line, path) {
  const from = line.indexOf(`${basename(path)}:`)
  return from >= 0 && /^:\d+:\d+: error: \S/.test(line.slice(from + basename(path).length))
}

const STACK = /^\s+at \S.*:\d+:\d+\)?$|^(?:Uncaught )?[A-Z]\w*Error(?: \[\w+\])?: |^node:internal\//m

function summary({ path, code, seconds, kilobytes, faults }) {
  const verdict = faults.length > 0 ? `FAILED: ${faults.join(', ')}` : 'ok'
  return `${basename(path)}: exit ${code}, ${seconds.toFixed(1)} s, ${(kilobytes / 1024).toFixed(0)} MB, ${verdict}`
}

function said({ output }) {
  const lines = output.trim().split('\n').slice(0, 3)
  return lines.map((line) => `\n      ${line.slice(0, 300)}`).join('')
}

function extremes(what, results) {
  if (results.length === 0) return []
  const most = (key) => results.toSorted((one, other) => other[key] - one[key])[0]
  const slowest = most('seconds')
  const largest = most('kilobytes')
  const value = `${slowest.seconds.toFixed(1)} s, ${(largest.kilobytes / 1024).toFixed(0)} MB`
  return [{ area: AREA, what: `${what}: slowest ${basename(slowest.path)}, largest ${basename(largest.path)}`, value }]
}
