// Finds the fields of the header of a memo or an e-mail.

import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { singleSpaced } from '../util/single-spaced.ts'
import { wordSet } from '../util/word-set.ts'
import type { HeadPart } from './piece.ts'

/** A part of the article's head, and the length of the key before it ("From: "). */
export interface MemoField {
  readonly part: HeadPart
  readonly keyLength: number
}

/**
 * The fields of a header, keyed by the index of their line, and the indexes of the lines that do not belong in the head
 * of an article.
 */
export interface MemoFields {
  readonly fields: ReadonlyMap<number, MemoField>
  readonly unusedLines: readonly number[]
}

/** Whether a line begins with a key of a memo or an e-mail: "From: Ada Marsh". */
export function isMemoLine(line: string): boolean {
  return keyOf(line) !== undefined
}

/**
 * Reads consecutive lines as a header. Returns undefined if they are not one. Each line of a header has a memo key, and
 * at least one key names the sender or a recipient. Parts in `known` are not used.
 */
export function memoFieldsIn(lines: readonly string[], known: ReadonlySet<HeadPart>): MemoFields | undefined {
  const keys = lines.flatMap((line) => keyOf(line) ?? [])
  if (keys.length < Math.max(lines.length, MIN_LINES) || !keys.some(({ name }) => CORRESPONDENT_KEYS.has(name)))
    return undefined
  const fields = new Map<number, MemoField>()
  const unusedLines: number[] = []
  for (const [index, { name, length }] of keys.entries()) {
    const part = MEMO_KEYS[name] ?? null
    const isTaken = part === null || known.has(part) || [...fields.values()].some((field) => field.part === part)
    if (isTaken) unusedLines.push(index)
    else fields.set(index, { part, keyLength: length })
  }
  return { fields, unusedLines }
}

/** Reports the lines of a header that are left out of the deck. */
export function reportUnusedLines(lines: readonly string[], place: Point | undefined, file: VFile): void {
  if (lines.length === 0) return
  const quotedLines = lines.map((line) => `"${singleSpaced(line)}"`).join(', ')
  file.info(
    `Lines in the header of this memo were left out of the deck: ${quotedLines}. To mention them in the talk, write them as sentences.`,
    { place, source: 'lectern', ruleId: 'left-out' },
  )
}

/** The minimum number of lines in a header. A single line, such as "Note: …", may be prose. */
const MIN_LINES = 2

function keyOf(line: string): { readonly name: string; readonly length: number } | undefined {
  const [match = '', key = ''] = KEY_AND_VALUE.exec(line) ?? []
  const name = key.toLowerCase()
  if (!Object.hasOwn(MEMO_KEYS, name)) return undefined
  const [reply = ''] = MEMO_KEYS[name] === 'title' ? (REPLY.exec(line.slice(match.length)) ?? []) : []
  return { name, length: match.length + reply.length }
}

const KEY_AND_VALUE = /^([\p{L}-]{1,20}) ?:\s+(?=\S)/u
/** The prefixes that mail programs put before the subject of a reply or a forwarded message. */
const REPLY = /^(?:(?:re|fwd?|aw|wg|tr|rv):\s*)+/iu

/** The keys of memos and e-mails. A key with null is not part of the head of an article. */
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
const CORRESPONDENT_KEYS: ReadonlySet<string> = wordSet('from von de da van to an à a para aan')
