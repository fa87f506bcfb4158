import type { Point } from 'unist'
import type { VFile } from 'vfile'

/** The file holds no article that can be read. The reason is a fatal message of the file too, at its place. */
export class Unreadable extends Error {
  readonly ruleId: string

  constructor(reason: string, ruleId: string) {
    super(reason)
    this.name = 'Unreadable'
    this.ruleId = ruleId
  }
}

/** Tells the file why it cannot be read, and where, and gives the error to throw. */
export function unreadable(
  file: VFile,
  ruleId: string,
  reason: string,
  place: Point = { line: 1, column: 1 },
): Unreadable {
  file.message(reason, { place, source: 'lectern', ruleId }).fatal = true
  return new Unreadable(reason, ruleId)
}
