import { type Browser, type BrowserOptions, withBrowser } from './browser.ts'
import { NoBrowser } from './errors.ts'

/** Hears what is to be said of the machine, such as that the browser runs without its sandbox. */
export type Notice = BrowserOptions['warn']

/**
 * The browser, once it runs; launched anew where it has died. What is to be said of it is said to the first who asks.
 * @throws {NoBrowser} where there is none or it does not start
 */
export type Lend = (notice: Notice) => Promise<Browser>

/** One browser, with one page, for as many decks as there are. */
export interface KeptBrowser {
  readonly lend: Lend
  /** Ends it at once, whether it runs or is being launched. Nothing of it is left then. */
  close(): Promise<void>
}

/** Launches a browser while its user is at other things. Opening a page takes longer than measuring a slide, so one is kept. */
export function keepBrowser(options: Omit<BrowserOptions, 'warn'>): KeptBrowser {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])])
  const untold: Parameters<Notice>[] = []
  const state: { lent: Promise<Browser> | null; work: Promise<void>; hasRun: boolean } = {
    lent: null,
    work: Promise.resolve(),
    hasRun: false,
  }
  const launch = () => {
    const warn: Notice = (...warning) => void untold.push(warning)
    const lent = new Promise<Browser>((resolve, reject) => {
      state.work = withBrowser({ ...options, warn, signal }, (browser) =>
        browser.withPage((page) => {
          state.hasRun = true
          resolve({ ...browser, withPage: (use) => use(page) })
          return new Promise<never>(() => undefined)
        }),
      ).catch((error) => {
        // Where none has ever run, none will for the next.
        if (state.hasRun || !(error instanceof NoBrowser)) state.lent = null
        reject(error)
      })
    })
    // It may fail before anybody waits for it, or when nobody will.
    lent.catch(() => undefined)
    return lent
  }
  state.lent = launch()
  return {
    async lend(notice) {
      state.lent ??= launch()
      try {
        return await state.lent
      } finally {
        for (const warning of untold.splice(0)) notice(...warning)
      }
    },
    async close() {
      stop.abort()
      await state.work
    },
  }
}
