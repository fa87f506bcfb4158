import { homedir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { findBrowser } from '../../../dist/browser/find-browser.js'
import { withUnpackedBrowser } from '../../../dist/browser/unpack-browser.js'

/** Launches an ordinary browser, like a speaker's, in which a saved deck is opened and its scripts run. */
export async function withChrome(use) {
  const found = await findBrowser(null)
  if (found.source !== 'package') return launch({ program: found.path, environment: {} }, use)
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lectern')
  const packagedBrowser = { folder: found.path, version: found.version }
  return withUnpackedBrowser({ packagedBrowser, cache, warn: () => {} }, (unpacked) => launch(unpacked, use))
}

async function launch({ program, environment }, use) {
  const browser = await puppeteer.launch({
    executablePath: program,
    env: { ...process.env, ...environment },
    headless: /shell|lectern/.test(program) ? 'shell' : true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    protocolTimeout: 120_000,
  })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}
