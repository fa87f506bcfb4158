/** What a message with a rule id means, and what to do about it. */
export interface MessageRule {
  readonly meaning: string
  readonly remedy: string
}
