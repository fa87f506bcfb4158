/** The user asked for something that cannot be done. The message is a fact and a remedy. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}
