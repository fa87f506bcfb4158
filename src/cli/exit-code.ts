// The exit codes of the program, and the messages of the errors that end it.

import { CommanderError } from 'commander'
import { BrowserDiedError, NoBrowserError } from '../browser/errors.ts'
import { SaveError } from '../export/save.ts'
import { UnreadableError } from '../read/unreadable-error.ts'
import { NoPortError } from '../serve/listen.ts'
import { EventError } from '../theme/event-error.ts'
import { ThemeError } from '../theme/theme-error.ts'
import { StoppedError } from './stopped-error.ts'
import { UsageError } from './usage-error.ts'

export const DONE = 0
export const ARTICLE_FAILED = 1
const WRONG_USAGE = 2
export const MACHINE_PROBLEM = 3
const INTERNAL_ERROR = 70

/** The exit code for each kind of error. All other errors are bugs. */
const CODES: readonly (readonly [kind: abstract new (...args: never[]) => Error, code: number])[] = [
  [UnreadableError, ARTICLE_FAILED],
  [ThemeError, ARTICLE_FAILED],
  [EventError, ARTICLE_FAILED],
  [UsageError, WRONG_USAGE],
  [NoBrowserError, MACHINE_PROBLEM],
  [BrowserDiedError, MACHINE_PROBLEM],
  [SaveError, MACHINE_PROBLEM],
  [NoPortError, MACHINE_PROBLEM],
]

export function exitCodeOf(error: unknown): number {
  if (error instanceof StoppedError) return error.exitCode
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
  return CODES.find(([kind]) => error instanceof kind)?.[1] ?? INTERNAL_ERROR
}

/**
 * Returns what to tell the user about an error; null if Commander has already printed it, or the user stopped the run.
 */
export function errorMessageFor(error: unknown): string | null {
  if (error instanceof CommanderError || error instanceof StoppedError) return null
  const reason = error instanceof Error ? error.message : String(error)
  const isExpected = CODES.some(([kind]) => error instanceof kind)
  if (isExpected) return `lectern: ${reason}`
  const sentence = /[.!?…]$/u.test(reason) ? reason : `${reason}.`
  return `lectern: This is a bug in Lectern, not a mistake in your article: ${sentence} Please report it with the article.`
}
