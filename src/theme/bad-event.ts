import { type Complaint, located } from './complaint.ts'

/** An event file that cannot be used. `message` is complete: each complaint as `path:line:column`, a fact and then a remedy. */
export class BadEvent extends Error {
  override readonly name = 'BadEvent'
  readonly ruleId = 'bad-event'
  readonly path: string
  readonly complaints: readonly Complaint[]

  constructor(path: string, complaints: readonly Complaint[]) {
    super(complaints.map((complaint) => located(path, complaint)).join('\n'))
    this.path = path
    this.complaints = complaints
  }
}
