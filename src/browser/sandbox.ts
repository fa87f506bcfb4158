// Launches a browser in its sandbox where possible.

import { NoBrowser } from './errors.ts'
import { type Launched, LaunchFailed, type LaunchOptions, launch } from './launch.ts'
import { lackOfSpace } from './temporary-space.ts'

/** A running browser, in its sandbox or without one. */
export interface Sandboxed extends Launched {
  readonly isSandboxed: boolean
}

/**
 * Launches a browser, without the sandbox if the machine does not allow one. Chrome never has a sandbox when run as
 * root.
 * @throws {NoBrowser} if it does not start
 */
export async function launchSandboxed(
  given: Omit<LaunchOptions, 'sandbox' | 'signal'>,
  signal = new AbortController().signal,
): Promise<Sandboxed> {
  const launching = { ...given, signal }
  if (!isRoot()) {
    try {
      return { ...(await launch({ ...launching, sandbox: 'kept' })), isSandboxed: true }
    } catch (error) {
      if (!(error instanceof LaunchFailed)) throw error
      if (!SANDBOX_TROUBLE.test(error.said)) throw new NoBrowser(doesNotStart(given.program, error))
    }
  }
  try {
    return { ...(await launch({ ...launching, sandbox: 'off' })), isSandboxed: false }
  } catch (error) {
    throw error instanceof LaunchFailed ? new NoBrowser(doesNotStart(given.program, error)) : error
  }
}

/** The message about a browser without a sandbox. */
export function noSandbox(): string {
  return isRoot() ? NO_SANDBOX_FOR_ROOT : NO_SANDBOX
}

function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/**
 * Matches Chromium's error messages where the kernel, AppArmor or a container denies it user namespaces and it has no
 * setuid helper.
 */
const SANDBOX_TROUBLE = /sandbox|namespace|credentials\.cc|zygote_host/i

const NO_SANDBOX_FOR_ROOT =
  'The browser runs without its sandbox, because it has none when run as root. Run Lectern as another user.'

const NO_SANDBOX =
  'The browser runs without its sandbox, which this machine does not allow. ' +
  'To use it, allow unprivileged user namespaces (on Ubuntu, with an AppArmor profile for the browser).'

function doesNotStart(program: string, { message, said }: LaunchFailed): string {
  const lack = lackOfSpace()
  if (lack !== null) return `The browser ${program} does not start. ${lack}`
  const lines = said.trim().split('\n')
  const last = lines[lines.length - 1] ?? ''
  const fact = `The browser ${program} does not start: it ${message}${last === '' ? '' : ` (${last})`}`
  return `${fact}. Reinstall Chromium, or name another browser with --browser.`
}
