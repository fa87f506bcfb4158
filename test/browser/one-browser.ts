import { afterAll, beforeAll } from 'vitest'
import { type Browser, withBrowser } from '../../src/browser/browser.ts'

/** Launches one browser for all tests of a file. Returns a function that returns it, for use inside tests. */
export function oneBrowser(): () => Browser {
  const state: { browser?: Browser; release?: () => void; closed?: Promise<void> } = {}
  beforeAll(async () => {
    await new Promise<void>((started, failed) => {
      state.closed = withBrowser({ executable: null, warn: () => undefined }, (browser) => {
        state.browser = browser
        started()
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
    if (state.browser === undefined) throw new Error('The browser is available only inside tests.')
    return state.browser
  }
}
