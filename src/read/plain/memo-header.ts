// Finds the lines with the sender, recipient, date and subject at the head of a memo or an email.

import type { HeadPart } from '../piece.ts'
import type { PlainUnit } from './units.ts'

/** The lines of a header, and the line above it. */
export interface MemoHeader {
  /** The index of the unit after the header. */
  readonly end: number
  /** The index of a title above the header; null if there is none. "MEMORANDUM" is not a title. */
  readonly title: number | null
  /**
   * The parts of the article's head that the header gives, keyed by the index of their unit, each with the length of
   * the key before it ("From: ").
   */
  readonly fields: ReadonlyMap<number, { readonly part: HeadPart; readonly keyLength: number }>
  /** The indexes of the units that do not belong to the head of an article, such as "To: …" and "MEMORANDUM". */
  readonly unusedUnits: readonly number[]
}

/**
 * Finds a header in the first lines of an article: consecutive `Key: value` lines that all have memo keys, at least one
 * of them the key of the sender or a recipient. There may be a line above it.
 */
export function memoHeaderOf(units: readonly PlainUnit[]): MemoHeader | undefined {
  const start = [0, 1].find((index) => keyOf(units[index]) !== undefined)
  if (start === undefined) return undefined
  const isNext = (unit: PlainUnit | undefined, index: number) =>
    keyOf(unit) !== undefined && (index === start || unit?.lines[0].gap === 0)
  let end = start
  while (isNext(units[end], end)) end += 1
  const keys = units.slice(start, end).flatMap((unit) => keyOf(unit) ?? [])
  if (keys.length < MIN_LINES || !keys.some(({ name }) => CORRESPONDENT_KEYS.has(name))) return undefined
  const fields = new Map<number, { readonly part: HeadPart; readonly keyLength: number }>()
  const unusedUnits: number[] = []
  const hasMemoLabel = start === 1 && MEMO_LABEL.test(units[0]?.text ?? '')
  const title = start === 1 && !hasMemoLabel ? 0 : null
  if (hasMemoLabel) unusedUnits.push(0)
  for (const [index, { name, length }] of keys.entries()) {
    const part = MEMO_KEYS[name] ?? null
    const isTaken = (part === 'title' && title !== null) || [...fields.values()].some((field) => field.part === part)
    if (part === null || isTaken) unusedUnits.push(start + index)
    else fields.set(start + index, { part, keyLength: length })
  }
  return { end, title, fields, unusedUnits }
}

/** A single line "Note: …" may be prose. */
const MIN_LINES = 2

const MEMO_LABEL = /^(?:(?:internal|office|inter-?office) )?(?:memo(?:randum)?|e-?mail|message|aktennotiz|vermerk)$/iu

function keyOf(unit: PlainUnit | undefined): { readonly name: string; readonly length: number } | undefined {
  if (unit === undefined || unit.lines.length > 1 || unit.type !== 'text') return undefined
  const [match = '', key = ''] = KEY_AND_VALUE.exec(unit.text) ?? []
  const name = key.toLowerCase()
  if (!Object.hasOwn(MEMO_KEYS, name)) return undefined
  const [reply = ''] = MEMO_KEYS[name] === 'title' ? (REPLY.exec(unit.text.slice(match.length)) ?? []) : []
  return { name, length: match.length + reply.length }
}

const KEY_AND_VALUE = /^([\p{L}-]{1,20}) ?:\s+(?=\S)/u
/** The prefixes that mail programs put before the subject of a reply or a forwarded message. */
const REPLY = /^(?:(?:re|fwd?|aw|wg|tr|rv):\s*)+/iu

/** The keys of memos and emails. Those with null do not belong to the head of an article. */
const MEMO_KEYS: Readonly<Record<string, HeadPart | null>> = {
  ...Object.fromEntries(
    'subject re betreff objet asunto oggetto onderwerp'.split(' ').map((key): [string, HeadPart] => [key, 'title']),
  ),
  ...Object.fromEntries('from von de da van'.split(' ').map((key): [string, HeadPart] => [key, 'byline'])),
  ...Object.fromEntries(
    'date sent datum gesendet fecha data envoyé'.split(' ').map((key): [string, HeadPart] => [key, 'date']),
  ),
  ...Object.fromEntries(
    'to cc bcc an kopie à a para aan copy via reply-to priority importance attachment attachments enclosure enclosures'
      .split(' ')
      .map((key): [string, null] => [key, null]),
  ),
}

/** The keys of the sender and the recipients. */
const CORRESPONDENT_KEYS: ReadonlySet<string> = new Set('from von de da van to an à a para aan'.split(' '))
