// Finds a browser on this machine.

import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { NoBrowser } from './errors.ts'
import { type Machine, thisMachine } from './machine.ts'
import { findPacked } from './packaged-browser.ts'
import { onPath, systemBrowsers } from './system-browsers.ts'
import { isNewEnough, OLDEST_VERSION, readVersion } from './version.ts'

/** The browser to use, and those that were rejected before it was found. */
export type Found = (Installed | Archived) & { readonly skipped: readonly Skipped[] }

export interface Installed {
  readonly source: 'flag' | 'environment' | 'system' | 'cache'
  /** The path of the program. */
  readonly path: string
  /** Null if it cannot be known without launching the browser. */
  readonly version: string | null
}

/** The browser in the npm package @sparticuz/chromium. */
export interface Archived {
  readonly source: 'package'
  /** The folder of its archives, which are unpacked before use. */
  readonly path: string
  /** The version of the package. */
  readonly version: string
}

/** A browser that was found but not used. `reason` continues a sentence that begins with the path. */
export interface Skipped {
  readonly path: string
  readonly reason: string
}

/**
 * Chooses the browser: the one that the user named, by flag or by PUPPETEER_EXECUTABLE_PATH; otherwise the system's,
 * then one in Puppeteer's cache, then the one in the npm package @sparticuz/chromium.
 * @throws {NoBrowser} if none works, or if the named one does not: it is never replaced by another.
 */
export async function find(named: string | null, machine: Machine = thisMachine()): Promise<Found> {
  if (named !== null) return findNamed(named, FLAG, machine)
  const inherited = machine.environment.PUPPETEER_EXECUTABLE_PATH ?? ''
  if (inherited !== '') return findNamed(inherited, ENVIRONMENT, machine)

  const skipped: Skipped[] = []
  for (const { source, list } of SEARCHES) {
    for (const path of await list(machine)) {
      const reading = await readVersion(path, machine)
      if (reading.runs && isNewEnough(reading.version)) return { source, path, version: reading.version, skipped }
      skipped.push({ path, reason: reading.runs ? tooOldReason(reading.version) : reading.reason })
    }
  }
  const packed = await findPacked(machine)
  if (packed !== null) return { source: 'package', path: packed.folder, version: packed.version, skipped }
  throw new NoBrowser(noneFoundMessage(skipped, machine))
}

/**
 * Returns the system's best browser if the user named none, which is the usual case. All that is known of it is that it
 * is executable.
 */
export async function systemBrowser(named: string | null, machine: Machine = thisMachine()): Promise<string | null> {
  if (named !== null || (machine.environment.PUPPETEER_EXECUTABLE_PATH ?? '') !== '') return null
  return (await systemBrowsers(machine))[0] ?? null
}

interface NamedBrowser {
  readonly source: 'flag' | 'environment'
  readonly label: string
  readonly remedy: string
}

const FLAG: NamedBrowser = {
  source: 'flag',
  label: 'The browser named with --browser',
  remedy: 'Name the program of a Chrome or Chromium, or leave out --browser to have Lectern look for one.',
}

const ENVIRONMENT: NamedBrowser = {
  source: 'environment',
  label: 'The browser named by PUPPETEER_EXECUTABLE_PATH',
  remedy: 'Set it to the program of a Chrome or Chromium, or unset it to have Lectern look for one.',
}

const SEARCHES: readonly {
  readonly source: 'system' | 'cache'
  readonly list: (machine: Machine) => Promise<readonly string[]>
}[] = [
  { source: 'system', list: systemBrowsers },
  { source: 'cache', list: cachedBrowsers },
]

/**
 * Finds the browser that the user named. A bare name is looked up on the PATH only, as a shell would do. An old version
 * is accepted, since the user chose it.
 */
async function findNamed(named: string, { source, label, remedy }: NamedBrowser, machine: Machine): Promise<Found> {
  const isBareName = !named.includes('/') && !named.includes('\\')
  const paths = isBareName ? onPath(named, machine) : [resolve(named)]
  const kinds = await Promise.all(paths.map(kindOf))
  const path = paths.find((_, index) => kinds[index] === 'file')
  if (path === undefined) {
    const reason = kinds.includes('folder') ? 'is a folder' : 'does not exist'
    throw new NoBrowser(`${label}, ${named}, ${reason}. ${remedy}`)
  }
  const reading = await readVersion(path, machine)
  if (!reading.runs) throw new NoBrowser(`${label}, ${named}, ${reading.reason}. ${remedy}`)
  return { source, path, version: reading.version, skipped: [] }
}

async function kindOf(path: string): Promise<'folder' | 'file' | null> {
  const status = await stat(path).catch(() => null)
  if (status === null) return null
  return status.isDirectory() ? 'folder' : 'file'
}

/** Lists the headless shells in Puppeteer's cache, then its Chromes, newest first. */
async function cachedBrowsers({ environment, home }: Machine): Promise<readonly string[]> {
  // This package also loads its download code, so it is imported only if the system has no browser.
  const { Browser, detectBrowserPlatform, getInstalledBrowsers } = await import('@puppeteer/browsers')
  const cacheDir = environment.PUPPETEER_CACHE_DIR ?? join(home, '.cache', 'puppeteer')
  const installed = await getInstalledBrowsers({ cacheDir }).catch(() => [])
  const platform = detectBrowserPlatform()
  return [Browser.CHROMEHEADLESSSHELL, Browser.CHROME].flatMap((kind) =>
    installed
      .filter(({ browser, platform: madeFor }) => browser === kind && madeFor === platform)
      .toSorted((a, b) => b.buildId.localeCompare(a.buildId, 'en', { numeric: true }))
      .map(({ executablePath }) => executablePath),
  )
}

function tooOldReason(version: string | null): string {
  return `is version ${version}, and ${OLDEST_VERSION} is the oldest that works`
}

function noneFoundMessage(skipped: readonly Skipped[], { platform }: Machine): string {
  const fact = ['No browser was found', ...skipped.map(({ path, reason }) => `${path} ${reason}`)].join('; ')
  const ways =
    platform === 'linux'
      ? '"apt-get install chromium" or https://www.google.com/chrome/'
      : 'https://www.google.com/chrome/'
  return `${fact}. Install Chromium (${ways}), have one fetched by "npx puppeteer browsers install chrome-headless-shell", or name one with --browser.`
}
