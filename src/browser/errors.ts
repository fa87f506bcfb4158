// The errors that are thrown if no browser works, or if it fails while it is in use.

/** Thrown if no browser on this machine works. The message says what was found and what to do. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError'
}

/** Thrown if the browser exits or stops responding while it is in use. The message says why, and what to do. */
export class BrowserDiedError extends Error {
  override readonly name = 'BrowserDiedError'
}
