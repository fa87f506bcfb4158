// Checks Node, fonts, folders and Pandoc for `lectern doctor`.

import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { access, constants, readdir, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from '../../browser/cache-folder.ts'
import { UNRESTRICTED } from '../../model/sources.ts'
import { findFontPackage } from '../../theme/font-packages.ts'
import { formatSize } from '../../util/format-size.ts'
import type { LecternManifest } from '../manifest.ts'
import type { Finding } from './finding.ts'

export function checkNode({ version, engines }: LecternManifest): Finding {
  const fact = `${process.version.slice(1)}, on ${process.platform} ${process.arch}; Lectern ${version}`
  const minimum = engines.node.replace('>=', '')
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [minimumMajor = 0, minimumMinor = 0] = minimum.split('.').map(Number)
  const isSupported = major > minimumMajor || (major === minimumMajor && minor >= minimumMinor)
  return isSupported
    ? { state: 'ok', subject: 'Node.js', fact }
    : { state: 'fail', subject: 'Node.js', fact, remedy: `Install ${minimum} or later from https://nodejs.org.` }
}

/** Checks the fonts that come with Lectern, which are in separate packages. */
export function checkFonts({ dependencies }: LecternManifest): Finding {
  const names = Object.keys(dependencies).filter((name) => name.startsWith('@fontsource/'))
  const missing = names.filter((name) => findFontPackage(name, '/', UNRESTRICTED) === null)
  return missing.length === 0
    ? { state: 'ok', subject: 'fonts', fact: `all ${names.length} that come with Lectern, including one for emoji` }
    : { state: 'fail', subject: 'fonts', fact: `missing: ${missing.join(', ')}`, remedy: 'Reinstall Lectern with npm.' }
}

export async function checkCache(): Promise<Finding> {
  const folder = cacheFolder({ environment: process.env, home: homedir() })
  const subject = 'cache'
  if (await isWritable(nearestExisting(folder))) {
    const size = await sizeOf(folder)
    return { state: 'ok', subject, fact: `${folder}, ${formatSize(size)}; it may be deleted` }
  }
  const remedy = 'Set XDG_CACHE_HOME to a folder that you can write to; otherwise the browser is unpacked on every run.'
  return { state: 'note', subject, fact: `${folder} is not writable`, remedy }
}

export function checkTemporaryFolder(): Finding {
  const subject = 'temporary files'
  try {
    rmSync(mkdtempSync(join(tmpdir(), 'lectern-')), { recursive: true })
    return { state: 'ok', subject, fact: tmpdir() }
  } catch {
    return { state: 'fail', subject, fact: `${tmpdir()} is not writable`, remedy: 'Set TMPDIR to a folder that is.' }
  }
}

/** Checks Pandoc, which is needed only for the formats that it converts. */
export async function checkPandoc(): Promise<Finding> {
  const subject = 'Pandoc'
  try {
    const { stdout } = await promisify(execFile)('pandoc', ['--version'], { timeout: 15_000 })
    return { state: 'ok', subject, fact: (stdout.split('\n')[0] ?? '').replace(/^\S+ /, '') }
  } catch {
    const fact = 'not found; it is needed only for OpenDocument, EPUB, RTF, LaTeX and the like'
    return { state: 'note', subject, fact, remedy: 'Install it from https://pandoc.org/installing.html.' }
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder))
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)))
  return sizes.reduce((sum, status) => sum + (status?.isFile() ? status.size : 0), 0)
}
