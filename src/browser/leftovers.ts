import { lstat, readdir, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** The beginning of the name of a folder that this process is still filling; it is renamed to `folder` when complete. */
export function unfinished(folder: string): string {
  return `${folder}${UNFINISHED}${hostname()}-${process.pid}-`
}

/** Removes what was left by processes that were killed while they unpacked. */
export async function removeLeftovers(cache: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => name.includes(UNFINISHED))
  await Promise.all(
    names.map(async (name) => {
      const path = join(cache, name)
      if (isOrphaned(name) || (await ageOf(path)) > LONGEST_UNPACKING) await rm(path, { recursive: true, force: true })
    }),
  )
}

/** Whether the process that was filling the folder, on this machine, has ended. */
function isOrphaned(name: string): boolean {
  const [, host, pid] = /^(.*)-(\d+)-[^-]+$/.exec(name.slice(name.indexOf(UNFINISHED) + UNFINISHED.length)) ?? []
  return host === hostname() && !isRunning(Number(pid))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It runs as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function ageOf(path: string): Promise<number> {
  const status = await lstat(path).catch(() => null)
  return status === null ? 0 : Date.now() - status.mtimeMs
}

/** Moved aside first: removing takes time, and another process may want its place. */
export async function removeDamaged(folder: string): Promise<void> {
  const aside = `${unfinished(folder)}damaged`
  try {
    await rename(folder, aside)
  } catch {
    // There is no such process.
    return
  }
  await rm(aside, { recursive: true, force: true })
}

/** In the name of a folder that is being filled. */
const UNFINISHED = '.unfinished-'

/** Milliseconds; the slowest machine takes a minute. A folder unfinished for longer was abandoned. */
const LONGEST_UNPACKING = 60 * 60 * 1000
