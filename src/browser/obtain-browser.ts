// Decides which browser a conversion uses.

import { ignore } from '../model/sources.ts'
import type { Browser } from './browser.ts'
import { NoBrowser } from './errors.ts'
import { type BrowserProvider, keepBrowser, type WarningHandler } from './kept-browser.ts'

/** The browser to launch for a conversion, and the signal that stops it. */
export interface BorrowOptions {
  /** Null for the first one found. */
  readonly executable: string | null
  readonly signal: AbortSignal | undefined
}

/**
 * Runs `use` with the caller's own browser (null for none), or with a browser that is launched now and closed after
 * use.
 */
export async function withBrowserProvider<T>(
  given: Browser | BrowserProvider | null | undefined,
  launching: BorrowOptions,
  use: (getBrowser: BrowserProvider | null) => Promise<T>,
): Promise<T> {
  if (given !== undefined) return use(given === null || typeof given === 'function' ? given : async () => given)
  const kept = keepBrowser(launching)
  try {
    return await use(kept.getBrowser)
  } finally {
    await kept.close()
  }
}

/** A browser, or the reason why there is none. */
export type ObtainedBrowser =
  | { readonly browser: Browser; readonly lack: '' }
  | { readonly browser: null; readonly lack: string }

export interface BrowserNeed {
  /** Whether the work cannot be done without a browser. */
  readonly isNeeded: boolean
  readonly notice?: WarningHandler | undefined
}

/**
 * Waits for the browser. If none is found and none is needed, the work goes on without one.
 * @throws {NoBrowser} if one is needed
 */
export async function obtainBrowser(
  getBrowser: BrowserProvider | null,
  { isNeeded, notice = ignore }: BrowserNeed,
): Promise<ObtainedBrowser> {
  if (getBrowser === null) return { browser: null, lack: 'You asked for none to be used.' }
  try {
    return { browser: await getBrowser(notice), lack: '' }
  } catch (error) {
    if (isNeeded || !(error instanceof NoBrowser)) throw error
    return { browser: null, lack: error.message }
  }
}
