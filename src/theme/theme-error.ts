import { InvalidFileError } from './invalid-file-error.ts'

/** Thrown if a theme cannot be used. */
export class ThemeError extends InvalidFileError {
  override readonly name = 'ThemeError'
  readonly ruleId = 'bad-theme'
}
