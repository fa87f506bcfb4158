// Runs the tests. `npm test` builds, checks types and style, and runs all against a bundle of the source
// (`bundled-source.ts`); `npm test -- <file…>` runs these files at once, against the source itself. Tests of the command
// line run the built program, so build it first (`npm run build`) if it has changed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'

const args = process.argv.slice(2)
const isAll = args.length === 0

/** Ends with the exit code of a command that fails. */
async function run(command) {
  const [code] = await once(spawn(command, { shell: true, stdio: 'inherit' }), 'close')
  if (code !== 0) process.exit(code ?? 1)
}

/** Runs commands at the same time, each with its output in one piece. Ends with the exit code of one that fails. */
async function runTogether(...commands) {
  const codes = await Promise.all(
    commands.map(async (command) => {
      const child = spawn(`{ ${command}; } 2>&1`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] })
      const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
      process.stdout.write(output)
      return code ?? 1
    }),
  )
  const failed = codes.find((code) => code !== 0)
  if (failed !== undefined) process.exit(failed)
}

if (isAll)
  await runTogether(
    // The scripts import what is built.
    'npm run --silent build && tsc --project test/tsconfig.scripts.json',
    // With several threads, each checks again what they share: a third more processor time.
    'tsc --project test --singleThreaded && npm run --silent lint',
  )
else if (!existsSync('dist/bin/main.js')) await run('npm run --silent build')
const vitest = `vitest run --config test/vitest.config.ts${isAll ? ' --mode bundled' : ''}`
await run([vitest, ...args.map((each) => JSON.stringify(each))].join(' '))
