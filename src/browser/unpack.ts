import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract, type Headers } from 'tar-fs'
import { NoBrowser } from './errors.ts'
import { ARCHIVES, type Packed } from './packed.ts'
import { isPrivate, makePrivate } from './private-folder.ts'

export interface Unpacking {
  readonly packed: Packed
  /** The folder in which unpacked browsers are kept from run to run. */
  readonly cache: string
  readonly warn: (reason: string, ruleId: string) => void
  readonly signal?: AbortSignal | undefined
}

/** An unpacked browser, and what its process needs in its environment. */
export interface Unpacked {
  readonly program: string
  readonly environment: Readonly<Record<string, string>>
}

/**
 * Lends the packed browser, unpacked: from the cache, where it is put at first use (some 3 s, 200 MB), or where the
 * cache cannot be used from a folder that is removed at the end. Processes that unpack at once do not disturb each other.
 * @throws {NoBrowser} where there is room for it nowhere
 */
export async function withUnpacked<T>(unpacking: Unpacking, use: (unpacked: Unpacked) => Promise<T>): Promise<T> {
  const kept = await keep(unpacking)
  if (kept !== null) return use(unpackedIn(kept))
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

/** The folder in the cache, filled where need be; null, with a warning, where the cache cannot be used. */
async function keep(unpacking: Unpacking): Promise<string | null> {
  const { packed, cache, warn, signal } = unpacking
  const folder = join(cache, `chromium-${packed.version}`)
  try {
    await makePrivate(cache)
    if (await isWhole(folder)) return folder
    await removeLeftovers(cache, folder)
    await fill(folder, unpacking)
    return folder
  } catch (error) {
    signal?.throwIfAborted()
    warn(
      `The browser is unpacked anew for every run, which takes seconds: its cache, ${cache}, ${whyNot(error)}. ` +
        'Make that folder yours alone (chmod 700), or set XDG_CACHE_HOME to a folder that is.',
      'no-cache',
    )
    return null
  }
}

/** The user's own libraries and font settings stay in force. */
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
      'Make 200 MB of room, or install Chromium ("apt-get install chromium" or https://www.google.com/chrome/).',
  )
}

/** Unpacks beside the folder and then renames, so that the folder never stands there half filled. */
async function fill(folder: string, unpacking: Unpacking): Promise<void> {
  const fresh = await mkdtemp(`${folder}${UNFINISHED}`)
  try {
    await unpackInto(fresh, unpacking)
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Another process was first.
    if (await isWhole(folder)) return
    throw error
  }
}

/** The stamp is written last: a folder with a stamp that agrees is whole. */
async function unpackInto(folder: string, { packed, signal }: Unpacking): Promise<void> {
  await Promise.all(
    ARCHIVES.map((name) => {
      const target = name.endsWith('.tar.br')
        ? extract(folder, { map: ownedByUs })
        : createWriteStream(join(folder, PROGRAM), { mode: 0o700 })
      return pipeline(createReadStream(join(packed.folder, name)), createBrotliDecompress(), target, { signal })
    }),
  )
  await writeFile(join(folder, FONT_SETTINGS), FONTCONFIG)
  await writeFile(join(folder, STAMP), JSON.stringify(await sizesIn(folder), null, 2))
}

/** For root tar-fs would give the files to whoever has the number of their packer. */
function ownedByUs(header: Headers): Headers {
  return { ...header, uid: process.getuid?.() ?? header.uid, gid: process.getgid?.() ?? header.gid }
}

/** Whether every file that was unpacked still stands there with its size, in a folder that nobody else can write. */
async function isWhole(folder: string): Promise<boolean> {
  if (!(await isPrivate(folder))) return false
  try {
    const stamped: unknown = JSON.parse(await readFile(join(folder, STAMP), 'utf8'))
    const sizes = new Map(await sizesIn(folder))
    return Array.isArray(stamped) && stamped.length > 0 && stamped.every(([name, size]) => sizes.get(name) === size)
  } catch {
    return false
  }
}

async function sizesIn(folder: string): Promise<readonly (readonly [name: string, size: number])[]> {
  const names = await readdir(folder, { recursive: true })
  const entries = await Promise.all(
    names.toSorted().map(async (name) => ({ name, status: await lstat(join(folder, name)) })),
  )
  return entries
    .filter(({ name, status }) => status.isFile() && name !== STAMP)
    .map(({ name, status }) => [name, status.size] as const)
}

/** Clears what is damaged, and what processes left that were killed while they unpacked. */
async function removeLeftovers(cache: string, folder: string): Promise<void> {
  const names = await readdir(cache)
  const unfinished = names.filter((name) => name.includes(UNFINISHED)).map((name) => join(cache, name))
  const ages = await Promise.all(unfinished.map((path) => lstat(path).catch(() => null)))
  const stale = unfinished.filter((_, index) => (ages[index]?.mtimeMs ?? 0) < Date.now() - LONGEST_UNPACKING)
  // A damaged one is moved aside first: removing takes time, and another process may want its place.
  const damaged = `${folder}${UNFINISHED}${process.pid}-damaged`
  const moved = await rename(folder, damaged).then(
    () => [damaged],
    () => [],
  )
  await Promise.all([...stale, ...moved].map((path) => rm(path, { recursive: true, force: true })))
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be used'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? (code === '' ? error.message : `cannot be used (${code})`)
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'is on a disk that is full',
  EDQUOT: 'is on a disk that is full',
  ENOTDIR: 'is not a folder',
  EEXIST: 'is not a folder',
}

const PROGRAM = 'chromium'
const STAMP = 'sizes.json'
const FONT_SETTINGS = 'fonts.conf'

/** In the name of a folder that is being filled. */
const UNFINISHED = '.unfinished-'

/** Milliseconds; the slowest machine takes a minute. A folder that has been unfinished for longer was given up. */
const LONGEST_UNPACKING = 60 * 60 * 1000

/** The system's fonts where it has any, and always the family of the package, whose own file names folders of its cloud. */
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
