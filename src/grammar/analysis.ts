/** The network's analysis of one form (a token as written). */
export interface Analysis {
  readonly upos: string
  readonly xpos: string
  /** -1 for the root. */
  readonly head: number
  readonly relation: string
}
