// Complaints about theme and event files.

/** A position in a file; lines and columns count from 1. */
export interface LineAndColumn {
  readonly line: number
  readonly column: number
}

/** A complaint about a fault in a file, with the position of the fault. */
export interface Complaint {
  readonly reason: string
  readonly place?: LineAndColumn | undefined
}

/** Formats a complaint: `path:line:column`, a fact and then a remedy. */
export function formatComplaint(path: string, { reason, place }: Complaint): string {
  return place ? `${path}:${place.line}:${place.column}: ${reason}` : `${path}: ${reason}`
}
