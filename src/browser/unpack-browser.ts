// Unpacks the browser in the npm package @sparticuz/chromium.

import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract, type Headers } from 'tar-fs'
import type { RuleId } from '../model/message-rules.ts'
import { BrowserDied, NoBrowser } from './errors.ts'
import { whyNot } from './folder-errors.ts'
import { removeDamaged, removeLeftovers, unfinishedPrefix } from './leftovers.ts'
import { ARCHIVES, type PackagedBrowser } from './packaged-browser.ts'
import { makePrivate } from './private-folder.ts'
import { isIntact, isWhole, writeStamp } from './stamp.ts'

export interface UnpackOptions {
  readonly packed: PackagedBrowser
  /** The folder in which unpacked browsers are kept from run to run. */
  readonly cache: string
  readonly warn: (reason: string, ruleId: RuleId) => void
  readonly signal?: AbortSignal | undefined
}

/** An unpacked browser, and the environment variables that its process needs. */
export interface Unpacked {
  readonly program: string
  readonly environment: Readonly<Record<string, string>>
}

/**
 * Unpacks the packaged browser and passes it to `use`: from the cache, which is filled at first use (about 3 s, 200
 * MB), or, if the cache cannot be used, from a folder that is removed at the end. Several processes may unpack at once.
 * If the browser does not start and one of its files has changed, it is unpacked again.
 * @throws {NoBrowser} if there is no space for it anywhere
 */
export async function withUnpacked<T>(unpacking: UnpackOptions, use: (unpacked: Unpacked) => Promise<T>): Promise<T> {
  const kept = await keep(unpacking)
  if (kept !== null) return useKept(kept, unpacking, use)
  const folder = await mkdtemp(join(tmpdir(), 'lectern-browser-')).catch(refuse)
  try {
    await unpackInto(folder, unpacking).catch((error: unknown) =>
      unpacking.signal?.aborted ? Promise.reject(error) : refuse(error),
    )
    return await use(unpackedIn(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Uses the browser in the cache. Checking every byte before each start would take longer than starting. */
async function useKept<T>(
  folder: string,
  unpacking: UnpackOptions,
  use: (unpacked: Unpacked) => Promise<T>,
): Promise<T> {
  try {
    return await use(unpackedIn(folder))
  } catch (error) {
    const hasFailed = error instanceof NoBrowser || error instanceof BrowserDied
    if (unpacking.signal?.aborted || !hasFailed || (await isIntact(folder))) throw error
    await removeDamaged(folder)
    // `use` had already begun, so it cannot be run again.
    if (error instanceof BrowserDied) throw error
    return withUnpacked(unpacking, use)
  }
}

/** Returns the folder in the cache, filled if necessary; null, with a warning, if the cache cannot be used. */
async function keep(unpacking: UnpackOptions): Promise<string | null> {
  const { packed, cache, warn, signal } = unpacking
  const folder = join(cache, `chromium-${packed.version}`)
  try {
    await makePrivate(cache)
    await removeLeftovers(cache)
    if (await isWhole(folder)) return folder
    await removeDamaged(folder)
    await fill(folder, unpacking)
    return folder
  } catch (error) {
    signal?.throwIfAborted()
    warn(
      `The browser is unpacked again on every run, which takes seconds: its cache, ${cache}, ${whyNot(error)}. ` +
        'Make the folder private (chmod 700), or set XDG_CACHE_HOME to a private folder.',
      'no-cache',
    )
    return null
  }
}

/** Describes an unpacked browser. The user's own libraries and font settings stay in effect. */
function unpackedIn(folder: string): Unpacked {
  const { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts, FONTCONFIG_PATH: fontFolder } = process.env
  return {
    program: join(folder, PROGRAM),
    environment: {
      LD_LIBRARY_PATH: [join(folder, 'lib'), libraries].filter(Boolean).join(':'),
      ...(fonts || fontFolder ? {} : { FONTCONFIG_FILE: join(folder, FONT_SETTINGS) }),
    },
  }
}

function refuse(error: unknown): never {
  throw new NoBrowser(
    `The browser of @sparticuz/chromium could not be unpacked: ${tmpdir()} ${whyNot(error)}. ` +
      'Free 200 MB, or install Chromium ("apt-get install chromium" or https://www.google.com/chrome/).',
  )
}

/** Unpacks into a folder next to the final one and then renames it, so that the final folder is never incomplete. */
async function fill(folder: string, unpacking: UnpackOptions): Promise<void> {
  const fresh = await mkdtemp(unfinishedPrefix(folder))
  try {
    await unpackInto(fresh, unpacking)
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Another process was faster.
    if (await isWhole(folder)) return
    throw error
  }
}

async function unpackInto(folder: string, { packed, signal }: UnpackOptions): Promise<void> {
  await Promise.all(
    ARCHIVES.map((name) => {
      const target = name.endsWith('.tar.br')
        ? extract(folder, { map: withoutOwner })
        : createWriteStream(join(folder, PROGRAM), { mode: 0o700 })
      return pipeline(createReadStream(join(packed.folder, name)), createBrotliDecompress(), target, { signal })
    }),
  )
  await writeFile(join(folder, FONT_SETTINGS), FONTCONFIG)
  await writeStamp(folder)
}

/**
 * Makes the current user the owner of the files: run as root, tar-fs would give them to the user whose id is in the
 * archive.
 */
function withoutOwner(header: Headers): Headers {
  return { ...header, uid: process.getuid?.() ?? header.uid, gid: process.getgid?.() ?? header.gid }
}

const PROGRAM = 'chromium'
const FONT_SETTINGS = 'fonts.conf'

/**
 * A font configuration with the system's fonts, if there are any, and always the package's own family. The package's
 * own configuration names folders that exist only on AWS Lambda.
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
