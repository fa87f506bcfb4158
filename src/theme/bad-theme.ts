import { BadFile } from './bad-file.ts'

/** A theme that cannot be used. */
export class BadTheme extends BadFile {
  override readonly name = 'BadTheme'
  readonly ruleId = 'bad-theme'
}
