// Decides which browser a conversion uses.

import { ignore } from '../model/sources.ts'
import type { Browser } from './browser.ts'
import { NoBrowser } from './errors.ts'
import { keepBrowser, type Lend, type Notice } from './kept-browser.ts'

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
export async function withLender<T>(
  given: Browser | Lend | null | undefined,
  launching: BorrowOptions,
  use: (lend: Lend | null) => Promise<T>,
): Promise<T> {
  if (given !== undefined) return use(given === null || typeof given === 'function' ? given : async () => given)
  const kept = keepBrowser(launching)
  try {
    return await use(kept.lend)
  } finally {
    await kept.close()
  }
}

/** A browser, or the reason why there is none. */
export type Borrowed =
  | { readonly browser: Browser; readonly lack: '' }
  | { readonly browser: null; readonly lack: string }

export interface Borrowing {
  /** Whether the work cannot be done without a browser. */
  readonly isNeeded: boolean
  readonly notice?: Notice | undefined
}

/**
 * Waits for the browser. If none is found and none is needed, the work goes on without one.
 * @throws {NoBrowser} if one is needed
 */
export async function borrow(lend: Lend | null, { isNeeded, notice = ignore }: Borrowing): Promise<Borrowed> {
  if (lend === null) return { browser: null, lack: 'You asked for none to be used.' }
  try {
    return { browser: await lend(notice), lack: '' }
  } catch (error) {
    if (isNeeded || !(error instanceof NoBrowser)) throw error
    return { browser: null, lack: error.message }
  }
}
