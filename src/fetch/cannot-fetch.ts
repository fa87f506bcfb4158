/** Something on the web could not be fetched. The message gives the reason and a remedy. */
export class CannotFetch extends Error {
  override readonly name = 'CannotFetch'
}
