// Records the sizes and digests of the files of an unpacked browser, to detect damage.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { isPrivateFolder } from './private-folder.ts'

/** The size and digest of each file in a folder, keyed by the file's path in the folder. */
type FileDigests = Readonly<Record<string, { readonly size: number; readonly sha256: string }>>

/** Whether every unpacked file is still there with its recorded size, in a folder that nobody else can write to. */
export async function isComplete(folder: string): Promise<boolean> {
  if (!(await isPrivateFolder(folder))) return false
  const [recorded, sizes] = await Promise.all([readDigests(folder), sizesIn(folder).catch(() => new Map())])
  return recorded !== null && Object.entries(recorded).every(([name, { size }]) => sizes.get(name) === size)
}

/** Whether every unpacked file still has the same bytes. */
export async function isIntact(folder: string): Promise<boolean> {
  const [recorded, current] = await Promise.all([
    readDigests(folder),
    computeDigests(folder).catch((): FileDigests => ({})),
  ])
  return recorded !== null && Object.entries(recorded).every(([name, { sha256 }]) => current[name]?.sha256 === sha256)
}

/**
 * Writes the digests of a folder's files. This is the last step of unpacking: a folder that matches its digests is
 * complete.
 */
export async function writeDigests(folder: string): Promise<void> {
  await writeFile(join(folder, DIGESTS_FILE), JSON.stringify(await computeDigests(folder), null, 2))
}

async function readDigests(folder: string): Promise<FileDigests | null> {
  try {
    const { data } = DIGESTS_SCHEMA.safeParse(JSON.parse(await readFile(join(folder, DIGESTS_FILE), 'utf8')))
    return data === undefined || Object.keys(data).length === 0 ? null : data
  } catch {
    return null
  }
}

async function computeDigests(folder: string): Promise<FileDigests> {
  const sizes = [...(await sizesIn(folder))]
  const entries = sizes.map(
    async ([name, size]) => [name, { size, sha256: await digestOf(join(folder, name)) }] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function sizesIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const names = await readdir(folder, { recursive: true })
  const entries = await Promise.all(
    names.toSorted().map(async (name) => ({ name, status: await lstat(join(folder, name)) })),
  )
  return new Map(
    entries
      .filter(({ name, status }) => status.isFile() && name !== DIGESTS_FILE)
      .map(({ name, status }) => [name, status.size] as const),
  )
}

const DIGESTS_FILE = 'digests.json'
const DIGESTS_SCHEMA = z.record(z.string(), z.object({ size: z.number(), sha256: z.string() }))
