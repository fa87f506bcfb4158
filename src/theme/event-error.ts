import { InvalidFileError } from './invalid-file-error.ts'

/** Thrown if an event file cannot be used. */
export class EventError extends InvalidFileError {
  override readonly name = 'EventError'
  readonly ruleId = 'bad-event'
}
