import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { printable } from './printable.ts'

/** Every message of the files as lines of `path:line:column: severity: reason (rule)`, in the order of the text. */
export function reportText(files: readonly VFile[]): string {
  return files.flatMap((file) => inOrder(file.messages).map((message) => lineFor(file, message))).join('')
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

/** The same as a JSON list, one object a message. */
export function reportJson(files: readonly VFile[]): string {
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
  return `${JSON.stringify(rows, null, 2)}\n`
}

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
