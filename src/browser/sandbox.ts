// Launches a browser in its sandbox where possible.

import { NoBrowserError } from './errors.ts'
import { type BrowserProcess, LaunchError, type LaunchOptions, launch } from './launch-browser.ts'
import { noSpaceMessage } from './temporary-space.ts'

/** A running browser, in its sandbox or without one. */
export interface LaunchedBrowser extends BrowserProcess {
  readonly isSandboxed: boolean
}

/**
 * Launches a browser, without the sandbox if the machine does not allow one. Chrome never has a sandbox when run as
 * root.
 * @throws {NoBrowserError} if it does not start
 */
export async function launchSandboxedIfPossible(
  base: Omit<LaunchOptions, 'sandbox' | 'signal'>,
  signal = new AbortController().signal,
): Promise<LaunchedBrowser> {
  const options = { ...base, signal }
  if (!isRoot()) {
    try {
      return { ...(await launch({ ...options, sandbox: 'on' })), isSandboxed: true }
    } catch (error) {
      if (!(error instanceof LaunchError)) throw error
      if (!SANDBOX_ERROR.test(error.output)) throw new NoBrowserError(startFailureMessage(base.program, error))
    }
  }
  try {
    return { ...(await launch({ ...options, sandbox: 'off' })), isSandboxed: false }
  } catch (error) {
    throw error instanceof LaunchError ? new NoBrowserError(startFailureMessage(base.program, error)) : error
  }
}

/** Returns the warning that the browser runs without its sandbox, with the reason and a remedy. */
export function noSandboxMessage(): string {
  return isRoot() ? NO_SANDBOX_FOR_ROOT : NO_SANDBOX
}

function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/**
 * Matches Chromium's error messages on machines where the kernel, AppArmor or a container denies it user namespaces and
 * no setuid helper is installed.
 */
const SANDBOX_ERROR = /sandbox|namespace|credentials\.cc|zygote_host/i

const NO_SANDBOX_FOR_ROOT =
  'The browser runs without its sandbox, because it has none when run as root. Run Lectern as another user.'

const NO_SANDBOX =
  'The browser runs without its sandbox, which this machine does not allow. ' +
  'To use it, allow unprivileged user namespaces (on Ubuntu, with an AppArmor profile for the browser).'

function startFailureMessage(program: string, { message, output }: LaunchError): string {
  const noSpace = noSpaceMessage()
  if (noSpace !== null) return `The browser ${program} does not start. ${noSpace}`
  const lines = output.trim().split('\n')
  const last = lines[lines.length - 1] ?? ''
  const fact = `The browser ${program} does not start: it ${message}${last === '' ? '' : ` (${last})`}`
  return `${fact}. Reinstall Chromium, or choose another browser with --browser.`
}
