// Launches a browser and waits until it answers.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable, Writable } from 'node:stream'
import { unlessAborted } from '../model/unless-aborted.ts'
import { flags, type Sandbox } from './flags.ts'
import { pipe } from './pipe.ts'
import { type Browser, connect } from './puppeteer.ts'
import { CANVAS } from './show-document.ts'

export interface LaunchOptions {
  readonly program: string
  /** Environment variables for the child process only. */
  readonly environment: Readonly<Record<string, string>>
  /** A fresh folder for its profile and temporary files. */
  readonly profile: string
  readonly sandbox: Sandbox
  readonly signal: AbortSignal
}

/** A running browser that has answered its first command. */
export interface Launched {
  readonly browser: Browser
  /** For example `143.0.7499.40`. */
  readonly version: string
  /** Resolves when its process has exited, with the cause, such as `signal SIGKILL`. */
  readonly ended: Promise<string>
  /** Kills it and all its processes at once. */
  kill(): void
}

/** The browser did not start. The message continues a sentence about it: `ended with exit code 1`. */
export class LaunchFailed extends Error {
  override readonly name = 'LaunchFailed'
  /** The end of what the browser wrote to its standard error. */
  readonly said: string
  constructor(reason: string, said: string) {
    super(reason)
    this.said = said
  }
}

/**
 * Launches a browser.
 * @throws {LaunchFailed} or the signal's reason; nothing is left running then
 */
export async function launch(launching: LaunchOptions): Promise<Launched> {
  const limit = AbortSignal.timeout(START_LIMIT)
  const child = start(launching)
  const ended = exitCause(child)
  const said = tail(child.stderr)
  const kill = () => killGroup(child)
  try {
    const answer = Promise.race([answerOf(child), ended.then((how) => Promise.reject(new Error(how)))])
    return { ...(await unlessAborted(AbortSignal.any([launching.signal, limit]), answer)), ended, kill }
  } catch {
    const isLate = limit.aborted
    kill()
    const [how] = await Promise.all([ended, whenStderrCloses(child)])
    launching.signal.throwIfAborted()
    throw new LaunchFailed(isLate ? `did not answer within ${START_LIMIT / 1000} seconds` : `ended with ${how}`, said())
  }
}

/** The time limit for starting, in milliseconds. A cold start from a slow disk takes ten seconds. */
const START_LIMIT = 60_000

/** The time limit for an answer, in milliseconds. Printing the longest decks on the slowest machines takes a minute. */
export const ANSWER_LIMIT = 300_000

/** Starts the browser as the leader of a process group, so that all its children can be killed with it. */
function start({ program, environment, profile, sandbox }: LaunchOptions): ChildProcess {
  return spawn(program, flags({ profile, sandbox }), {
    detached: process.platform !== 'win32',
    env: { ...process.env, ...SAME_EVERYWHERE, ...environment, TMPDIR: profile },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
}

/**
 * The same environment everywhere: the locale decides which fonts replace missing ones; the time zone would show up in
 * dates.
 */
const SAME_EVERYWHERE = { LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', LANGUAGE: 'en', TZ: 'UTC' } as const

async function answerOf({ stdio: [, , , toBrowser, fromBrowser] }: ChildProcess) {
  if (!(toBrowser instanceof Writable && fromBrowser instanceof Readable)) throw new Error('no pipes')
  const browser = await connect({
    transport: pipe(toBrowser, fromBrowser),
    protocolTimeout: ANSWER_LIMIT,
    downloadBehavior: { policy: 'deny' },
    // With either of these on, every data: URL would be sent in full over the pipe.
    networkEnabled: false,
    issuesEnabled: false,
    defaultViewport: CANVAS,
  })
  const named = await browser.version()
  return { browser, version: named.slice(named.indexOf('/') + 1) }
}

function exitCause(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message))
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`))
  })
}

/** Resolves once stderr is closed, or after a short wait if a process that escaped the group still holds it open. */
async function whenStderrCloses(child: ChildProcess): Promise<void> {
  if (child.stderr === null || child.stderr.closed) return
  await once(child.stderr, 'close', { signal: AbortSignal.timeout(LAST_WORDS_LIMIT) }).catch(() => undefined)
}

/** In milliseconds. */
const LAST_WORDS_LIMIT = 1_000

/**
 * Reads a stream to its end, since the writer would otherwise block, and returns a function that returns its last
 * chunks.
 */
function tail(stream: Readable | null): () => string {
  const lines: string[] = []
  stream?.setEncoding('utf8').on('data', (text: string) => {
    lines.push(text)
    if (lines.length > MAX_CHUNKS) lines.shift()
  })
  return () => lines.join('')
}

/** The number of chunks of output to keep, a few lines each: a browser without a display complains at length. */
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
