/** No browser on this machine works. The message says what was found and what to do. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser'
}

/** The browser exited, or stopped answering, while it was in use. The message says how, and what to do. */
export class BrowserDied extends Error {
  override readonly name = 'BrowserDied'
}
