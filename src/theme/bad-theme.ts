/** One thing wrong with a theme, and where in its file; lines and columns from 1. */
export interface Complaint {
  readonly reason: string
  readonly place?: { readonly line: number; readonly column: number } | undefined
}

/** A theme that cannot be used. `message` is complete: each complaint as `path:line:column`, a fact and then a remedy. */
export class BadTheme extends Error {
  override readonly name = 'BadTheme'
  readonly ruleId = 'bad-theme'
  readonly path: string
  readonly complaints: readonly Complaint[]

  constructor(path: string, complaints: readonly Complaint[]) {
    super(complaints.map((complaint) => located(path, complaint)).join('\n'))
    this.path = path
    this.complaints = complaints
  }
}

function located(path: string, { reason, place }: Complaint): string {
  return place ? `${path}:${place.line}:${place.column}: ${reason}` : `${path}: ${reason}`
}
