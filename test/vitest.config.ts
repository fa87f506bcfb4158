import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/tally.ts'],
    // On two cores, a third of the time is idle with two workers, because tests wait for a browser.
    maxWorkers: 3,
    // No module of src/ has a state, so the files of a worker share them. Loading them anew took a fifth of the run.
    isolate: false,
    // In milliseconds: these end what hangs, and nothing that is slow because the machine has other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { requireAssertions: true },
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'json'],
      reportOnFailure: true,
      reportsDirectory: 'dist/coverage',
    },
  },
})
