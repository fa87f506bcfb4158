import { InvalidFileError } from './invalid-file-error.ts'

/** A theme that cannot be used. */
export class ThemeError extends InvalidFileError {
  override readonly name = 'ThemeError'
  readonly ruleId = 'bad-theme'
}
