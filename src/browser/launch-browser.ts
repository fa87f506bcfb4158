// Launches a browser and waits until it responds.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable, Writable } from 'node:stream'
import { unlessAborted } from '../util/unless-aborted.ts'
import { browserFlags, type Sandbox } from './browser-flags.ts'
import { pipeTransport } from './pipe-transport.ts'
import { type Browser, connect } from './puppeteer.ts'
import { CANVAS } from './show-document.ts'

export interface LaunchOptions {
  readonly program: string
  /** Environment variables for the child process only. */
  readonly environment: Readonly<Record<string, string>>
  /** A new folder for its profile and temporary files. */
  readonly profile: string
  readonly sandbox: Sandbox
  readonly signal: AbortSignal
}

/** A running browser that has responded to its first command. */
export interface BrowserProcess {
  readonly browser: Browser
  /** Such as `143.0.7499.40`. */
  readonly version: string
  /** Resolves when its process has exited, with the cause, such as `signal SIGKILL`. */
  readonly ended: Promise<string>
  /** Kills the browser and all its processes at once. */
  kill(): void
}

/**
 * Thrown if the browser does not start. The message continues a sentence about the browser, such as `ended with exit
 * code 1`.
 */
export class LaunchError extends Error {
  override readonly name = 'LaunchError'
  /** The end of what the browser wrote to its standard error. */
  readonly output: string
  constructor(reason: string, output: string) {
    super(reason)
    this.output = output
  }
}

/**
 * Launches a browser.
 * @throws {LaunchError} or the signal's reason; in either case, no process is left running
 */
export async function launch(options: LaunchOptions): Promise<BrowserProcess> {
  const timeout = AbortSignal.timeout(START_TIMEOUT)
  const child = spawnBrowser(options)
  const ended = exitCause(child)
  const output = collectTail(child.stderr)
  const kill = () => killGroup(child)
  try {
    const connected = Promise.race([connectTo(child), ended.then((cause) => Promise.reject(new Error(cause)))])
    return { ...(await unlessAborted(AbortSignal.any([options.signal, timeout]), connected)), ended, kill }
  } catch {
    const hasTimedOut = timeout.aborted
    kill()
    const [cause] = await Promise.all([ended, waitForStderr(child)])
    options.signal.throwIfAborted()
    throw new LaunchError(
      hasTimedOut ? `did not respond within ${START_TIMEOUT / 1000} seconds` : `ended with ${cause}`,
      output(),
    )
  }
}

/** The time limit for starting the browser, in milliseconds. A cold start from a slow disk can take ten seconds. */
const START_TIMEOUT = 60_000

/**
 * The time limit for the response to a command, in milliseconds. On the slowest machines, printing the longest decks
 * takes a minute.
 */
export const RESPONSE_TIMEOUT = 300_000

/** Starts the browser as the leader of a process group, so that all its children can be killed with it. */
function spawnBrowser({ program, environment, profile, sandbox }: LaunchOptions): ChildProcess {
  return spawn(program, browserFlags({ profile, sandbox }), {
    detached: process.platform !== 'win32',
    env: { ...process.env, ...FIXED_ENVIRONMENT, ...environment, TMPDIR: profile },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
}

/**
 * Variables that are the same on every machine: the locale determines which fonts replace missing fonts, and the time
 * zone would show up in dates.
 */
const FIXED_ENVIRONMENT = { LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', LANGUAGE: 'en', TZ: 'UTC' } as const

async function connectTo({ stdio: [, , , toBrowser, fromBrowser] }: ChildProcess) {
  if (!(toBrowser instanceof Writable && fromBrowser instanceof Readable)) throw new Error('no pipes')
  const browser = await connect({
    transport: pipeTransport(toBrowser, fromBrowser),
    protocolTimeout: RESPONSE_TIMEOUT,
    downloadBehavior: { policy: 'deny' },
    // With either of these on, every data: URL would be sent in full over the pipe.
    networkEnabled: false,
    issuesEnabled: false,
    defaultViewport: CANVAS,
  })
  const product = await browser.version()
  return { browser, version: product.slice(product.indexOf('/') + 1) }
}

function exitCause(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message))
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`))
  })
}

/** Resolves once stderr is closed, or after a short wait if a process that escaped the group still holds it open. */
async function waitForStderr(child: ChildProcess): Promise<void> {
  if (child.stderr === null || child.stderr.closed) return
  await once(child.stderr, 'close', { signal: AbortSignal.timeout(STDERR_TIMEOUT) }).catch(() => undefined)
}

/** In milliseconds: how long to wait for standard error to close after the browser has ended. */
const STDERR_TIMEOUT = 1_000

/**
 * Reads a stream to its end, since the writer would otherwise block. Returns a function that returns the last chunks
 * read so far.
 */
function collectTail(stream: Readable | null): () => string {
  const chunks: string[] = []
  stream?.setEncoding('utf8').on('data', (text: string) => {
    chunks.push(text)
    if (chunks.length > MAX_CHUNKS) chunks.shift()
  })
  return () => chunks.join('')
}

/** The number of output chunks to keep, each of a few lines: a browser without a display prints many warnings. */
const MAX_CHUNKS = 50

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32') execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // The process is gone.
  }
}
