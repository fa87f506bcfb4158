import { homedir } from 'node:os'
import { join } from 'node:path'
import { find } from '../../dist/browser/find.js'
import { withUnpacked } from '../../dist/browser/unpack-browser.js'

/** Runs `use` with the path of the browser's program and its environment, to launch it without Lectern. */
export async function withProgram(use) {
  const found = await find(null)
  if (found.source !== 'package') return use({ program: found.path, environment: {} })
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lectern')
  return withUnpacked({ packed: { folder: found.path, version: found.version }, cache, warn() {} }, use)
}
