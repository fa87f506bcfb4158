// Removes unfinished and damaged folders of unpacked browsers.

import { lstat, readdir, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/**
 * Returns the prefix of the temporary name that a folder has while this process fills it. When the folder is complete,
 * it is renamed to `folder`.
 */
export function unfinishedFolderPrefix(folder: string): string {
  return `${folder}${UNFINISHED}${hostname()}-${process.pid}-`
}

/** Removes folders that killed processes left behind while they were unpacking. */
export async function removeLeftovers(cache: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => name.includes(UNFINISHED))
  await Promise.all(
    names.map(async (name) => {
      const path = join(cache, name)
      if (isOrphaned(name) || (await ageOf(path)) > MAX_UNPACKING_TIME) await rm(path, { recursive: true, force: true })
    }),
  )
}

/** Whether the process that was filling the folder ran on this machine and has ended. */
function isOrphaned(name: string): boolean {
  const [, host, pid] = /^(.*)-(\d+)-[^-]+$/.exec(name.slice(name.indexOf(UNFINISHED) + UNFINISHED.length)) ?? []
  return host === hostname() && !isRunning(Number(pid))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: the process exists but belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Returns the milliseconds since a folder was last changed; 0 if it is gone. */
async function ageOf(path: string): Promise<number> {
  const status = await lstat(path).catch(() => null)
  return status === null ? 0 : Date.now() - status.mtimeMs
}

/**
 * Removes a damaged folder. It is renamed first, because removing it takes time and another process may need its name.
 */
export async function removeDamaged(folder: string): Promise<void> {
  const trash = `${unfinishedFolderPrefix(folder)}damaged`
  try {
    await rename(folder, trash)
  } catch {
    // There is no such folder, or another process has already moved it.
    return
  }
  await rm(trash, { recursive: true, force: true })
}

/** Marks the name of a folder that is still being filled. */
const UNFINISHED = '.unfinished-'

/** In milliseconds. The slowest machines take a minute; a folder that is unfinished after this long was abandoned. */
const MAX_UNPACKING_TIME = 60 * 60 * 1000
