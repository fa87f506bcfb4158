/** Something on the web cannot be had. The message is a fact and a remedy. */
export class CannotFetch extends Error {
  override readonly name = 'CannotFetch'
}
