/** The result of one check. */
export interface Finding {
  /** `lacks` if Lectern needs what is missing; `note` if it works without it. */
  readonly state: 'ok' | 'note' | 'lacks'
  readonly what: string
  readonly fact: string
  /** The remedy; absent if nothing needs to be done. */
  readonly remedy?: string
}
