/** Thrown if the user or the system asks the program to stop. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
  readonly exitCode: number

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`Stopped by ${signal}.`)
    this.exitCode = signal === 'SIGINT' ? 130 : 143
  }
}
