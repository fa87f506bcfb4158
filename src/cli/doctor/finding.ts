/** The result of one check. */
export interface Finding {
  /** `lacks` if something is missing that Lectern needs; `note` if it works all the same. */
  readonly state: 'ok' | 'note' | 'lacks'
  /** What was checked, such as `browser` or `fonts`. */
  readonly subject: string
  readonly fact: string
  /** The remedy; absent if nothing needs to be done. */
  readonly remedy?: string
}
