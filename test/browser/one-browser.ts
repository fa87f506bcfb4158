import { afterAll, beforeAll } from 'vitest'
import { type Browser, withBrowser } from '../../src/browser/browser.ts'
import type { BrowserPage } from '../../src/browser/browser-page.ts'

/**
 * Launches one browser for all tests of a file. Returns a function that returns it, for use inside tests. Pages are
 * used again, as in `lectern present`, unless `pages` is `new`: opening one takes five times as long as showing a
 * document in it.
 */
export function oneBrowser(pages: 'kept' | 'new' = 'kept'): () => Browser {
  const state: { browser?: Browser; release?: () => void; closed?: Promise<void> } = {}
  beforeAll(async () => {
    await new Promise<void>((started, failed) => {
      state.closed = withBrowser({ executable: null, warn: () => undefined }, (browser) => {
        state.browser = pages === 'kept' ? withKeptPages(browser) : browser
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

function withKeptPages(browser: Browser): Browser {
  const idle: BrowserPage[] = []
  const withPage: Browser['withPage'] = async (use) => {
    const page = idle.pop() ?? (await openPage(browser))
    const result = await use(page)
    // After a failure, the page may be unusable.
    idle.push(page)
    return result
  }
  return { ...browser, withPage, withSecondPage: withPage }
}

/** Opens a page that stays open as long as the browser. */
function openPage(browser: Browser): Promise<BrowserPage> {
  return new Promise((opened, failed) => {
    browser
      .withPage((page) => {
        opened(page)
        return new Promise<never>(() => undefined)
      })
      .catch(failed)
  })
}
