// Runs the command that the user typed.

import type { KeptBrowser, keepBrowser } from '../browser/kept-browser.ts'
import { type BuildRequest, createCommandLine } from './command-line.ts'

/**
 * Runs a command line and returns the exit code. Errors are thrown. With `keep`, the browser of decks is not launched
 * but comes from there.
 */
export async function run(args: readonly string[], signal: AbortSignal, keep?: typeof keepBrowser): Promise<number> {
  let code = 0
  // Each command loads its modules only when it runs, so that help and usage errors are fast.
  const program = createCommandLine({
    build: async (request) => {
      code = await withKeptBrowser(request, { signal, keep }, async (browser) => {
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
      code = await runThemeCommand(request, signal)
    },
    present: async (request) => {
      code = await withKeptBrowser(request, { signal, keep }, async (browser) => {
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
async function withKeptBrowser(
  { choices }: Pick<BuildRequest, 'choices'>,
  { signal, keep }: { readonly signal: AbortSignal; readonly keep: typeof keepBrowser | undefined },
  use: (browser: KeptBrowser) => Promise<number>,
): Promise<number> {
  const launch = keep ?? (await import('../browser/kept-browser.ts')).keepBrowser
  const browser = launch({ executable: choices.browser ?? null, signal })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}
