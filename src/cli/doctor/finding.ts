/** The result of one check. */
export interface Finding {
  /** `fail` if something that Lectern needs is missing; `note` if Lectern works without it. */
  readonly state: 'ok' | 'note' | 'fail'
  /** What was checked, such as `browser` or `fonts`. */
  readonly subject: string
  readonly fact: string
  /** The remedy; absent if nothing needs to be done. */
  readonly remedy?: string
}
