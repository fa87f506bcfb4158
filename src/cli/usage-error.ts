/** Thrown if the user asks for something that cannot be done. The message says why, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
