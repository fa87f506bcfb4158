import { fstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { WrongUsage } from './wrong-usage.ts'

/** The files that a run reads and must not overwrite. */
export interface Inputs {
  add(path: string): void
  /**
   * Throws if a file to save is an input. Files are compared by real path, by device and inode, and by name within
   * their folder.
   * @throws {WrongUsage} with both names
   */
  protectFrom(outputs: Iterable<string>, remedy?: string): void
}

/** Collects the inputs of a run, starting with its articles; `-` is the file behind standard input. */
export function inputsOf(articles: readonly string[]): Inputs {
  const known = new Map<string, string>()
  const add = (path: string) => {
    for (const identity of path === '-' ? standardInput() : identitiesOf(path)) known.set(identity, path)
  }
  for (const path of articles) add(path)
  return {
    add,
    protectFrom(outputs, remedy = 'Name another folder with --out.') {
      for (const output of outputs) {
        const identity = identitiesOf(output).find((each) => known.has(each))
        if (identity !== undefined) throw new WrongUsage(`${refusal(output, known.get(identity) ?? '')} ${remedy}`)
      }
    },
  }
}

function refusal(output: string, input: string): string {
  const what = input === '-' ? 'that standard input is read from' : `that this run reads (${input})`
  return `"${output}" would be saved over the file of that name, ${what}. Nothing was saved.`
}

/** Lists the keys by which two paths are recognised as the same file; empty if there is no file. */
function identitiesOf(path: string): readonly string[] {
  try {
    const place = join(realpathSync(dirname(resolve(path))), basename(path))
    return [place, realpathSync(path), inodeOf(statSync(path, { bigint: true }))]
  } catch {
    // A file that does not exist cannot be overwritten.
    return []
  }
}

function standardInput(): readonly string[] {
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
