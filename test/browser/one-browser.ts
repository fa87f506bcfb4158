import { afterAll, beforeAll } from 'vitest'
import { type Browser, withBrowser } from '../../src/browser/browser.ts'

/** Launches one browser for all the tests of a file. Returns a function that returns it, for use inside tests. */
export function oneBrowser(): () => Browser {
  const state: { browser?: Browser; release?: () => void; closed?: Promise<void> } = {}
  beforeAll(async () => {
    await new Promise<void>((lent, failed) => {
      state.closed = withBrowser({ executable: null, warn: () => undefined }, (browser) => {
        state.browser = browser
        lent()
        return new Promise<void>((release) => {
          state.release = release
        })
      })
      state.closed.catch(failed)
    })
  })
  afterAll(async () => {
    state.release?.()
    await state.closed
  })
  return () => {
    if (state.browser === undefined) throw new Error('The browser is lent to tests alone.')
    return state.browser
  }
}
