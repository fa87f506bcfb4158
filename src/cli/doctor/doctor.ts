// Runs `lectern doctor`.

import { withBrowser } from '../../browser/browser.ts'
import { cacheFolder } from '../../browser/cache-folder.ts'
import { NoBrowserError } from '../../browser/errors.ts'
import { type FoundBrowser, findBrowser } from '../../browser/find-browser.ts'
import { thisMachine } from '../../browser/machine.ts'
import type { DoctorRequest } from '../doctor-command.ts'
import { escapeControls } from '../escape-controls.ts'
import { DONE, MACHINE_PROBLEM } from '../exit-code.ts'
import { readManifest } from '../manifest.ts'
import { checkCache, checkFonts, checkNode, checkPandoc, checkTemporaryFolder } from './checks.ts'
import { checkEastAsianFonts } from './east-asian-fonts.ts'
import type { Finding } from './finding.ts'

/** Checks everything that Lectern needs from the machine, prints the results, and returns the exit code. */
export async function runDoctor({ browser }: DoctorRequest, signal: AbortSignal): Promise<number> {
  const manifest = readManifest()
  const findings = [
    checkNode(manifest),
    checkFonts(manifest),
    ...(await checkBrowser(browser, signal)),
    await checkCache(),
    await checkPandoc(),
    checkTemporaryFolder(),
  ]
  const width = Math.max(...findings.map(({ subject }) => subject.length))
  const lines = findings.map(
    ({ state, subject, fact, remedy }) =>
      `${state.padEnd(4)}  ${subject.padEnd(width)}  ${fact}\n${remedy === undefined ? '' : `${' '.repeat(width + 8)}${remedy}\n`}`,
  )
  const missing = findings.filter(({ state }) => state === 'fail').map(({ subject }) => subject)
  const verdict =
    missing.length === 0 ? 'Lectern has everything that it needs.' : `Lectern still needs: ${missing.join(', ')}.`
  process.stdout.write(escapeControls(`${lines.join('')}\n${verdict}\n`))
  return missing.length === 0 ? DONE : MACHINE_PROBLEM
}

/** Checks that a browser is found and starts, whether its sandbox is on, and whether it has East Asian fonts. */
async function checkBrowser(executable: string | null, signal: AbortSignal): Promise<readonly Finding[]> {
  const warnings = new Map<string, string>()
  try {
    const found = await findBrowser(executable, thisMachine(signal))
    const warn = (reason: string, rule: string) => void warnings.set(rule, reason)
    return await withBrowser({ executable, warn, signal }, async ({ executable: path, version, withPage }) => [
      { state: 'ok', subject: 'browser', fact: `${locationOf(found, path)}, version ${version}` },
      ...(await withPage(async (page) => [...browserNotes(warnings), await checkEastAsianFonts(page)])),
    ])
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error
    return [
      {
        state: 'fail',
        subject: 'browser',
        fact: 'Slides are not measured, and no PDF can be made.',
        remedy: error.message,
      },
    ]
  }
}

function locationOf(found: FoundBrowser, executable: string): string {
  return found.source === 'package' ? `the one that came with Lectern, in ${cacheFolder(thisMachine())}` : executable
}

function browserNotes(warnings: ReadonlyMap<string, string>): readonly Finding[] {
  const sandbox = warnings.get('no-sandbox')
  const age = warnings.get('old-browser')
  return [
    sandbox === undefined
      ? { state: 'ok', subject: 'sandbox', fact: 'on' }
      : { state: 'note', subject: 'sandbox', fact: 'off', remedy: sandbox },
    ...(age === undefined
      ? []
      : [{ state: 'note', subject: 'browser age', fact: 'too old to be safe', remedy: age } as const]),
  ]
}
