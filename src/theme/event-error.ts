import { InvalidFileError } from './invalid-file-error.ts'

/** An event file that cannot be used. */
export class EventError extends InvalidFileError {
  override readonly name = 'EventError'
  readonly ruleId = 'bad-event'
}
