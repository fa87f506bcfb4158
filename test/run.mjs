// Runs the tests. `npm test` builds, checks types and style, and runs all against a bundle of the source
// (`bundled-source.ts`); `npm test -- <file…>` runs these files at once, against the source itself. Tests of the command
// line run the built program, so build it first (`npm run build`) if it has changed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const args = process.argv.slice(2)
const run = (command) => {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
const isAll = args.length === 0
if (isAll || !existsSync('dist/bin/main.js')) run('npm run --silent build')
if (isAll) run('tsc --project test && tsc --project test/tsconfig.scripts.json && npm run --silent lint')
const vitest = `vitest run --config test/vitest.config.ts${isAll ? ' --mode bundled' : ''}`
run([vitest, ...args.map((each) => JSON.stringify(each))].join(' '))
