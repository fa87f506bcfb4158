// Keeps a run from overwriting the files that it reads.

import { fstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from './usage-error.ts'

/** The files that a run reads and must not overwrite. */
export interface RunInputs {
  add(path: string): void
  /**
   * Throws if a file to save is an input. Files are compared by real path, by device and inode, and by name within
   * their folder.
   * @throws {UsageError} with both names
   */
  protectFrom(outputs: Iterable<string>, remedy?: string): void
}

/** Collects the inputs of a run, starting with its articles; `-` is the file behind standard input. */
export function collectInputs(articles: readonly string[]): RunInputs {
  const pathsByIdentity = new Map<string, string>()
  const add = (path: string) => {
    for (const identity of path === '-' ? standardInputIdentities() : identitiesOf(path))
      pathsByIdentity.set(identity, path)
  }
  for (const path of articles) add(path)
  return {
    add,
    protectFrom(outputs, remedy = 'Choose another folder with --out.') {
      for (const output of outputs) {
        const identity = identitiesOf(output).find((candidate) => pathsByIdentity.has(candidate))
        if (identity === undefined) continue
        throw new UsageError(`${overwriteMessage(output, pathsByIdentity.get(identity) ?? '')} ${remedy}`)
      }
    },
  }
}

function overwriteMessage(output: string, input: string): string {
  const source = input === '-' ? 'the file that standard input comes from' : `"${input}", which this run reads`
  return `Saving "${output}" would overwrite ${source}. Nothing was saved.`
}

/** Lists the identities of a path; two paths to the same file share one. Empty if there is no such file. */
function identitiesOf(path: string): readonly string[] {
  try {
    const pathInRealFolder = join(realpathSync(dirname(resolve(path))), basename(path))
    return [pathInRealFolder, realpathSync(path), inodeOf(statSync(path, { bigint: true }))]
  } catch {
    // A file that does not exist cannot be overwritten.
    return []
  }
}

function standardInputIdentities(): readonly string[] {
  try {
    const status = fstatSync(0, { bigint: true })
    return status.isFile() ? [inodeOf(status)] : []
  } catch {
    return []
  }
}

function inodeOf({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string {
  return `device ${dev}, inode ${ino}`
}
