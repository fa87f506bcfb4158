import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect } from 'vitest'

export const PROGRAM = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

export interface Running {
  /** The text for its standard input. */
  readonly input?: string | Uint8Array
  readonly env?: NodeJS.ProcessEnv
}

/** Makes a new folder for each test, and runs the program in it like a user. */
export function inFolder() {
  const state = { folder: '' }
  beforeEach(() => {
    state.folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'))
  })
  afterEach(() => rmSync(state.folder, { recursive: true, force: true }))
  return {
    at: (...names: readonly string[]) => join(state.folder, ...names),
    lectern: (words: readonly string[], { input = '', env = {} }: Running = {}): Promise<Ended> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [PROGRAM, ...words], {
          cwd: state.folder,
          env: { ...process.env, ...env },
        })
        const text = { out: '', error: '' }
        child.stdout.on('data', (chunk) => (text.out += chunk))
        child.stderr.on('data', (chunk) => (text.error += chunk))
        child.on('close', (code) => {
          expect(text.error, 'no stack trace').not.toMatch(/^\s+at .+:\d+/m)
          resolve({ code, ...text })
        })
        child.stdin.on('error', () => undefined)
        child.stdin.end(input)
      }),
  }
}
