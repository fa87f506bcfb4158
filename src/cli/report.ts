// Formats messages for the terminal and as JSON.

import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { BrowserDied, NoBrowser } from '../browser/errors.ts'
import { CannotSave } from '../export/save.ts'
import type { Deck } from '../model/deck.ts'
import type { RuleId } from '../model/message-rules.ts'
import type { BadFile } from '../theme/bad-file.ts'
import { countText, lengthText } from './length-text.ts'
import { printable } from './printable.ts'
import { WrongUsage } from './wrong-usage.ts'

/**
 * Formats every message of the files as `path:line:column: severity: reason (rule)`, in text order. A message that
 * occurs several times in a file is printed once, with its other places.
 */
export function reportText(files: readonly VFile[]): string {
  return files
    .flatMap((file) => groupAlike(inOrder(file.messages)).map((messages) => lineFor(file, ...messages)))
    .join('')
}

/** Summarises several articles in a line: `12 articles: 10 made, 2 failed; 3 errors, 14 warnings`. */
export function countsText(files: readonly VFile[], saves: boolean): string {
  const messages = files.flatMap((file) => file.messages)
  const errors = messages.filter(({ fatal }) => fatal === true).length
  const warnings = messages.filter(({ fatal }) => fatal === false).length
  const failed = files.filter((file) => hasFailed([file], false)).length
  const good = files.length - failed
  const fate = [
    ...(good > 0 ? [`${good} ${saves ? 'made' : 'without errors'}`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  return `${files.length} articles: ${fate.join(', ')}; ${countText(errors, 'error')}, ${countText(warnings, 'warning')}\n`
}

/** Summarises a check in a line: `talk.txt: 24 slides, about 14 minutes: no errors, 2 warnings, 1 note`. */
export function checkedText({ path, messages }: VFile, deck: Deck): string {
  const count = (severity: string) => messages.filter((message) => severityOf(message) === severity).length
  const found = ['error', 'warning', 'note'].flatMap((what) => {
    if (count(what) > 0) return [countText(count(what), what)]
    return what === 'note' ? [] : [`no ${what}s`]
  })
  return printable(`${path}: ${lengthText(deck)}: ${found.join(', ')}\n`)
}

type Alike = readonly [first: VFileMessage, ...others: VFileMessage[]]

/** Groups identical messages; the groups are in the order of their first messages. */
function groupAlike(messages: readonly VFileMessage[]): readonly Alike[] {
  const groups = new Map<string, [VFileMessage, ...VFileMessage[]]>()
  for (const message of messages) {
    const key = JSON.stringify([message.fatal, message.reason, message.ruleId])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [message])
    else group.push(message)
  }
  return [...groups.values()]
}

/** Returns the faults of a theme or an event as a file with messages. */
export function fileOf({ path, complaints, ruleId }: BadFile): VFile {
  const file = new VFile({ path })
  for (const { reason, place } of complaints) file.message(reason, { place, source: 'lectern', ruleId }).fatal = true
  return file
}

/** Formats a message about the machine, not about a file. */
export function warningText(reason: string, rule: RuleId): string {
  return `lectern: warning: ${reason} (${rule})\n`
}

/** Formats each error of a file as a line. */
export function faultsOf(file: VFile): string[] {
  return inOrder(file.messages.filter(({ fatal }) => fatal === true)).map((message) => lineFor(file, message).trimEnd())
}

function lineFor(file: VFile, message: VFileMessage, ...others: readonly VFileMessage[]): string {
  const line = `${placeOf(file, message)}: ${severityOf(message)}: ${message.reason}${alsoAt(others)}${ruleOf(message)}`
  return `${printable(line.replaceAll('\n', ' '))}\n`
}

/** Formats the messages as a JSON list, one object per message. An error that ended the run has no file. */
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

const ENDS: readonly (readonly [kind: abstract new (...args: never[]) => Error, rule: RuleId])[] = [
  [NoBrowser, 'no-browser'],
  [BrowserDied, 'browser-died'],
  [CannotSave, 'cannot-save'],
  [WrongUsage, 'wrong-usage'],
]

/** Whether the run fails because of these files: because of an error, or a warning under `strict`. */
export function hasFailed(files: readonly VFile[], strict: boolean): boolean {
  return files.some((file) => file.messages.some(({ fatal }) => fatal === true || (strict && fatal === false)))
}

function inOrder(messages: readonly VFileMessage[]): VFileMessage[] {
  return messages.toSorted(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  )
}

/** The maximum number of other places printed for a message. */
const MAX_PLACES = 5

function alsoAt(others: readonly VFileMessage[]): string {
  const places = others.flatMap(({ line, column }) => (line === undefined ? [] : [[line, column].join(':')]))
  if (others.length === 0) return ''
  const named = places.slice(0, MAX_PLACES)
  if (named.length === 0) return ` (${others.length + 1} times)`
  const rest = others.length - named.length
  return ` Also at ${named.join(', ')}${rest > 0 ? ` and ${countText(rest, 'other place')}` : ''}.`
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
