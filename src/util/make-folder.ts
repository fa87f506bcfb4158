import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Creates a folder and its parents if necessary, with the permissions `mode`. Node's `recursive` option is not used,
 * because with it the call never returns if no folder can be created, as in /proc.
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  const parent = dirname(path)
  const failure = await tryToMake(path, mode)
  if (failure === null) return
  if (codeOf(failure) !== 'ENOENT' || parent === path) throw failure
  await makeFolder(parent, mode)
  const secondFailure = await tryToMake(path, mode)
  if (secondFailure !== null) throw secondFailure
}

/** Returns null if the folder now exists, no matter who created it; otherwise the error. */
async function tryToMake(path: string, mode: number | undefined): Promise<unknown> {
  try {
    await mkdir(path, { mode })
    return null
  } catch (error) {
    const isFolder = await stat(path).then(
      (status) => status.isDirectory(),
      () => false,
    )
    return isFolder ? null : error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
