import type { RuleId } from '../model/message-rules/message-rules.ts'
import { type Complaint, formatComplaint } from './complaint.ts'

/**
 * Thrown if a theme or an event file cannot be used. `message` has a line for each complaint: `path:line:column`, a fact and
 * a remedy.
 */
export abstract class InvalidFileError extends Error {
  readonly path: string
  abstract readonly ruleId: RuleId
  readonly complaints: readonly Complaint[]

  constructor(path: string, complaints: readonly Complaint[]) {
    super(complaints.map((complaint) => formatComplaint(path, complaint)).join('\n'))
    this.path = path
    this.complaints = complaints
  }
}
