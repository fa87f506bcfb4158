/** Something on the web could not be fetched. The message is a fact and a remedy. */
export class CannotFetch extends Error {
  override readonly name = 'CannotFetch'
}
