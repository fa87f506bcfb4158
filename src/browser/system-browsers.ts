import { accessSync, constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Machine } from './machine.ts'

/**
 * Lists the paths of programs on this system that are named like Chrome, Chromium or Edge, best first and without
 * duplicates. They are executable, but they may not work.
 */
export async function systemBrowsers(machine: Machine): Promise<readonly string[]> {
  const paths = possiblePaths(machine)
  const found = await Promise.all(paths.map(resolveProgram))
  const byTarget = new Map(found.filter((entry) => entry !== null).toReversed())
  return paths.filter((path) => [...byTarget.values()].includes(path))
}

/**
 * Returns the first of the paths that `systemBrowsers` lists; null if there is none. Does not wait for other work, because
 * nothing delays a run more than a browser that starts late.
 */
export function bestSystemBrowser(machine: Machine): string | null {
  return possiblePaths(machine).find(isExecutable) ?? null
}

function possiblePaths(machine: Machine): readonly string[] {
  const usualPaths = USUAL_PATHS[machine.platform]?.(machine) ?? []
  return [...NAMES.flatMap((name) => pathsForCommand(name, machine)), ...usualPaths]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Lists the paths where a command with this name may be found; none on Windows. Relative entries of PATH are skipped,
 * because they depend on the current folder, which may be the article's.
 */
export function pathsForCommand(name: string, machine: Machine): readonly string[] {
  if (machine.platform === 'win32') return []
  const folders = (machine.environment.PATH ?? '').split(delimiter)
  return folders.filter(isAbsolute).map((folder) => join(folder, name))
}

/** The headless shells come first, because they start in a third of the time. */
const NAMES = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
] as const

const USUAL_PATHS: { readonly [platform in NodeJS.Platform]?: (machine: Machine) => readonly string[] } = {
  linux: () => [
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/usr/lib/chromium-browser/chromium-browser',
    '/snap/bin/chromium',
    '/opt/microsoft/msedge/msedge',
  ],
  darwin: ({ home }) =>
    ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    ),
  win32: ({ environment }) =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        [
          'Google\\Chrome\\Application\\chrome.exe',
          'Chromium\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
        ].map((path) => `${folder}\\${path}`),
      ),
}

/**
 * Returns the real path of a program, with links resolved, and the path where it was found; null if there is no such
 * program.
 */
async function resolveProgram(path: string): Promise<readonly [target: string, path: string] | null> {
  try {
    await access(path, constants.X_OK)
    return [await realpath(path), path]
  } catch {
    return null
  }
}
