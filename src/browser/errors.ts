/** Thrown if no browser on this machine works. The message says what was found and what to do. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser'
}

/** Thrown if the browser exits, or stops answering, while it is in use. The message says how, and what to do. */
export class BrowserDied extends Error {
  override readonly name = 'BrowserDied'
}
