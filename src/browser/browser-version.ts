// Reads the version of a browser without launching it.

import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { Machine } from './machine.ts'

/** The version of a program (null if it cannot be found without launching it), or the reason why it does not run. */
export type VersionResult =
  | { readonly runs: true; readonly version: string | null }
  | { readonly runs: false; readonly reason: string }

/**
 * Asks a browser for its version without launching it. `reason` continues a sentence that begins with the path.
 * @throws only the abort reason of `machine.signal`
 */
export async function readVersion(path: string, { platform, signal }: Machine): Promise<VersionResult> {
  // On Windows `chrome.exe --version` opens a window.
  if (platform === 'win32') return { runs: true, version: await versionFromFolder(path) }
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], {
      timeout: VERSION_TIMEOUT,
      killSignal: 'SIGKILL',
      signal,
    })
    const version = VERSION.exec(stdout)?.[0]
    if (version !== undefined) return { runs: true, version }
    return { runs: false, reason: `is not Chrome or Chromium: it calls itself "${firstLine(stdout)}"` }
  } catch (error) {
    signal?.throwIfAborted()
    return { runs: false, reason: failureReason(error) }
  }
}

/** Whether a version supports everything that our pages need. An unknown version is assumed to be new enough. */
export function isNewEnough(version: string | null): boolean {
  return version === null || Number.parseInt(version, 10) >= OLDEST_VERSION
}

/** Chrome 131 was the first version with page margin boxes, which number the pages of a handout. */
export const OLDEST_VERSION = 131

/** In milliseconds. A Chromium from the snap store takes several seconds to report its version the first time. */
const VERSION_TIMEOUT = 15_000

const VERSION = /\b\d+\.\d+\.\d+\.\d+\b/

/**
 * Reads the version from the name of a folder: on Windows, Chrome and Edge keep their files in a folder named after the
 * version, next to the program.
 */
async function versionFromFolder(path: string): Promise<string | null> {
  const names = await readdir(dirname(path)).catch(() => [])
  const versions = names.filter((name) => VERSION.exec(name)?.[0] === name)
  return versions.toSorted((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))[0] ?? null
}

function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return 'does not run'
  const { code, killed, stderr } = { code: undefined, killed: false, stderr: '', ...error }
  if (killed === true) return `did not report its version within ${VERSION_TIMEOUT / 1000} seconds`
  const knownReason = typeof code === 'string' ? REASONS[code] : undefined
  const output = typeof stderr === 'string' ? firstLine(stderr) : ''
  return knownReason ?? (output === '' ? 'does not run' : `does not run: ${output}`)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'is not an executable program',
  ENOEXEC: 'is not a program that runs on this machine',
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').slice(0, 200)
}
