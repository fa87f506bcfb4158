// Runs `lectern doctor`.

import { withBrowser } from '../../browser/browser.ts'
import { cacheFolder } from '../../browser/cache-folder.ts'
import { NoBrowser } from '../../browser/errors.ts'
import { type FoundBrowser, findBrowser } from '../../browser/find.ts'
import { thisMachine } from '../../browser/machine.ts'
import type { DoctorRequest } from '../doctor-command.ts'
import { DONE, MACHINE_LACKS } from '../exit-code.ts'
import { readManifest } from '../manifest.ts'
import { printable } from '../printable.ts'
import { checkCache, checkFonts, checkNode, checkPandoc, checkTemporary } from './checks.ts'
import { drawsEastAsian } from './east-asian-fonts.ts'
import type { Finding } from './finding.ts'

/** Checks everything that Lectern needs from the machine, prints the results, and returns the exit code. */
export async function doctor({ browser }: DoctorRequest, signal: AbortSignal): Promise<number> {
  const manifest = readManifest()
  const findings = [
    checkNode(manifest),
    checkFonts(manifest),
    ...(await checkBrowser(browser, signal)),
    await checkCache(),
    await checkPandoc(),
    checkTemporary(),
  ]
  const width = Math.max(...findings.map(({ what }) => what.length))
  const lines = findings.map(
    ({ state, what, fact, remedy }) =>
      `${state.padEnd(5)}  ${what.padEnd(width)}  ${fact}\n${remedy === undefined ? '' : `${' '.repeat(width + 9)}${remedy}\n`}`,
  )
  const lacking = findings.filter(({ state }) => state === 'lacks').map(({ what }) => what)
  const verdict =
    lacking.length === 0 ? 'Lectern has everything that it needs.' : `Lectern needs more: ${lacking.join(', ')}.`
  process.stdout.write(printable(`${lines.join('')}\n${verdict}\n`))
  return lacking.length === 0 ? DONE : MACHINE_LACKS
}

/** Checks that a browser is found and starts, whether it has its sandbox, and which letters it can draw. */
async function checkBrowser(named: string | null, signal: AbortSignal): Promise<readonly Finding[]> {
  const told = new Map<string, string>()
  try {
    const found = await findBrowser(named, thisMachine(signal))
    const warn = (reason: string, rule: string) => void told.set(rule, reason)
    return await withBrowser({ executable: named, warn, signal }, async ({ executable, version, withPage }) => [
      { state: 'ok', what: 'browser', fact: `${placeOf(found, executable)}, version ${version}` },
      ...(await withPage(async (page) => [...machineNotes(told), await drawsEastAsian(page)])),
    ])
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error
    return [
      {
        state: 'lacks',
        what: 'browser',
        fact: 'Slides are not measured, and no PDF can be made.',
        remedy: error.message,
      },
    ]
  }
}

function placeOf(found: FoundBrowser, executable: string): string {
  return found.source === 'package' ? `the one that came with Lectern, in ${cacheFolder(thisMachine())}` : executable
}

function machineNotes(told: ReadonlyMap<string, string>): readonly Finding[] {
  const sandbox = told.get('no-sandbox')
  const age = told.get('old-browser')
  return [
    sandbox === undefined
      ? { state: 'ok', what: 'sandbox', fact: 'on' }
      : { state: 'note', what: 'sandbox', fact: 'off', remedy: sandbox },
    ...(age === undefined ? [] : [{ state: 'note', what: 'age', fact: 'an old browser', remedy: age } as const]),
  ]
}
