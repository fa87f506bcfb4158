// Runs a command.

import type { KeptBrowser } from '../browser/kept-browser.ts'
import { commandLine, type Request } from './command-line.ts'

/** Runs a command line and returns the exit code. Errors are thrown. */
export async function run(words: readonly string[], signal: AbortSignal): Promise<number> {
  let code = 0
  // Each command loads its modules only when it runs, so that help and usage errors are fast.
  const program = commandLine({
    build: async (request) => {
      code = await withLaunched(request, signal, async (browser) => {
        const { build } = await import('./build.ts')
        return build(request, { signal, browser })
      })
    },
    outline: async (request) => {
      const { outlineArticle } = await import('./outline.ts')
      code = await outlineArticle(request, signal)
    },
    start: async (request) => {
      const { startTalk } = await import('./new.ts')
      code = await startTalk(request)
    },
    doctor: async (request) => {
      const { doctor } = await import('./doctor/doctor.ts')
      code = await doctor(request, signal)
    },
    theme: async (request) => {
      const { themes } = await import('./themes.ts')
      code = await themes(request, signal)
    },
    present: async (request) => {
      code = await withLaunched(request, signal, async (browser) => {
        const { present } = await import('./present.ts')
        return present(request, { signal, browser })
      })
    },
  })
  // Without arguments, the help goes to standard error.
  if (words.length === 0) program.help({ error: true })
  await program.parseAsync(words, { from: 'user' })
  return code
}

/** Launches the browser while the rest of the program is still loading. */
async function withLaunched(
  { choices }: Pick<Request, 'choices'>,
  signal: AbortSignal,
  use: (browser: KeptBrowser) => Promise<number>,
): Promise<number> {
  const { keepBrowser } = await import('../browser/kept-browser.ts')
  const browser = keepBrowser({ executable: choices.browser ?? null, signal })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}
