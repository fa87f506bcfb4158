// The exit codes of the program, and the messages of the errors that end it.

import { CommanderError } from 'commander'
import { BrowserDied, NoBrowser } from '../browser/errors.ts'
import { CannotSave } from '../export/save.ts'
import { Unreadable } from '../read/unreadable.ts'
import { NoPort } from '../serve/listen.ts'
import { BadEvent } from '../theme/bad-event.ts'
import { BadTheme } from '../theme/bad-theme.ts'
import { Interrupted } from './interrupted.ts'
import { WrongUsage } from './wrong-usage.ts'

export const DONE = 0
export const ARTICLE_FAILED = 1
const WRONG_USAGE = 2
export const MACHINE_PROBLEM = 3
const INTERNAL_ERROR = 70

/** The exit code for each kind of error. All other errors are bugs. */
const CODES: readonly (readonly [kind: abstract new (...args: never[]) => Error, code: number])[] = [
  [Unreadable, ARTICLE_FAILED],
  [BadTheme, ARTICLE_FAILED],
  [BadEvent, ARTICLE_FAILED],
  [WrongUsage, WRONG_USAGE],
  [NoBrowser, MACHINE_PROBLEM],
  [BrowserDied, MACHINE_PROBLEM],
  [CannotSave, MACHINE_PROBLEM],
  [NoPort, MACHINE_PROBLEM],
]

export function exitCodeOf(error: unknown): number {
  if (error instanceof Interrupted) return error.exitCode
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
  return CODES.find(([kind]) => error instanceof kind)?.[1] ?? INTERNAL_ERROR
}

/**
 * Returns what to tell the user about an error; null if Commander has already printed it, or the user stopped the run.
 */
export function errorMessageFor(error: unknown): string | null {
  if (error instanceof CommanderError || error instanceof Interrupted) return null
  const reason = error instanceof Error ? error.message : String(error)
  const isKnown = CODES.some(([kind]) => error instanceof kind)
  return isKnown
    ? `lectern: ${reason}`
    : `lectern: This is a bug in Lectern, not a mistake in your article: ${reason}. Please report it with the article.`
}
