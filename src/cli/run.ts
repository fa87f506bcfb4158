import { commandLine } from './command-line.ts'

/** Runs one command line to its end and gives the exit code. Throws what goes wrong. */
export async function run(words: readonly string[], signal: AbortSignal): Promise<number> {
  let code = 0
  const program = commandLine(async (request) => {
    // Help and wrong usage need not wait for what the work needs.
    const { build } = await import('./build.ts')
    code = await build(request, signal)
  })
  await program.parseAsync(words, { from: 'user' })
  return code
}
