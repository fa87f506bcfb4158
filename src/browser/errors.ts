/** Thrown if no browser on this machine works. The message says what was found and what to do. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError'
}

/** Thrown if the browser exits, or stops answering, while it is in use. The message says how, and what to do. */
export class BrowserDiedError extends Error {
  override readonly name = 'BrowserDiedError'
}
