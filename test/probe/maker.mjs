// A child process that makes one deck after another with one browser: it gets `{ path, out }`, and answers with the
// result.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { VFile } from 'vfile'
import { withBrowser } from '../../dist/browser/browser.js'
import { convert } from '../../dist/convert.js'
import { UnreadableError } from '../../dist/read/unreadable-error.js'
import { ThemeError } from '../../dist/theme/theme-error.js'

await withBrowser({ executable: null, warn() {} }, async (browser) => {
  const ended = new Promise((resolve) => process.once('disconnect', resolve))
  process.on('message', async ({ path, out }) => process.send?.(await make({ path, out, browser })))
  process.send?.({ status: 'ready' })
  await ended
})

async function make({ path, out, browser }) {
  const file = new VFile({ path: basename(path), cwd: dirname(path), value: readFileSync(path) })
  try {
    const { files } = await convert(file, { formats: ['html'] }, { browser })
    const [bytes] = files.values()
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(out, bytes)
    return { status: 'made' }
  } catch (error) {
    if (error instanceof UnreadableError || error instanceof ThemeError)
      return { status: 'refused', said: error.message }
    return { status: 'failed', said: error instanceof Error ? error.stack : String(error) }
  }
}
