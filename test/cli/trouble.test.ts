import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url))

/** An article long enough that it is still being made when the trouble comes. */
const ARTICLE = `# A long talk\n\n${Array.from({ length: 60 }, (_, part) => `## Part ${part}\n\n- One point of ${part}\n- Another\n\nThe river rose by ${part} metres. Nobody had seen it so high.\n`).join('\n')}`

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-trouble-'))
  writeFileSync(join(folder, 'talk.md'), ARTICLE)
  mkdirSync(join(folder, 'temporary'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly error: string
}

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts the program like a user, with its temporary files in a folder of the test. */
function start(words: readonly string[], within: readonly string[] = []): Started {
  const [command = process.execPath, ...rest] = [...within, process.execPath, PROGRAM, ...words]
  const child = spawn(command, rest, { cwd: folder, env: { ...process.env, TMPDIR: join(folder, 'temporary') } })
  let error = ''
  child.stderr.on('data', (chunk) => {
    error += chunk
  })
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, error }))) }
}

/** The child processes of a process with `words` in their command lines. */
function descendants(pid: number, words: string): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n')
  const all = rows.map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row)?.slice(1) ?? [])
  const under = (parent: number): string[][] =>
    all.filter(([, ppid]) => Number(ppid) === parent).flatMap((row) => [row, ...under(Number(row[0]))])
  return under(pid)
    .filter(([, , command = '']) => command.includes(words))
    .map(([own]) => Number(own))
}

/** It may be gone by then. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
}

/** The browser that works for the program, once it lays out a page. */
async function workingBrowser({ pid = 0 }: ChildProcess): Promise<number[]> {
  for (;;) {
    if (descendants(pid, '--type=renderer').length > 0) return descendants(pid, 'remote-debugging')
    await new Promise((passed) => setTimeout(passed, 20))
  }
}

function isAlive(pid: number): boolean {
  // A process that has ended but was not yet waited for is a zombie.
  return existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
}

/** No file under its final name, no partial file, no temporary file. */
function expectNothingLeft(browser: readonly number[]): void {
  expect(existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')) : []).toEqual([])
  expect(readdirSync(join(folder, 'temporary'))).toEqual([])
  expect(browser.filter(isAlive)).toEqual([])
}

describe.skipIf(process.platform !== 'linux')('trouble during a build', () => {
  const words = ['talk.md', '--to', 'html,pdf,handout']

  test('the browser is killed: a message, exit 3, nothing left behind', async () => {
    const { child, ended } = start(words)
    // If one dies before it was needed, another is launched, so all of them are killed.
    const killed = new Set<number>()
    const killing = setInterval(() => {
      for (const pid of descendants(child.pid ?? 0, 'remote-debugging')) {
        killed.add(pid)
        kill(pid)
      }
    }, 50)
    const { code, error } = await ended
    clearInterval(killing)
    const browser = [...killed]
    expect(browser.length).toBeGreaterThan(0)
    expect({ code, error }).toMatchObject({
      code: 3,
      error: expect.stringMatching(/The browser .+ (?:again|--browser)/),
    })
    expectNothingLeft(browser)
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: exit %i, nothing left behind', async (signal, expected) => {
    const { child, ended } = start(words)
    const browser = await workingBrowser(child)
    child.kill(signal)
    expect((await ended).code).toBe(expected)
    expectNothingLeft(browser)
  })

  const small = [
    'unshare',
    '--map-root-user',
    '--mount',
    'sh',
    '-c',
    'mount -t tmpfs -o size=64k tmpfs out && exec "$@"; exit 99',
    'sh',
  ]
  const canMount = mayMount()
  if (!canMount) console.warn('SKIPPED: no small disk can be mounted here, so a full one is not tested.')

  test.skipIf(!canMount)('the disk is full: a message, exit 3, no partial file', async () => {
    mkdirSync(join(folder, 'out'))
    // The remaining files are examined from inside, where the small disk is visible.
    const look = 'mount -t tmpfs -o size=64k tmpfs out && "$@"; code=$?; ls -A out; exit $code'
    const { child, ended } = start(words, [...small.slice(0, 5), look, 'sh'])
    let listed = ''
    child.stdout?.on('data', (chunk) => {
      listed += chunk
    })
    const { code, error } = await ended
    expect({ code, error, listed }).toMatchObject({
      code: 3,
      error: expect.stringContaining('the disk is full'),
      listed: '',
    })
    expectNothingLeft([])
  })
})

function mayMount(): boolean {
  const trial = mkdtempSync(join(tmpdir(), 'lectern-mount-'))
  try {
    execFileSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', trial], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  } finally {
    rmSync(trial, { recursive: true, force: true })
  }
}
