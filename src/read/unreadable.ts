import type { Point } from 'unist'
import type { VFile } from 'vfile'

/** The file contains no readable article. The reason is also a fatal message of the file, at the right place. */
export class Unreadable extends Error {
  readonly ruleId: string

  constructor(reason: string, ruleId: string) {
    super(reason)
    this.name = 'Unreadable'
    this.ruleId = ruleId
  }
}

/** Adds a message that says why and where the file cannot be read, and returns the error to throw. */
export function unreadable(
  file: VFile,
  ruleId: string,
  reason: string,
  place: Point = { line: 1, column: 1 },
): Unreadable {
  file.message(reason, { place, source: 'lectern', ruleId }).fatal = true
  return new Unreadable(reason, ruleId)
}
