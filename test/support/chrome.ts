import { homedir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import { findBrowser } from '../../src/browser/find-browser.ts'
import { type BrowserProgram, withUnpackedBrowser } from '../../src/browser/unpack-browser.ts'

/**
 * Launches an ordinary browser, like a speaker's, in which a saved deck is opened: scripts run, windows open, files
 * load.
 */
export async function withChrome<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const found = await findBrowser(null)
  if (found.source !== 'package') return launch({ program: found.path, environment: {} }, use)
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lectern')
  const packagedBrowser = { folder: found.path, version: found.version }
  return withUnpackedBrowser({ packagedBrowser, cache, warn: () => {} }, (unpacked) => launch(unpacked, use))
}

async function launch<T>({ program, environment }: BrowserProgram, use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await puppeteer.launch({
    executablePath: program,
    timeout: 0,
    protocolTimeout: PROTOCOL_TIMEOUT,
    env: { ...process.env, ...environment },
    headless: /shell|lectern/.test(program) ? 'shell' : true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** In milliseconds: shorter than the timeout of a test, so that the error names the call that hangs. */
const PROTOCOL_TIMEOUT = 240_000
