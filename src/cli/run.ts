// Runs the command that the user typed.

import type { KeptBrowser, keepBrowser } from '../browser/kept-browser.ts'
import { createCommandLine } from './command-line.ts'
import type { UseBrowser } from './run-theme-command.ts'

/**
 * Runs a command line and returns the exit code. Errors are thrown. With `keep`, the kept browser is used instead of
 * launching one, except for `doctor` and `outline`.
 */
export async function run(args: readonly string[], signal: AbortSignal, keep?: typeof keepBrowser): Promise<number> {
  let code = 0
  // Each command loads its modules only when it runs, so that help and usage errors are fast.
  const program = createCommandLine({
    build: async (request) => {
      code = await withKeptBrowser(request.choices.browser, { signal, keep }, async (browser) => {
        const { build } = await import('./build.ts')
        return build(request, { signal, browser })
      })
    },
    outline: async (request) => {
      const { outlineArticle } = await import('./outline.ts')
      code = await outlineArticle(request, signal)
    },
    new: async (request) => {
      const { createTalk } = await import('./new.ts')
      code = await createTalk(request)
    },
    doctor: async (request) => {
      const { runDoctor } = await import('./doctor/doctor.ts')
      code = await runDoctor(request, signal)
    },
    theme: async (request) => {
      const { runThemeCommand } = await import('./run-theme-command.ts')
      const useBrowser: UseBrowser = (executable, use) => withKeptBrowser(executable, { signal, keep }, use)
      code = await runThemeCommand(request, { signal, useBrowser })
    },
    present: async (request) => {
      code = await withKeptBrowser(request.choices.browser, { signal, keep }, async (browser) => {
        const { present } = await import('./present.ts')
        return present(request, { signal, browser })
      })
    },
  })
  // Without arguments, the help goes to standard error.
  if (args.length === 0) program.help({ error: true })
  await program.parseAsync(args, { from: 'user' })
  return code
}

/** Calls `use` with a browser, which launches while the rest of the program is still loading. */
async function withKeptBrowser<T>(
  executable: string | null | undefined,
  { signal, keep }: { readonly signal: AbortSignal; readonly keep: typeof keepBrowser | undefined },
  use: (browser: KeptBrowser) => Promise<T>,
): Promise<T> {
  const launch = keep ?? (await import('../browser/kept-browser.ts')).keepBrowser
  const browser = launch({ executable: executable ?? null, signal })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}
