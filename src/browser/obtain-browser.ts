// Decides which browser a conversion uses.

import { ignore } from '../model/sources.ts'
import type { Browser } from './browser.ts'
import { NoBrowserError } from './errors.ts'
import { type BrowserProvider, keepBrowser, type WarningHandler } from './kept-browser.ts'

/** The browser to launch for a conversion, and the signal that stops it. */
export interface BrowserLaunchOptions {
  /** The path or command of a browser; null for the first one found. */
  readonly executable: string | null
  readonly signal: AbortSignal | undefined
}

/**
 * Runs `use` with the caller's own browser (null for none) or, if that is undefined, with a browser that is launched
 * now and closed after use.
 */
export async function withBrowserProvider<T>(
  callersBrowser: Browser | BrowserProvider | null | undefined,
  options: BrowserLaunchOptions,
  use: (getBrowser: BrowserProvider | null) => Promise<T>,
): Promise<T> {
  if (callersBrowser === null || typeof callersBrowser === 'function') return use(callersBrowser)
  if (callersBrowser !== undefined) return use(async () => callersBrowser)
  const kept = keepBrowser(options)
  try {
    return await use(kept.getBrowser)
  } finally {
    await kept.close()
  }
}

/** A browser, or the reason why there is none. */
export type ObtainedBrowser =
  | { readonly browser: Browser; readonly reason: '' }
  | { readonly browser: null; readonly reason: string }

export interface BrowserRequest {
  /** Whether the work cannot be done without a browser. */
  readonly isNeeded: boolean
  readonly notice?: WarningHandler | undefined
}

/**
 * Waits for the browser. If none is found and none is needed, the work continues without one.
 * @throws {NoBrowserError} if one is needed
 */
export async function obtainBrowser(
  getBrowser: BrowserProvider | null,
  { isNeeded, notice = ignore }: BrowserRequest,
): Promise<ObtainedBrowser> {
  if (getBrowser === null) return { browser: null, reason: 'You asked Lectern not to use one.' }
  try {
    return { browser: await getBrowser(notice), reason: '' }
  } catch (error) {
    if (isNeeded || !(error instanceof NoBrowserError)) throw error
    return { browser: null, reason: error.message }
  }
}

/**
 * Opens the second page of a kept browser in the background, because opening it takes as long as measuring many
 * slides. If that fails, the caller that needs the page gets the error.
 */
export function openSecondPage(getBrowser: BrowserProvider, notice: WarningHandler = ignore): void {
  getBrowser(notice)
    .then(({ withSecondPage }) => withSecondPage(async () => undefined))
    .catch(ignore)
}
