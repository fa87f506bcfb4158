// Formats messages for the terminal and as JSON.

import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { BrowserDiedError, NoBrowserError } from '../browser/errors.ts'
import { SaveError } from '../export/save.ts'
import type { Deck } from '../model/deck.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import type { Choices } from '../settings/settings.ts'
import type { InvalidFileError } from '../theme/invalid-file-error.ts'
import { describeLength, formatCount } from './describe-length.ts'
import { escapeControls } from './escape-controls.ts'
import { UsageError } from './usage-error.ts'

/**
 * Formats every message of the files as `path:line:column: severity: reason (rule)`, in the order of the text. A
 * message that occurs several times in a file is printed once, with its other places. A message without a place that is
 * the same for several files, such as a note on their event, is printed for the first of these files.
 */
export function formatReport(files: readonly VFile[]): string {
  const shared = new Map<string, VFile[]>()
  for (const file of files)
    for (const key of new Set(file.messages.filter(canBeShared).map(keyOf)))
      shared.set(key, [...(shared.get(key) ?? []), file])
  return files
    .flatMap((file) =>
      groupIdentical(sortByPlace(file.messages)).map(([message, ...others]) => {
        const sharing = (canBeShared(message) && shared.get(keyOf(message))) || [file]
        if (sharing[0] !== file) return ''
        return formatMessage(file, message, others, sharing.length - 1)
      }),
    )
    .join('')
}

function canBeShared({ fatal, line }: VFileMessage): boolean {
  return fatal !== true && line === undefined
}

/** Summarises several articles in one line: `12 articles: 10 made, 2 failed; 3 errors, 14 warnings`. */
export function summariseRun(files: readonly VFile[], saves: boolean): string {
  const messages = files.flatMap((file) => file.messages)
  const errors = messages.filter(({ fatal }) => fatal === true).length
  const warnings = messages.filter(({ fatal }) => fatal === false).length
  const failed = files.filter((file) => hasFailed([file])).length
  const succeeded = files.length - failed
  const results = [
    ...(succeeded > 0 ? [`${succeeded} ${saves ? 'made' : 'without errors'}`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  return `${files.length} articles: ${results.join(', ')}; ${formatCount(errors, 'error')}, ${formatCount(warnings, 'warning')}\n`
}

/** Summarises a check in one line: `talk.txt: 24 slides, about 14 minutes: no errors, 2 warnings, 1 note`. */
export function summariseCheck({ path, messages }: VFile, deck: Deck): string {
  const count = (severity: string) => messages.filter((message) => severityOf(message) === severity).length
  const counts = ['error', 'warning', 'note'].flatMap((severity) => {
    if (count(severity) > 0) return [formatCount(count(severity), severity)]
    return severity === 'note' ? [] : [`no ${severity}s`]
  })
  return escapeControls(`${path}: ${describeLength(deck)}: ${counts.join(', ')}\n`)
}

type MessageGroup = readonly [first: VFileMessage, ...others: VFileMessage[]]

/** Groups identical messages; the groups are in the order of their first messages. */
function groupIdentical(messages: readonly VFileMessage[]): readonly MessageGroup[] {
  const groups = new Map<string, [VFileMessage, ...VFileMessage[]]>()
  for (const message of messages) {
    const key = keyOf(message)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [message])
    else group.push(message)
  }
  return [...groups.values()]
}

function keyOf({ fatal, reason, ruleId }: VFileMessage): string {
  return JSON.stringify([fatal, reason, ruleId])
}

/** Returns a theme or event file with the complaints about it as messages. */
export function fileWithComplaints({ path, complaints, ruleId }: InvalidFileError): VFile {
  const file = new VFile({ path })
  for (const { reason, place } of complaints) file.message(reason, { place, source: 'lectern', ruleId }).fatal = true
  return file
}

/** Formats a warning about something other than an article, such as the machine. */
export function formatWarning(reason: string, rule: RuleId): string {
  return `lectern: warning: ${reason} (${rule})\n`
}

/** Formats each error of a file as one line. */
export function errorLines(file: VFile): string[] {
  return linesOf(
    file,
    file.messages.filter(({ fatal }) => fatal === true),
  )
}

/** Formats the messages of the given rules, each as one line. */
export function ruleLines(file: VFile, rules: readonly RuleId[]): string[] {
  return linesOf(
    file,
    file.messages.filter(({ ruleId }) => rules.some((rule) => rule === ruleId)),
  )
}

function linesOf(file: VFile, messages: readonly VFileMessage[]): string[] {
  return sortByPlace(messages).map((message) => formatMessage(file, message).trimEnd())
}

function formatMessage(
  file: VFile,
  message: VFileMessage,
  others: readonly VFileMessage[] = [],
  otherFiles = 0,
): string {
  const elsewhere = otherFiles === 0 ? '' : ` The same applies to ${formatCount(otherFiles, 'other article')}.`
  const line = `${placeOf(file, message)}: ${severityOf(message)}: ${message.reason}${formatOtherPlaces(others)}${elsewhere}${ruleOf(message)}`
  return `${escapeControls(line.replaceAll('\n', ' '))}\n`
}

/** Formats the messages as a JSON array, one object per message. An error that ended the run has no file. */
export function formatJsonReport(files: readonly VFile[], error?: unknown): string {
  const rows = files.flatMap((file) =>
    sortByPlace(file.messages).map((message) => ({
      rule: message.ruleId ?? null,
      severity: severityOf(message),
      reason: message.reason,
      file: file.path,
      line: message.line ?? null,
      column: message.column ?? null,
    })),
  )
  return `${JSON.stringify([...rows, ...runErrorRows(error)], null, 2)}\n`
}

function runErrorRows(error: unknown): object[] {
  const rule = RUN_ERRORS.find(([kind]) => error instanceof kind)?.[1]
  if (rule === undefined || !(error instanceof Error)) return []
  return [{ rule, severity: 'error', reason: error.message, file: null, line: null, column: null }]
}

const RUN_ERRORS: readonly (readonly [kind: abstract new (...args: never[]) => Error, rule: RuleId])[] = [
  [NoBrowserError, 'no-browser'],
  [BrowserDiedError, 'browser-died'],
  [SaveError, 'cannot-save'],
  [UsageError, 'wrong-usage'],
]

/** Whether these files make the run fail: one of them has an error or, if the user chose `strict`, a warning. */
export function hasFailed(files: readonly VFile[], { strict = false }: Pick<Choices, 'strict'> = {}): boolean {
  return files.some((file) => file.messages.some(({ fatal }) => fatal === true || (strict && fatal === false)))
}

function sortByPlace(messages: readonly VFileMessage[]): VFileMessage[] {
  return messages.toSorted(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  )
}

/** The maximum number of other places printed for a message. */
const MAX_PLACES = 5

function formatOtherPlaces(others: readonly VFileMessage[]): string {
  const places = others.flatMap(({ line, column }) => (line === undefined ? [] : [[line, column].join(':')]))
  if (others.length === 0) return ''
  const shown = places.slice(0, MAX_PLACES)
  if (shown.length === 0) return ` (${others.length + 1} times)`
  const rest = others.length - shown.length
  return ` Also at ${shown.join(', ')}${rest > 0 ? ` and ${formatCount(rest, 'other place')}` : ''}.`
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
