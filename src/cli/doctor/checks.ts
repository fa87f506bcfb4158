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
import type { LecternManifest } from '../manifest.ts'
import type { Finding } from './finding.ts'

export function checkNode({ version, engines }: LecternManifest): Finding {
  const fact = `${process.version.slice(1)}, on ${process.platform} ${process.arch}; Lectern ${version}`
  const least = engines.node.replace('>=', '')
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number)
  const isNew = major > leastMajor || (major === leastMajor && minor >= leastMinor)
  return isNew
    ? { state: 'ok', what: 'Node.js', fact }
    : { state: 'lacks', what: 'Node.js', fact, remedy: `Install ${least} or later from https://nodejs.org.` }
}

/** Checks the fonts that come with Lectern, which are separate packages. */
export function checkFonts({ dependencies }: LecternManifest): Finding {
  const names = Object.keys(dependencies).filter((name) => name.startsWith('@fontsource/'))
  const missing = names.filter((name) => findFontPackage(name, '/', UNRESTRICTED) === null)
  return missing.length === 0
    ? { state: 'ok', what: 'fonts', fact: `all ${names.length} that come with Lectern, one for emoji among them` }
    : { state: 'lacks', what: 'fonts', fact: `no ${missing.join(', ')}`, remedy: 'Reinstall Lectern with npm.' }
}

export async function checkCache(): Promise<Finding> {
  const folder = cacheFolder({ environment: process.env, home: homedir() })
  const what = 'cache'
  if (await isWritable(nearest(folder))) {
    const size = await sizeOf(folder)
    return { state: 'ok', what, fact: `${folder}, ${Math.round(size / 1024 / 1024)} MB; it may be deleted` }
  }
  const remedy = 'Set XDG_CACHE_HOME to a folder that you can write to; otherwise the browser is unpacked on every run.'
  return { state: 'note', what, fact: `${folder} is not writable`, remedy }
}

export function checkTemporary(): Finding {
  const what = 'temporary files'
  try {
    rmSync(mkdtempSync(join(tmpdir(), 'lectern-')), { recursive: true })
    return { state: 'ok', what, fact: tmpdir() }
  } catch {
    return { state: 'lacks', what, fact: `${tmpdir()} is not writable`, remedy: 'Set TMPDIR to a folder that is.' }
  }
}

/** Checks Pandoc, which only the formats that it reads need. */
export async function checkPandoc(): Promise<Finding> {
  const what = 'Pandoc'
  try {
    const { stdout } = await promisify(execFile)('pandoc', ['--version'], { timeout: 15_000 })
    return { state: 'ok', what, fact: (stdout.split('\n')[0] ?? '').replace(/^\S+ /, '') }
  } catch {
    const fact = 'not found; it is needed only for OpenDocument, EPUB, RTF, LaTeX and the like'
    return { state: 'note', what, fact, remedy: 'Install it from https://pandoc.org/installing.html.' }
  }
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder))
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
