// Detects the encoding of text that is neither UTF-8 nor UTF-16.

import { analyse } from 'chardet'

/**
 * Detects the encoding of text that does not declare it, such as Shift_JIS. Returns undefined if the text may be in
 * Windows-1252, or is too short to tell. It is enough to look at some lines with characters beyond ASCII; tags end lines.
 */
export function detectEncoding(bytes: Uint8Array): string | undefined {
  const sample = linesWithNonAscii(bytes).slice(0, SAMPLE_BYTES)
  const count = sample.match(ALL_NON_ASCII)?.length ?? 0
  if (count < MIN_BYTES) return undefined
  const sampleBytes = Buffer.from(sample, 'latin1')
  const matches = analyse(sampleBytes).map(({ name }) => name)
  const encoding = matches.find((name) => !OTHER_SCRIPTS.has(name) || isReadable(sampleBytes, name)) ?? ''
  const isOther = (sample.match(NON_ASCII_IN_A_ROW)?.length ?? 0) > count * MIN_IN_A_ROW
  return LATIN.has(encoding) || (isOther && OTHER_SCRIPTS.has(encoding)) ? encoding : undefined
}

function linesWithNonAscii(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/[\r\n<>]+/)
  return lines.filter((line) => NON_ASCII.test(line)).join('\n')
}

/** Whether bytes are characters of an encoding, apart from a few that may be damaged. */
function isReadable(bytes: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(bytes)
  return (text.match(/\uFFFD/g)?.length ?? 0) <= text.length * MAX_DAMAGED
}

const NON_ASCII = /[\x80-\xFF]/
const ALL_NON_ASCII = /[\x80-\xFF]/g
/** Matches a byte that is followed by a different one, unlike those in a line drawn with dashes. */
const NON_ASCII_IN_A_ROW = /([\x80-\xFF])(?!\1)(?=[\x80-\xFF])/g

const SAMPLE_BYTES = 16 * 1024
/** With fewer bytes beyond ASCII, Italian, Danish and Icelandic text is mistaken for text in ISO-8859-2. */
const MIN_BYTES = 20
/** The maximum fraction of characters that may be damaged. */
const MAX_DAMAGED = 0.01
/** In languages with a Latin script, most characters beyond ASCII are between ASCII letters. */
const MIN_IN_A_ROW = 0.4

/**
 * The encodings for languages with a Latin script that text in Windows-1252 is not mistaken for. Estonian text may be
 * mistaken for text in Windows-1257.
 */
const LATIN: ReadonlySet<string> = new Set(['ISO-8859-2', 'windows-1250', 'ISO-8859-9', 'windows-1254'])
const OTHER_SCRIPTS: ReadonlySet<string> = new Set([
  'GB18030',
  'Big5',
  'Shift_JIS',
  'EUC-JP',
  'EUC-KR',
  'windows-1251',
  'KOI8-R',
  'ISO-8859-5',
  'ISO-8859-6',
  'ISO-8859-7',
  'ISO-8859-8',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-874',
])
