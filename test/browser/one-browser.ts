import { test as base } from 'vitest'
import { type Browser, type BrowserOptions, withBrowser } from '../../src/browser/browser.ts'
import type { BrowserPage } from '../../src/browser/browser-page.ts'

/**
 * Returns a function that returns a browser, for use inside tests. All tests of a process share it. Pages are used
 * again, as in `lectern present`, unless `pages` is `new`: opening one takes five times as long as showing a document
 * in it.
 */
export function oneBrowser(pages: 'kept' | 'new' = 'kept'): () => Browser {
  const state: { browser?: Browser } = {}
  test.beforeAll(({ browser, browserWithKeptPages }) => {
    state.browser = pages === 'kept' ? browserWithKeptPages : browser
  })
  return () => {
    if (state.browser === undefined) throw new Error('The browser is available only inside tests.')
    return state.browser
  }
}

const test = base.extend<{ options: BrowserOptions; browser: Browser; browserWithKeptPages: Browser }>({
  options: [{ executable: null, warn: () => undefined }, { scope: 'worker' }],
  browser: [({ options }, use) => withBrowser(options, use), { scope: 'worker' }],
  browserWithKeptPages: [({ browser }, use) => use(withKeptPages(browser)), { scope: 'worker' }],
})

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
  return new Promise((resolve, reject) => {
    browser
      .withPage((page) => {
        resolve(page)
        return new Promise<never>(() => undefined)
      })
      .catch(reject)
  })
}
