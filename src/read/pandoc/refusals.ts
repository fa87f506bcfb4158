// Errors about documents that Pandoc could not convert.

import type { VFile } from 'vfile'
import { formatSize } from '../../util/format-size.ts'
import { quotePath } from '../../util/quote-for-shell.ts'
import { isWebAddress } from '../../util/web-address.ts'
import { type UnreadableError, unreadableError } from '../unreadable-error.ts'
import type { PandocFormat } from './formats.ts'
import { PANDOC_LIMITS, type PandocRun } from './run-pandoc.ts'

/** Returns the error that says why a document was not converted. */
export function refusal(
  run: Exclude<PandocRun, { type: 'done' }>,
  { name, description }: PandocFormat,
  file: VFile,
): UnreadableError {
  const start = `This is ${description}, which is read with Pandoc, and Pandoc`
  switch (run.type) {
    case 'missing':
      return unreadableError(
        file,
        'pandoc',
        `${start} is not installed. Install it (https://pandoc.org/installing.html), or run "${commandFor(name, file)}" where it is installed and use the result.`,
      )
    case 'too slow':
      return unreadableError(
        file,
        'pandoc',
        `${start} took more than ${PANDOC_LIMITS.time / 1000} seconds. Split the file.`,
      )
    case 'too large':
      return tooLargeError(file)
    case 'failed':
      return failure(run.errorOutput, start, file)
  }
}

/** Returns the error about a file that is too large, or takes too much memory. */
export function tooLargeError(file: VFile): UnreadableError {
  const size = `${formatSize(PANDOC_LIMITS.bytes)}, or takes more than ${PANDOC_LIMITS.memory.toUpperCase()}B of memory to read`
  return unreadableError(file, 'too-long', `The file is larger than ${size}. Split it, or make its pictures smaller.`)
}

/** Returns the command that converts a file to Markdown. */
function commandFor(from: string, file: VFile): string {
  const isNamed = file.path !== '-' && !isWebAddress(file.path)
  const path = isNamed ? file.path : 'talk'
  const target = isNamed ? `${file.stem ?? 'talk'}.md` : 'talk.md'
  return ['pandoc', '-f', from, quotePath(path), '-o', quotePath(target)].join(' ')
}

function failure(errorOutput: string, start: string, file: VFile): UnreadableError {
  if (errorOutput.includes('sandbox'))
    return unreadableError(file, 'pandoc', `${start} is too old: it has no sandbox. Install Pandoc 2.15 or later.`)
  const [, line, column] = /\(?line (\d+),? column (\d+)\)?/.exec(errorOutput) ?? []
  const place = { line: Number(line ?? 1), column: Number(column ?? 1) }
  const outputLines = errorOutput.split('\n').map((each) => each.trim())
  const fact =
    outputLines.find((each) => each !== '' && !/^(?:Error at|\[WARNING\]|pandoc: Error at)/.test(each)) ??
    'it gave no reason'
  const reason = `${start} could not read it: ${fact.replace(/[.:]+$/, '').slice(0, LONGEST_REASON)}. Correct the file, or convert it to Markdown some other way.`
  const error = unreadableError(file, 'pandoc', reason)
  const message = file.messages.at(-1)
  if (message !== undefined) Object.assign(message, { line: place.line, column: place.column, place })
  return error
}

/** In characters. */
const LONGEST_REASON = 200
