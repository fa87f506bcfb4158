import { commandLine } from './command-line.ts'

/** Runs one command line to its end and gives the exit code. Throws what goes wrong. */
export async function run(words: readonly string[], signal: AbortSignal): Promise<number> {
  let code = 0
  // Help and wrong usage need not wait for what the work needs.
  const program = commandLine({
    build: async (request) => {
      const { build } = await import('./build.ts')
      code = await build(request, signal)
    },
    theme: async (request) => {
      const { themes } = await import('./themes.ts')
      code = await themes(request, signal)
    },
    present: async (request) => {
      const { present } = await import('./present.ts')
      code = await present(request, signal)
    },
  })
  await program.parseAsync(words, { from: 'user' })
  return code
}
