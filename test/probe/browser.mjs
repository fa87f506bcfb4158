import { homedir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../dist/browser/find-browser.js'
import { withUnpackedBrowser } from '../../dist/browser/unpack-browser.js'

/** Runs `use` with the path of the browser's program and its environment, to launch it without Lectern. */
export async function withProgram(use) {
  const found = await findBrowser(null)
  if (found.source !== 'package') return use({ program: found.path, environment: {} })
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lectern')
  const packagedBrowser = { folder: found.path, version: found.version }
  return withUnpackedBrowser({ packagedBrowser, cache, warn() {} }, use)
}
