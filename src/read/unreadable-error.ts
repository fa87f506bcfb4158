import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { RuleId } from '../model/message-rules/message-rules.ts'

/** Thrown if a file contains no readable article. The reason is also a fatal message on the file. */
export class UnreadableError extends Error {
  readonly ruleId: RuleId

  constructor(reason: string, ruleId: RuleId) {
    super(reason)
    this.name = 'UnreadableError'
    this.ruleId = ruleId
  }
}

/** Adds a fatal message that says why the file cannot be read, and returns the error to throw. */
export function unreadableError(
  file: VFile,
  ruleId: RuleId,
  reason: string,
  place: Point = { line: 1, column: 1 },
): UnreadableError {
  file.message(reason, { place, source: 'lectern', ruleId }).fatal = true
  return new UnreadableError(reason, ruleId)
}
