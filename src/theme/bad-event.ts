import { BadFile } from './bad-file.ts'

/** An event file that cannot be used. */
export class BadEvent extends BadFile {
  override readonly name = 'BadEvent'
  readonly ruleId = 'bad-event'
}
