import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { BrowserDied, NoBrowser } from '../browser/errors.ts'
import { CannotSave } from '../export/save.ts'
import type { BadFile } from '../theme/bad-file.ts'
import { printable } from './printable.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Every message of the files as lines of `path:line:column: severity: reason (rule)`, in the order of the text. */
export function reportText(files: readonly VFile[]): string {
  return files.flatMap((file) => inOrder(file.messages).map((message) => lineFor(file, message))).join('')
}

/** A theme or an event that cannot be used, as a file with its messages. */
export function fileOf({ path, complaints, ruleId }: BadFile): VFile {
  const file = new VFile({ path })
  for (const { reason, place } of complaints) file.message(reason, { place, source: 'lectern', ruleId }).fatal = true
  return file
}

/** What is to be said of the machine and of no file, as a line. */
export function warningText(reason: string, rule: string): string {
  return `lectern: warning: ${reason} (${rule})\n`
}

/** The errors of a file, each as such a line. */
export function faultsOf(file: VFile): string[] {
  return inOrder(file.messages.filter(({ fatal }) => fatal === true)).map((message) => lineFor(file, message).trimEnd())
}

function lineFor(file: VFile, message: VFileMessage): string {
  const line = `${placeOf(file, message)}: ${severityOf(message)}: ${message.reason}${ruleOf(message)}`
  return `${printable(line.replaceAll('\n', ' '))}\n`
}

/** The same as a JSON list, one object a message; with it what ended the run, of no file. */
export function reportJson(files: readonly VFile[], error?: unknown): string {
  const rows = files.flatMap((file) =>
    inOrder(file.messages).map((message) => ({
      rule: message.ruleId ?? null,
      severity: severityOf(message),
      reason: message.reason,
      file: file.path,
      line: message.line ?? null,
      column: message.column ?? null,
    })),
  )
  return `${JSON.stringify([...rows, ...endOf(error)], null, 2)}\n`
}

function endOf(error: unknown): object[] {
  const rule = ENDS.find(([kind]) => error instanceof kind)?.[1]
  if (rule === undefined || !(error instanceof Error)) return []
  return [{ rule, severity: 'error', reason: error.message, file: null, line: null, column: null }]
}

const ENDS: readonly (readonly [kind: abstract new (...args: never[]) => Error, rule: string])[] = [
  [NoBrowser, 'no-browser'],
  [BrowserDied, 'browser-died'],
  [CannotSave, 'cannot-save'],
  [WrongUsage, 'wrong-usage'],
]

/** Whether the files are as bad as to fail: an error, or under `strict` a warning. */
export function hasFailed(files: readonly VFile[], strict: boolean): boolean {
  return files.some((file) => file.messages.some(({ fatal }) => fatal === true || (strict && fatal === false)))
}

function inOrder(messages: readonly VFileMessage[]): VFileMessage[] {
  return messages.toSorted(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  )
}

function placeOf(file: VFile, { line, column }: VFileMessage): string {
  return [file.path, line, column].filter((part) => part !== undefined).join(':')
}

function severityOf({ fatal }: VFileMessage): 'error' | 'warning' | 'note' {
  if (fatal === true) return 'error'
  return fatal === false ? 'warning' : 'note'
}

function ruleOf({ ruleId }: VFileMessage): string {
  return ruleId === undefined ? '' : ` (${ruleId})`
}
