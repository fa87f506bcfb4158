// Finds and launches a browser, and closes it after use.

import { setMaxListeners } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import { unlessAborted } from '../util/unless-aborted.ts'
import type { BrowserPage } from './browser-page.ts'
import { isNewEnough, OLDEST_VERSION } from './browser-version.ts'
import { cacheFolder } from './cache-folder.ts'
import { BrowserDiedError, NoBrowserError } from './errors.ts'
import { type FoundBrowser, findBrowser, systemBrowser } from './find-browser.ts'
import { folderProblem } from './folder-problem.ts'
import { thisMachine } from './machine.ts'
import { usePage } from './puppeteer-page.ts'
import { type LaunchedBrowser, launchSandboxedIfPossible, noSandboxMessage } from './sandbox.ts'
import { noSpaceMessage } from './temporary-space.ts'
import { type BrowserProgram, withUnpackedBrowser } from './unpack-browser.ts'

export interface BrowserOptions {
  /** The path or command of the Chrome or Chromium that the user named; null to look for one. */
  readonly executable: string | null
  /** Called with each warning about the machine and its rule id: `no-sandbox`, `old-browser` or `no-cache`. */
  readonly warn: (reason: string, ruleId: RuleId) => void
  /** Stops the browser at once; every pending promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

export interface Browser {
  /** The path of the program. */
  readonly executable: string
  /** Such as `143.0.7499.40`. */
  readonly version: string
  /**
   * Opens a new page for `use` and closes it afterwards, even if `use` fails. Any number of pages can be open at once.
   */
  withPage<T>(use: (page: BrowserPage) => Promise<T>): Promise<T>
  /** Like `withPage`, for a page that is used in parallel with another one. It runs in its own process. */
  withSecondPage<T>(use: (page: BrowserPage) => Promise<T>): Promise<T>
}

/**
 * Finds and launches a browser, passes it to `use`, and closes it even if `use` fails. No process and no profile
 * are left behind. One browser can serve any number of decks.
 * @throws {NoBrowserError} if there is none or it does not start
 * @throws {BrowserDiedError} if it exits or stops responding before `use` is done
 */
export async function withBrowser<T>(options: BrowserOptions, use: (browser: Browser) => Promise<T>): Promise<T> {
  options.signal?.throwIfAborted()
  const machine = thisMachine(options.signal)
  const program = systemBrowser(options.executable, machine)
  const attempt = program === null ? null : await tryBrowser(program, options, use)
  if (attempt !== null) return attempt.result
  const found = await findBrowser(options.executable, machine)
  return withProgram(found, options, (program) =>
    withProfile(async (profile) => {
      const launchOptions = { ...program, profile }
      return withLaunched(
        await launchSandboxedIfPossible(launchOptions, options.signal),
        { ...launchOptions, options },
        use,
      )
    }),
  )
}

/**
 * Launches a program without asking for its version first, and passes the browser to `use`. Returns null if the program
 * does not start or is too old.
 */
function tryBrowser<T>(
  program: string,
  options: BrowserOptions,
  use: (browser: Browser) => Promise<T>,
): Promise<{ readonly result: T } | null> {
  return withProfile(async (profile) => {
    const context = { program, environment: {}, profile, options }
    const launched = await launchIfUsable(context)
    return launched && { result: await withLaunched(launched, context, use) }
  })
}

async function launchIfUsable({ options, ...launchOptions }: LaunchContext): Promise<LaunchedBrowser | null> {
  try {
    const launched = await launchSandboxedIfPossible(launchOptions, options.signal)
    if (isNewEnough(launched.version)) return launched
    launched.kill()
    await launched.ended
    return null
  } catch (error) {
    if (error instanceof NoBrowserError) return null
    throw error
  }
}

function withProgram<T>(
  found: FoundBrowser,
  options: BrowserOptions,
  use: (program: BrowserProgram) => Promise<T>,
): Promise<T> {
  if (found.source !== 'package') return use({ program: found.path, environment: {} })
  const packagedBrowser = { folder: found.path, version: found.version }
  return withUnpackedBrowser(
    { packagedBrowser, cache: cacheFolder(thisMachine()), warn: options.warn, signal: options.signal },
    use,
  )
}

/** Creates a profile folder that is removed at the end, even if Node exits early. */
async function withProfile<T>(use: (profile: string) => Promise<T>): Promise<T> {
  const profile = makeProfile()
  const removeNow = () => rmSync(profile, { recursive: true, force: true })
  process.once('exit', removeNow)
  try {
    return await use(profile)
  } finally {
    process.off('exit', removeNow)
    // Windows may still hold some files open; leaving them behind is no reason to fail.
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

function makeProfile(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'lectern-'))
  } catch (error) {
    throw new NoBrowserError(
      `The browser needs a folder for temporary files, and ${tmpdir()} ${folderProblem(error)}. ` +
        'Set TMPDIR to a folder that you can write to.',
    )
  }
}

interface LaunchContext extends BrowserProgram {
  readonly profile: string
  readonly options: BrowserOptions
}

async function withLaunched<T>(
  launched: LaunchedBrowser,
  { program, options }: LaunchContext,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  const { browser, version, ended, kill } = launched
  const deathController = new AbortController()
  const deathSignal = AbortSignal.any([deathController.signal, ...(options.signal ? [options.signal] : [])])
  setMaxListeners(0, deathSignal)
  void ended.then((cause) => deathController.abort(new BrowserDiedError(deathMessage(cause))))
  deathSignal.addEventListener('abort', kill)
  browser.once('disconnected', kill)
  process.once('exit', kill)
  try {
    if (!launched.isSandboxed) options.warn(noSandboxMessage(), 'no-sandbox')
    if (!isNewEnough(version)) options.warn(tooOldMessage(program, version), 'old-browser')
    const session = browser.target().createCDPSession()
    session.catch(() => undefined)
    const withPage: Browser['withPage'] = (task) => usePage({ browser, session, deathSignal }, task)
    return await unlessAborted(deathSignal, use({ executable: program, version, withPage, withSecondPage: withPage }))
  } finally {
    process.off('exit', kill)
    // The profile is deleted, so there is no need to shut the browser down cleanly.
    kill()
    await ended
  }
}

function deathMessage(cause: string): string {
  const fact = `The browser exited before its work was done (${cause}).`
  const noSpace = noSpaceMessage()
  return noSpace === null
    ? `${fact} Close other programs if memory is low and run Lectern again, or choose another browser with --browser.`
    : `${fact} ${noSpace}`
}

function tooOldMessage(program: string, version: string): string {
  return (
    `The browser ${program} is version ${version}. Before version ${OLDEST_VERSION}, the pages of a handout have no numbers. ` +
    'Update it, or choose another browser with --browser.'
  )
}
