// Records the files of an unpacked browser, to detect damage.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { isPrivate } from './private-folder.ts'

/** The content of a folder: the size and digest of each file, by its path in the folder. */
type Stamp = Readonly<Record<string, { readonly size: number; readonly sha256: string }>>

/** Whether every unpacked file is still there with its size, in a folder that nobody else can write to. */
export async function isWhole(folder: string): Promise<boolean> {
  if (!(await isPrivate(folder))) return false
  const [stamped, sizes] = await Promise.all([stampIn(folder), sizesIn(folder).catch(() => new Map())])
  return stamped !== null && Object.entries(stamped).every(([name, { size }]) => sizes.get(name) === size)
}

/** Whether every unpacked file still has the same bytes. */
export async function isIntact(folder: string): Promise<boolean> {
  const [stamped, found] = await Promise.all([stampIn(folder), stampOf(folder).catch((): Stamp => ({}))])
  return stamped !== null && Object.entries(stamped).every(([name, { sha256 }]) => found[name]?.sha256 === sha256)
}

/** Writes the stamp. It is written last: a folder with a matching stamp is complete. */
export async function writeStamp(folder: string): Promise<void> {
  await writeFile(join(folder, STAMP), JSON.stringify(await stampOf(folder), null, 2))
}

async function stampIn(folder: string): Promise<Stamp | null> {
  try {
    const { data } = STAMPED.safeParse(JSON.parse(await readFile(join(folder, STAMP), 'utf8')))
    return data === undefined || Object.keys(data).length === 0 ? null : data
  } catch {
    return null
  }
}

async function stampOf(folder: string): Promise<Stamp> {
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
      .filter(({ name, status }) => status.isFile() && name !== STAMP)
      .map(({ name, status }) => [name, status.size] as const),
  )
}

const STAMP = 'digests.json'
const STAMPED = z.record(z.string(), z.object({ size: z.number(), sha256: z.string() }))
