#!/usr/bin/env node

// The `lectern` program: runs the command line and sets the exit code.

import { setFlagsFromString } from 'node:v8'
import { escapeControls } from './escape-controls.ts'
import { errorMessageFor, exitCodeOf } from './exit-code.ts'
import { run } from './run.ts'
import { StoppedError } from './stopped-error.ts'

// In Node 20, V8 optimizes functions so early that optimizing takes a quarter of a run's processor time. Later versions
// wait longer, and print an error for this flag.
if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=500000')

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new StoppedError(signal)))
// A closed pipe is not an error: in "lectern … | head", the reader stops early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await run(process.argv.slice(2), stop.signal)
} catch (error) {
  const reason = stop.signal.aborted ? stop.signal.reason : error
  process.exitCode = exitCodeOf(reason)
  const message = errorMessageFor(reason)
  if (message !== null) process.stderr.write(`${escapeControls(message)}\n`)
}
