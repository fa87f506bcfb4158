// Finds a browser on this machine.

import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isNewEnough, OLDEST_VERSION, readVersion } from './browser-version.ts'
import { NoBrowserError } from './errors.ts'
import { type Machine, thisMachine } from './machine.ts'
import { findPackagedBrowser } from './packaged-browser.ts'
import { bestSystemBrowser, pathsForCommand, systemBrowsers } from './system-browsers.ts'

/** The browser to use, and the browsers that were rejected before it. */
export type FoundBrowser = (InstalledBrowser | ArchivedBrowser) & { readonly skipped: readonly SkippedBrowser[] }

export interface InstalledBrowser {
  readonly source: 'flag' | 'environment' | 'system' | 'cache'
  /** The path of the program. */
  readonly path: string
  /** Null if it cannot be known without launching the browser. */
  readonly version: string | null
}

/** The browser in the npm package @sparticuz/chromium. */
export interface ArchivedBrowser {
  readonly source: 'package'
  /** The folder that contains its archives, which are unpacked before use. */
  readonly path: string
  /** The version of the package. */
  readonly version: string
}

/** A browser that was found but rejected. `reason` continues a sentence that begins with the path. */
export interface SkippedBrowser {
  readonly path: string
  readonly reason: string
}

/**
 * Chooses the browser that the user named, by flag or by PUPPETEER_EXECUTABLE_PATH. Otherwise tries the system's
 * browser, then Puppeteer's cache, then the npm package @sparticuz/chromium.
 * @throws {NoBrowserError} if no browser works, or if the named browser does not, since it is never replaced by another
 */
export async function findBrowser(executable: string | null, machine: Machine = thisMachine()): Promise<FoundBrowser> {
  if (executable !== null) return findNamed(executable, FLAG, machine)
  const fromEnvironment = machine.environment.PUPPETEER_EXECUTABLE_PATH ?? ''
  if (fromEnvironment !== '') return findNamed(fromEnvironment, ENVIRONMENT, machine)

  const skipped: SkippedBrowser[] = []
  for (const { source, list } of SEARCHES) {
    for (const path of await list(machine)) {
      const result = await readVersion(path, machine)
      if (result.runs && isNewEnough(result.version)) return { source, path, version: result.version, skipped }
      skipped.push({ path, reason: result.runs ? tooOldReason(result.version) : result.reason })
    }
  }
  const packagedBrowser = await findPackagedBrowser(machine)
  if (packagedBrowser !== null)
    return { source: 'package', path: packagedBrowser.folder, version: packagedBrowser.version, skipped }
  throw new NoBrowserError(notFoundMessage(skipped, machine))
}

/**
 * Returns the path of the system's best browser; null if the user named another or the system has none. The program is
 * executable, but it may not work.
 */
export function systemBrowser(executable: string | null, machine: Machine = thisMachine()): string | null {
  if (executable !== null || (machine.environment.PUPPETEER_EXECUTABLE_PATH ?? '') !== '') return null
  return bestSystemBrowser(machine)
}

interface NamedBrowser {
  readonly source: 'flag' | 'environment'
  readonly label: string
  readonly remedy: string
}

const FLAG: NamedBrowser = {
  source: 'flag',
  label: 'The browser named with --browser',
  remedy: 'Give the path of Chrome or Chromium, or leave out --browser to have Lectern look for one.',
}

const ENVIRONMENT: NamedBrowser = {
  source: 'environment',
  label: 'The browser named by PUPPETEER_EXECUTABLE_PATH',
  remedy: 'Set it to the path of Chrome or Chromium, or unset it to have Lectern look for one.',
}

const SEARCHES: readonly {
  readonly source: 'system' | 'cache'
  readonly list: (machine: Machine) => Promise<readonly string[]>
}[] = [
  { source: 'system', list: systemBrowsers },
  { source: 'cache', list: cachedBrowsers },
]

/**
 * Finds the browser that the user named. As in a shell, a name without a folder is looked up only on the PATH. An old
 * version is accepted, since the user chose it.
 */
async function findNamed(
  executable: string,
  { source, label, remedy }: NamedBrowser,
  machine: Machine,
): Promise<FoundBrowser> {
  const isCommandName = !executable.includes('/') && !executable.includes('\\')
  const paths = isCommandName ? pathsForCommand(executable, machine) : [resolve(executable)]
  const kinds = await Promise.all(paths.map(kindOf))
  const path = paths.find((_, index) => kinds[index] === 'file')
  if (path === undefined) {
    const reason = kinds.includes('folder') ? 'is a folder' : 'does not exist'
    throw new NoBrowserError(`${label}, ${executable}, ${reason}. ${remedy}`)
  }
  const result = await readVersion(path, machine)
  if (!result.runs) throw new NoBrowserError(`${label}, ${executable}, ${result.reason}. ${remedy}`)
  return { source, path, version: result.version, skipped: [] }
}

async function kindOf(path: string): Promise<'folder' | 'file' | null> {
  const status = await stat(path).catch(() => null)
  if (status === null) return null
  return status.isDirectory() ? 'folder' : 'file'
}

/** Lists the headless shells in Puppeteer's cache and then the copies of Chrome, each newest first. */
async function cachedBrowsers({ environment, home }: Machine): Promise<readonly string[]> {
  // Importing this package also loads its download code, so it is imported only if the system has no browser.
  const { Browser, detectBrowserPlatform, getInstalledBrowsers } = await import('@puppeteer/browsers')
  const cacheDir = environment.PUPPETEER_CACHE_DIR ?? join(home, '.cache', 'puppeteer')
  const installed = await getInstalledBrowsers({ cacheDir }).catch(() => [])
  const platform = detectBrowserPlatform()
  return [Browser.CHROMEHEADLESSSHELL, Browser.CHROME].flatMap((kind) =>
    installed
      .filter(({ browser, platform: browserPlatform }) => browser === kind && browserPlatform === platform)
      .toSorted((a, b) => b.buildId.localeCompare(a.buildId, 'en', { numeric: true }))
      .map(({ executablePath }) => executablePath),
  )
}

function tooOldReason(version: string | null): string {
  return `is version ${version}, and ${OLDEST_VERSION} is the oldest that works`
}

function notFoundMessage(skipped: readonly SkippedBrowser[], { platform }: Machine): string {
  const fact = ['No browser was found', ...skipped.map(({ path, reason }) => `${path} ${reason}`)].join('; ')
  const sources =
    platform === 'linux'
      ? '"apt-get install chromium" or https://www.google.com/chrome/'
      : 'https://www.google.com/chrome/'
  return `${fact}. Install Chromium (${sources}), run "npx puppeteer browsers install chrome-headless-shell", or choose a browser with --browser.`
}
