import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { bundledSource } from './bundled-source.ts'

/** Small files with long tests. The largest files begin first, so one of these would run alone at the end. */
const LONG = ['fuzz/fuzz', 'memory', 'readme', 'cli/theme-commands', 'package']

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(`/test/${name}.test.ts`))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig(async ({ mode }) => ({
  plugins: mode === 'bundled' ? [await bundledSource()] : [],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/tally.ts'],
    // On two cores, a third of the time is idle with two workers, because tests wait for a browser; three take 3 % longer.
    maxWorkers: 4,
    // A process runs one file after another. A new one for each file would take a fifth of the time to start and load.
    isolate: false,
    // In MiB. With the default of 16, a sixth of the time of tests without a browser goes into collecting garbage.
    execArgv: ['--max-semi-space-size=32'],
    sequence: { sequencer: LongFirst },
    // In milliseconds: these end what hangs, and nothing that is slow because the machine has other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 300_000,
    expect: { requireAssertions: true },
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'json'],
      reportOnFailure: true,
      reportsDirectory: 'dist/coverage',
    },
  },
}))
