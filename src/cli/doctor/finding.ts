/** The result of one check. */
export interface Finding {
  /** `lacks` where Lectern cannot do its work without it. */
  readonly state: 'ok' | 'note' | 'lacks'
  readonly what: string
  readonly fact: string
  /** What to do; left out if nothing needs to be done. */
  readonly remedy?: string
}
