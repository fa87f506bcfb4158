// Finds the browser in the npm package @sparticuz/chromium.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Machine } from './machine.ts'

/** A browser in the npm package @sparticuz/chromium, not yet unpacked. */
export interface PackagedBrowser {
  /** The folder that contains its archives. */
  readonly folder: string
  /** The package's version, such as `143.0.4`. */
  readonly version: string
}

/** Finds the archives of @sparticuz/chromium; null if it is not installed or not built for this machine. */
export async function findPackagedBrowser(machine: Machine): Promise<PackagedBrowser | null> {
  if (machine.platform !== 'linux' || machine.architecture !== 'x64' || !existsSync(LOADER)) return null
  const root = packageFolder()
  if (root === null || !ARCHIVES.every((name) => existsSync(join(root, 'bin', name)))) return null
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return typeof version === 'string' ? { folder: join(root, 'bin'), version } : null
}

/** The program, the libraries that a minimal system lacks, and one font family. */
export const ARCHIVES = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'] as const

/** The loader that the program needs. Only systems with glibc have it. */
const LOADER = '/lib64/ld-linux-x86-64.so.2'

/**
 * Finds the folder of the package without running its code; null if it is not installed. The package does not export
 * its package.json.
 */
function packageFolder(): string | null {
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const root = dirname(dirname(dirname(main)))
    return existsSync(join(root, 'package.json')) ? root : null
  } catch {
    return null
  }
}
