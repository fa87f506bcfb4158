import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it where need be, with the rights that `mode` says. Not by the `recursive` of Node, which never
 * ends where a disk takes no folders, as /proc does not.
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

/** Null where the folder is there now, whoever made it. */
async function tryToMake(path: string, mode: number | undefined): Promise<unknown> {
  try {
    await mkdir(path, { mode })
    return null
  } catch (error) {
    const isThere = await stat(path).then(
      (status) => status.isDirectory(),
      () => false,
    )
    return isThere ? null : error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
