import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { keepBrowser } from '../../src/browser/kept-browser.ts'
import { escapeControls } from '../../src/cli/escape-controls.ts'
import { errorMessageFor, exitCodeOf } from '../../src/cli/exit-code.ts'
import { run } from '../../src/cli/run.ts'
import { oneBrowser } from '../browser/one-browser.ts'

export const PROGRAM = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

export interface Running {
  /** The text for its standard input. */
  readonly input?: string
}

export interface ProgramRunning extends Running {
  /** The signal that it gets while it reads an input that does not end. */
  readonly signal?: 'SIGINT' | 'SIGTERM'
}

/** Makes a new folder for each test, and runs command lines in it. */
export function inFolder() {
  const state = { folder: '', last: Promise.resolve() as Promise<unknown> }
  const browser = oneBrowser()
  /** Lends the browser of the tests, unless the command line names another. */
  const lend: typeof keepBrowser = (options) =>
    options.executable === null
      ? { getBrowser: async () => browser(), close: () => Promise.resolve() }
      : keepBrowser(options)
  beforeEach(() => {
    state.folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'))
  })
  afterEach(() => rmSync(state.folder, { recursive: true, force: true }))
  const checked = (ended: Ended): Ended => {
    expect(ended.error, 'no stack trace').not.toMatch(/^\s+at .+:\d+/m)
    return ended
  }
  return {
    at: (...names: readonly string[]) => join(state.folder, ...names),
    /**
     * Runs a command line in this process, after those before it, with the browser of the tests. That is much faster
     * than starting the program.
     */
    lectern: (words: readonly string[], running: Running = {}): Promise<Ended> => {
      const ended = state.last.then(() => runHere(state.folder, words, { ...running, lend })).then(checked)
      state.last = ended.catch(() => undefined)
      return ended
    },
    /** Starts the built program like a user. */
    program: (words: readonly string[], running: ProgramRunning = {}): Promise<Ended> =>
      start(state.folder, words, running).then(checked),
  }
}

/** Does what `src/cli/main.ts` does. */
async function runHere(
  folder: string,
  words: readonly string[],
  { input = '', lend }: Running & { readonly lend: typeof keepBrowser },
): Promise<Ended> {
  const home = process.cwd()
  const text = { out: '', error: '' }
  const capture = (stream: 'stdout' | 'stderr', name: keyof typeof text) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk, ...rest) => {
      text[name] += Buffer.from(chunk as Uint8Array).toString()
      const written = rest.at(-1) as unknown
      if (typeof written === 'function') written()
      return true
    })
  const typed = Readable.from(input === '' ? [] : [Buffer.from(input)])
  const spies = [
    capture('stdout', 'out'),
    capture('stderr', 'error'),
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(typed as typeof process.stdin),
  ]
  process.chdir(folder)
  try {
    const code = await run(words, new AbortController().signal, lend)
    return { code, ...text }
  } catch (error) {
    const sentence = errorMessageFor(error)
    if (sentence !== null) text.error += `${escapeControls(sentence)}\n`
    return { code: exitCodeOf(error), ...text }
  } finally {
    process.chdir(home)
    for (const spy of spies) spy.mockRestore()
  }
}

function start(cwd: string, words: readonly string[], { input = '', signal }: ProgramRunning): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], { cwd })
    const text = { out: '', error: '' }
    child.stdout.on('data', (chunk) => (text.out += chunk))
    child.stderr.on('data', (chunk) => (text.error += chunk))
    child.on('close', (code) => resolve({ code, ...text }))
    child.stdin.on('error', () => undefined)
    if (signal === undefined) child.stdin.end(input)
    // More than fits in a pipe: once all of it is written, the program is reading.
    else child.stdin.write('word '.repeat(100_000), () => child.kill(signal))
  })
}
