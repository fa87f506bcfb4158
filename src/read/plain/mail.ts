// Removes what belongs to an e-mail but not to its message: the signature, earlier e-mails below it, addresses.

import { endsInColon } from '../../util/ends-in-colon.ts'
import type { Edit } from '../edit-source.ts'
import { linesOf, type SourceLine } from './lines.ts'
import { type MemoHeader, memoHeaderOf } from './memo-header.ts'
import { structureOf } from './structure.ts'

/** The edits to an e-mail, and the first line of each group that they remove. */
export interface MailEdits {
  readonly edits: readonly Edit[]
  readonly removed: readonly SourceLine[]
}

/**
 * Lists the edits that remove the addresses after names, the time at which the e-mail was sent, other e-mails quoted in
 * it, and the lines below the message. Nothing is removed from a text without the header of a memo or an e-mail.
 */
export function mailEdits(text: string): MailEdits {
  const lines = linesOf(text)
  const header = headerAt(lines, 0)
  if (header === undefined) return { edits: [], removed: [] }
  const end = endOfMessage(lines, header.end)
  const quoted = quotedLines(lines.slice(0, end))
  const edits = lines.slice(0, end).flatMap((line, index): Edit[] => {
    if (quoted.has(line)) return [{ span: [line.start, line.end], replacement: '' }]
    const isDate = header.fields.get(index)?.part === 'date'
    return [...line.text.matchAll(isDate ? TIME : ADDRESS)].map(({ 0: { length }, index: offset }) => ({
      span: [line.start + offset, line.start + offset + length],
      replacement: '',
    }))
  })
  const first = lines[end]
  const removed = lines.filter((line, index) => {
    const before = lines[index - 1]
    return quoted.has(line) && (before === undefined || !quoted.has(before))
  })
  if (first === undefined) return { edits, removed }
  return { edits: [...edits, { span: [first.start, text.length], replacement: '' }], removed: [...removed, first] }
}

/**
 * Finds the lines of the e-mail that is quoted below the message, with the line that names its author: "On 8 March, Bo
 * wrote:". A quotation with a reply below it is kept.
 */
function quotedLines(lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const isQuoted = (line: SourceLine | undefined) => line?.text.startsWith('>') === true
  const last = lines.findLastIndex((line) => !isQuoted(line))
  if (last === lines.length - 1) return new Set()
  return new Set(lines.slice(endsInColon(lines[last]?.text ?? '') ? last : last + 1))
}

/** "<ada@marl.org>" after a name. */
const ADDRESS = /(?<=[\p{L}.)"']) <(?:mailto:)?[^<>\s@]+@[^<>\s]+>/gu
/** The time at the end of a date: "18:42:11 +0100". */
export const TIME =
  /,? (?:at |um )?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: (?:[+-]\d{4}|[A-Z]{3,4}|Uhr))?(?: \([A-Z]+\))?$/gi

function headerAt(lines: readonly SourceLine[], start: number): MemoHeader | undefined {
  return memoHeaderOf(structureOf(lines.slice(start, start + HEADER_LINES)).units)
}

/** The number of lines in which a header is searched for. */
const HEADER_LINES = 12

/** Returns the index of the first line below the message; the number of lines if there is none. */
function endOfMessage(lines: readonly SourceLine[], start: number): number {
  const end = lines.findIndex(
    (line, index) =>
      index > start && (SEPARATOR.test(line.text) || isSignOff(lines, index) || isEarlierEmail(lines, index)),
  )
  return end < 0 ? lines.length : end
}

/** The line above a signature, "-- ", or above an earlier e-mail: "-----Original Message-----". */
const SEPARATOR = /^--$|^-{2,} ?\p{L}[\p{L} ]+ ?-{2,}$/u

/** Whether a line is a complimentary close, with a name and little else below it. */
function isSignOff(lines: readonly SourceLine[], index: number): boolean {
  if (!SIGN_OFF.test(lines[index]?.text ?? '')) return false
  const rest = lines.slice(index + 1)
  const end = rest.findIndex(({ text }, offset) => SEPARATOR.test(text) || isEarlierEmail(rest, offset))
  const below = end < 0 ? rest : rest.slice(0, end)
  const [name] = below
  return name !== undefined && /^\p{Lu}[^.!?:]{0,40}$/u.test(name.text) && below.length <= MAX_SIGNATURE_LINES
}

const MAX_SIGNATURE_LINES = 12

const SIGN_OFF = new RegExp(
  `^(?:${[
    '(?:with )?(?:(?:all|many|my|kind|kindest|best|warm|warmest|good|very) )*(?:wishes|regards|thanks)|all the best|best|cheers|thank you',
    '(?:yours |very )?(?:sincerely|faithfully|truly)(?: yours)?|yours',
    '(?:mit )?(?:(?:viele|liebe|beste|herzliche|freundliche|schöne)[nr]? )+grüße?n?(?: aus \\p{Lu}\\p{L}+)?|mfg|lg|vg',
    '(?:bien )?(?:cordialement|à vous)|salutations|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|(?:cordiali|distinti) saluti',
    'met vriendelijke groeten?|groeten?|atenciosamente|abraços|(?:med )?vänliga hälsningar|(?:med )?venlig hilsen|pozdrawiam',
  ].join('|')})[,.!]?$`,
  'iu',
)

/** Whether the header of another e-mail begins at a line. */
function isEarlierEmail(lines: readonly SourceLine[], index: number): boolean {
  if (!/^\p{L}{2,10} ?: /u.test(lines[index]?.text ?? '')) return false
  const header = headerAt(lines, index)
  return header !== undefined && header.title === null && header.end >= MIN_HEADER_LINES
}

const MIN_HEADER_LINES = 3
