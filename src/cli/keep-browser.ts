import type { Browser } from '../browser/browser.ts'
import { type Support, withAnyBrowser } from '../convert.ts'
import type { Choices } from '../settings/settings.ts'

/** One browser, with one page, for as many builds as there are. */
export interface KeptBrowser {
  /** The browser, launched when it is first asked for and anew where it has died; null where there is none. */
  lend(): Promise<Browser | null>
  close(): Promise<void>
}

/** Opening a page takes longer than measuring a slide, so one is kept. */
export function keepBrowser(choices: Choices, support: Support): KeptBrowser {
  const state: { lent: Promise<Browser | null> | null; work: Promise<void>; release: () => void } = {
    lent: null,
    work: Promise.resolve(),
    release: () => undefined,
  }
  const launch = () =>
    new Promise<Browser | null>((resolve, reject) => {
      state.work = withAnyBrowser({ ...choices, formats: [] }, support, async (browser) => {
        if (browser === null) return resolve(null)
        await browser.withPage((page) => {
          resolve({ ...browser, withPage: (use) => use(page) })
          return new Promise<void>((release) => {
            state.release = release
          })
        })
      }).catch((error) => {
        state.lent = null
        reject(error)
      })
    })
  return {
    lend() {
      state.lent ??= launch()
      return state.lent
    },
    async close() {
      state.release()
      await state.work
    },
  }
}
