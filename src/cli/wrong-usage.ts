/** What was typed asks for something that cannot be. The message is a fact and a remedy. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}
