// Runs Pandoc in its sandbox.

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The limits of one run of Pandoc. */
export const PANDOC_LIMITS = {
  /** The maximum size of the input, in bytes. */
  bytes: 32 * 1024 * 1024,
  /**
   * The maximum amount of memory, in the notation of Pandoc's runtime options. A book with pictures needs a third of
   * it.
   */
  memory: '1g',
  /** In milliseconds. */
  time: 60_000,
  /** The maximum size of the output, in bytes. */
  output: 32 * 1024 * 1024,
} as const

/** The outcome of a run. */
export type PandocRun =
  | { readonly type: 'done'; readonly html: string }
  | { readonly type: 'missing' }
  | { readonly type: 'too slow' }
  | { readonly type: 'too large' }
  | { readonly type: 'failed'; readonly errorOutput: string }

export interface PandocTask {
  /** Pandoc's name for the input format. */
  readonly from: string
  readonly signal: AbortSignal | undefined
  /** In milliseconds. */
  readonly time?: number | undefined
}

/**
 * Converts a document to HTML with the Pandoc on the PATH. Pandoc gets the bytes, but no access to files or the
 * network: `--sandbox` denies both to its readers, and no option is used that works outside the sandbox, such as those
 * that embed or extract pictures. It runs in an empty folder, so that it does not find the user's settings.
 * @throws the signal's reason if the signal aborts
 */
export async function runPandoc(input: Uint8Array, { from, signal, time }: PandocTask): Promise<PandocRun> {
  signal?.throwIfAborted()
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pandoc-'))
  try {
    return await runIn(folder, input, { from, signal, time })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function runIn(
  folder: string,
  input: Uint8Array,
  { from, signal, time = PANDOC_LIMITS.time }: PandocTask,
): Promise<PandocRun> {
  return new Promise((resolve, reject) => {
    const { GHCRTS: _, ...env } = process.env
    const child = spawn('pandoc', argumentsFor(from, folder), { cwd: folder, env, windowsHide: true })
    const output = { html: [] as Buffer[], length: 0, errorOutput: '' }
    const finish = (run: PandocRun | null) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      child.kill('SIGKILL')
      // If Pandoc is a script, the program that it started lives on, and would write for ever to what is still read.
      child.stdout.destroy()
      child.stderr.destroy()
      if (run === null) reject(signal?.reason)
      else resolve(run)
    }
    const abort = () => finish(null)
    const timer = setTimeout(() => finish({ type: 'too slow' }), time)
    signal?.addEventListener('abort', abort, { once: true })
    child.stdout.on('data', (chunk: Buffer) => {
      output.html.push(chunk)
      output.length += chunk.length
      if (output.length > PANDOC_LIMITS.output) finish({ type: 'too large' })
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (output.errorOutput.length < MAX_ERROR_OUTPUT) output.errorOutput += chunk.toString('utf8')
    })
    child.once('error', () => finish({ type: 'missing' }))
    child.once('close', (code) => {
      if (code === 0) finish({ type: 'done', html: Buffer.concat(output.html).toString('utf8') })
      else if (/heap exhausted|out of memory/i.test(output.errorOutput)) finish({ type: 'too large' })
      else finish({ type: 'failed', errorOutput: output.errorOutput })
    })
    // Pandoc may exit before it has read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** In characters. */
const MAX_ERROR_OUTPUT = 16_000

function argumentsFor(from: string, folder: string): readonly string[] {
  return [
    '--sandbox',
    `--from=${from}`,
    '--to=html5',
    // Only a standalone document contains the title and the authors.
    '--standalone',
    '--mathml',
    '--wrap=none',
    `--data-dir=${folder}`,
    '--quiet',
    '+RTS',
    `-M${PANDOC_LIMITS.memory}`,
    '-RTS',
  ]
}
