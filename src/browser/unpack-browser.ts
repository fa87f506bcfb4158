// Unpacks the browser in the npm package @sparticuz/chromium.

import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract, type Headers } from 'tar-fs'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import { BrowserDiedError, NoBrowserError } from './errors.ts'
import { isComplete, isIntact, writeDigests } from './file-digests.ts'
import { folderProblem } from './folder-problem.ts'
import { removeDamaged, removeLeftovers, unfinishedFolderPrefix } from './leftovers.ts'
import { ARCHIVES, type PackagedBrowser } from './packaged-browser.ts'
import { ensurePrivateFolder } from './private-folder.ts'

export interface UnpackOptions {
  readonly packagedBrowser: PackagedBrowser
  /** The folder in which unpacked browsers are kept from run to run. */
  readonly cache: string
  readonly warn: (reason: string, ruleId: RuleId) => void
  readonly signal?: AbortSignal | undefined
}

/** The program of a browser, and the environment variables that its process needs. */
export interface BrowserProgram {
  readonly program: string
  readonly environment: Readonly<Record<string, string>>
}

/**
 * Unpacks the packaged browser and passes it to `use`. It is unpacked once, into the cache (about 3 s, 200 MB); if the
 * cache cannot be used, it is unpacked into a folder that is removed at the end. Several processes may unpack it at
 * once. If it does not start and one of its files has changed, it is unpacked again.
 * @throws {NoBrowserError} if it cannot be unpacked anywhere, for example because there is no space
 */
export async function withUnpackedBrowser<T>(
  options: UnpackOptions,
  use: (unpacked: BrowserProgram) => Promise<T>,
): Promise<T> {
  const cachedFolder = await fillCache(options)
  if (cachedFolder !== null) return useCached(cachedFolder, options, use)
  const folder = await mkdtemp(join(tmpdir(), 'lectern-browser-')).catch(throwUnpackError)
  try {
    await unpackInto(folder, options).catch((error: unknown) =>
      options.signal?.aborted ? Promise.reject(error) : throwUnpackError(error),
    )
    return await use(programIn(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Uses the browser in the cache. Its files are checked only if it fails: checking them takes longer than starting it.
 */
async function useCached<T>(
  folder: string,
  options: UnpackOptions,
  use: (unpacked: BrowserProgram) => Promise<T>,
): Promise<T> {
  try {
    return await use(programIn(folder))
  } catch (error) {
    const isBrowserFailure = error instanceof NoBrowserError || error instanceof BrowserDiedError
    if (options.signal?.aborted || !isBrowserFailure || (await isIntact(folder))) throw error
    await removeDamaged(folder)
    // `use` had already begun, so it cannot be run again.
    if (error instanceof BrowserDiedError) throw error
    return withUnpackedBrowser(options, use)
  }
}

/**
 * Returns the browser's folder in the cache, unpacking it if necessary; null, with a warning, if the cache cannot be
 * used.
 */
async function fillCache(options: UnpackOptions): Promise<string | null> {
  const { packagedBrowser, cache, warn, signal } = options
  const folder = join(cache, `chromium-${packagedBrowser.version}`)
  try {
    await ensurePrivateFolder(cache)
    await removeLeftovers(cache)
    if (await isComplete(folder)) return folder
    await removeDamaged(folder)
    await unpackIntoCache(folder, options)
    return folder
  } catch (error) {
    signal?.throwIfAborted()
    warn(
      `The browser is unpacked again on every run, which takes seconds: its cache, ${cache}, ${folderProblem(error)}. ` +
        'Make the folder private (chmod 700), or set XDG_CACHE_HOME to a private folder.',
      'no-cache',
    )
    return null
  }
}

/** Returns how to start an unpacked browser. The user's own libraries and font settings stay in effect. */
function programIn(folder: string): BrowserProgram {
  const { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts, FONTCONFIG_PATH: fontFolder } = process.env
  return {
    program: join(folder, PROGRAM_FILE),
    environment: {
      LD_LIBRARY_PATH: [join(folder, 'lib'), libraries].filter(Boolean).join(':'),
      ...(fonts || fontFolder ? {} : { FONTCONFIG_FILE: join(folder, FONT_SETTINGS_FILE) }),
    },
  }
}

function throwUnpackError(error: unknown): never {
  throw new NoBrowserError(
    `The browser of @sparticuz/chromium could not be unpacked: ${tmpdir()} ${folderProblem(error)}. ` +
      'Free up 200 MB, or install Chromium ("apt-get install chromium" or https://www.google.com/chrome/).',
  )
}

/** Unpacks into a folder next to the final one and then renames it, so that the final folder is never incomplete. */
async function unpackIntoCache(folder: string, options: UnpackOptions): Promise<void> {
  const unfinished = await mkdtemp(unfinishedFolderPrefix(folder))
  try {
    await unpackInto(unfinished, options)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another process was faster.
    if (await isComplete(folder)) return
    throw error
  }
}

async function unpackInto(folder: string, { packagedBrowser, signal }: UnpackOptions): Promise<void> {
  await Promise.all(
    ARCHIVES.map((name) => {
      const target = name.endsWith('.tar.br')
        ? extract(folder, { map: ownedByUser })
        : createWriteStream(join(folder, PROGRAM_FILE), { mode: 0o700 })
      return pipeline(createReadStream(join(packagedBrowser.folder, name)), createBrotliDecompress(), target, {
        signal,
      })
    }),
  )
  await writeFile(join(folder, FONT_SETTINGS_FILE), FONTCONFIG)
  await writeDigests(folder)
}

/**
 * Makes the current user the owner of a file: when run as root, tar-fs would give it to the user whose id is in the
 * archive.
 */
function ownedByUser(header: Headers): Headers {
  return { ...header, uid: process.getuid?.() ?? header.uid, gid: process.getgid?.() ?? header.gid }
}

const PROGRAM_FILE = 'chromium'
const FONT_SETTINGS_FILE = 'fonts.conf'

/**
 * A font configuration with the package's own family, and the system's fonts if there are any. The package's own
 * configuration names folders that exist only on AWS Lambda.
 */
const FONTCONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
