/** Thrown if something on the web cannot be fetched. The message gives the reason and a remedy. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
}
