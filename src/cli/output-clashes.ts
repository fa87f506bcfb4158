// Refuses runs whose files would overwrite each other or an input.

import { join } from 'node:path'
import { baseNameOf } from '../export/base-name.ts'
import { plannedFileNames } from '../export/make-files.ts'
import type { Settings } from '../model/settings.ts'
import { completeSettings } from '../settings/settings.ts'
import type { BuildRequest } from './command-line.ts'
import type { RunInputs } from './protect-inputs.ts'
import { UsageError } from './usage-error.ts'

/** The value of `--out` that stands for standard output. */
export const STDOUT = '-'

/**
 * Refuses a run that would save two articles to the same file or overwrite an input, before anything is read.
 * @throws {UsageError}
 */
export function refuseClashes(paths: readonly string[], { choices, report }: BuildRequest, inputs: RunInputs): void {
  const { out, formats } = completeSettings(choices, {})
  const articles = paths.map((path) => ({ path, name: baseNameOf(path) }))
  // The number of pictures is not known yet, so they are compared by the start of their names.
  const prefixes = articles.map(({ path, name }) => ({ path, file: name }))
  const planned = articles.flatMap(({ path, name }) => plannedFileNames(name, formats).map((file) => ({ path, file })))
  if (out === STDOUT) refuseMixedOutput(planned.length, { formats, report })
  for (const files of [prefixes, planned]) refuseDuplicates(files)
  if (out === STDOUT) return
  inputs.protectFrom(planned.map(({ file }) => join(out, file)))
}

/** Refuses to print several files, or a file and a report, to standard output. */
function refuseMixedOutput(
  count: number,
  { formats, report }: Pick<Settings, 'formats'> & Pick<BuildRequest, 'report'>,
): void {
  if (report === 'json')
    throw new UsageError('"--out -" and "--report json" would print to the same place. Leave one out.')
  if (count === 1 && !formats.includes('png')) return
  throw new UsageError('"--out -" prints one file. Give one article and one format other than png, such as --to json.')
}

function refuseDuplicates(files: readonly { readonly path: string; readonly file: string }[]): void {
  const articles = new Map<string, string>()
  for (const { path, file } of files) {
    const other = articles.get(keyOf(file))
    if (other !== undefined)
      throw new UsageError(
        `"${other}" and "${path}" would both be saved as "${file}". Rename one, or make them in two runs.`,
      )
    articles.set(keyOf(file), path)
  }
}

/** Returns a key that two names share if they refer to the same file. Most Windows and macOS disks ignore case. */
function keyOf(name: string): string {
  return process.platform === 'linux' ? name : name.toLowerCase()
}
