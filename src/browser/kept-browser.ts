// Keeps one browser open for several decks, for example during live reload.

import { type Browser, type BrowserOptions, withBrowser } from './browser.ts'
import type { BrowserPage } from './browser-page.ts'
import { NoBrowserError } from './errors.ts'

/** Called with warnings about the machine, such as the lack of a sandbox for the browser. */
export type WarningHandler = BrowserOptions['warn']

/**
 * Returns the browser once it is running; launches a new one if it has died. Warnings about it go to the first caller.
 * @throws {NoBrowserError} if there is none or it does not start
 */
export type BrowserProvider = (warn: WarningHandler) => Promise<Browser>

/** One browser that any number of decks share, with one page, and a second page once it is needed. */
export interface KeptBrowser {
  readonly getBrowser: BrowserProvider
  /** Stops the browser at once, even while it is being launched, leaving nothing behind. */
  close(): Promise<void>
}

/**
 * Launches a browser in the background. It keeps one page open, because opening one takes longer than measuring a
 * slide.
 */
export function keepBrowser(options: Omit<BrowserOptions, 'warn'>): KeptBrowser {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])])
  const pendingWarnings: Parameters<WarningHandler>[] = []
  const state: { launched: Promise<Browser> | null; work: Promise<void>; hasRun: boolean } = {
    launched: null,
    work: Promise.resolve(),
    hasRun: false,
  }
  const launch = () => {
    const warn: WarningHandler = (...warning) => void pendingWarnings.push(warning)
    const launched = new Promise<Browser>((resolve, reject) => {
      state.work = withBrowser({ ...options, warn, signal }, (browser) =>
        browser.withPage((page) => {
          state.hasRun = true
          resolve({ ...browser, withPage: (use) => use(page), withSecondPage: keepPage(browser) })
          return new Promise<never>(() => undefined)
        }),
      ).catch((error) => {
        // If no browser has ever run, the next attempt will fail too.
        if (state.hasRun || !(error instanceof NoBrowserError)) state.launched = null
        reject(error)
      })
    })
    // Nobody may be waiting when the launch fails; without this, Node would end the process.
    launched.catch(() => undefined)
    return launched
  }
  state.launched = launch()
  return {
    async getBrowser(warn) {
      state.launched ??= launch()
      try {
        return await state.launched
      } finally {
        for (const warning of pendingWarnings.splice(0)) warn(...warning)
      }
    },
    async close() {
      stop.abort()
      await state.work
    },
  }
}

/** Returns a function that always uses the same page, which is opened on the first call. */
function keepPage({ withPage }: Browser): Browser['withPage'] {
  const state: { opened: Promise<BrowserPage> | null } = { opened: null }
  const open = () =>
    new Promise<BrowserPage>((resolve, reject) => {
      withPage((page) => {
        resolve(page)
        return new Promise<never>(() => undefined)
      }).catch((error: unknown) => {
        state.opened = null
        reject(error)
      })
    })
  return async (use) => {
    state.opened ??= open()
    return use(await state.opened)
  }
}
