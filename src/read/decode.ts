// Decodes text files.

import type { VFile } from 'vfile'
import { withoutByteOrderMark } from '../util/byte-order-mark.ts'
import { detectEncoding } from './detect-encoding.ts'
import { LIMITS } from './limits.ts'
import { normaliseText } from './normalise-text.ts'
import type { Source } from './source.ts'
import { unreadableError } from './unreadable-error.ts'

/**
 * Decodes and normalises the text of a file: as UTF-8 or UTF-16 if the byte order mark or the content indicates that
 * encoding, otherwise as a mixture, in a detected encoding or as Windows-1252. Messages report invalid bytes, an assumed
 * encoding and anything left out.
 * @throws {UnreadableError} for a file that is empty or not text
 */
export function decode(bytes: Uint8Array, file: VFile): Source {
  if (bytes.length === 0) throw unreadableError(file, 'empty', 'The file is empty. Write the article into it.')
  const format = BINARY_FORMATS.find(({ magic }) => startsWith(bytes, magic))
  if (format) throw unreadableError(file, 'format', `This is ${format.name}, not text. ${format.remedy}.`)
  const isCut = bytes.length > LIMITS.bytes
  const messageCount = file.messages.length
  const text = decodeText(bytes.subarray(0, LIMITS.bytes), file)
  if (isBinary(text, bytes)) {
    // Messages about the encoding of a binary file would not help.
    file.messages.splice(messageCount)
    throw unreadableError(
      file,
      'format',
      'This is a binary file, or text in an unknown encoding. Save the article as UTF-8 text or Markdown.',
    )
  }
  return normaliseText(isCut ? withoutLastLine(text) : text, { isCut, file })
}

const SAVE_AS_TEXT = 'Save the article as plain text or Markdown'

/** Formats that are not text, recognised by the first bytes of a file. */
const BINARY_FORMATS: readonly { readonly magic: readonly number[]; readonly name: string; readonly remedy: string }[] =
  [
    { magic: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image', remedy: SAVE_AS_TEXT },
    { magic: [0xff, 0xd8, 0xff], name: 'a JPEG image', remedy: SAVE_AS_TEXT },
    { magic: [0x47, 0x49, 0x46, 0x38], name: 'a GIF image', remedy: SAVE_AS_TEXT },
    { magic: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF', remedy: 'Copy its text into a plain-text file' },
    { magic: [0x1f, 0x8b], name: 'a gzip archive', remedy: 'Unpack it first' },
    { magic: [0x50, 0x4b, 0x03, 0x04], name: 'a Word file or another zip archive', remedy: SAVE_AS_TEXT },
    { magic: [0x50, 0x4b, 0x05, 0x06], name: 'an empty zip archive', remedy: SAVE_AS_TEXT },
    { magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], name: 'an old Word file', remedy: SAVE_AS_TEXT },
    { magic: [0x7f, 0x45, 0x4c, 0x46], name: 'a program', remedy: 'Use an article in plain text or Markdown' },
    { magic: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a rich-text file', remedy: SAVE_AS_TEXT },
  ]

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

/** Removes the last line, which was cut short, unless it is the only one. */
function withoutLastLine(text: string): string {
  const end = text.lastIndexOf('\n')
  return end > 0 ? text.slice(0, end) : text
}

/**
 * Decodes the bytes of a text file without normalising the text. A message reports invalid UTF-8 or the encoding that
 * was assumed.
 */
export function decodeText(bytes: Uint8Array, file: VFile): string {
  const utf16 = utf16Of(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes, WHOLE_CHARACTERS)
  const text = new TextDecoder('utf-8').decode(bytes, WHOLE_CHARACTERS)
  if (!text.includes('\uFFFD') || isUtf8(bytes)) return text
  const report = (reason: string) =>
    file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'encoding' })
  if (!isPartlyUtf8(text, bytes)) {
    const encoding = detectEncoding(bytes)
    report(
      `The file is not UTF-8 and was read as ${encoding ?? 'Windows-1252'}. Save it as UTF-8 if letters look wrong.`,
    )
    return encoding === undefined ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes, WHOLE_CHARACTERS)
  }
  const mixed = decodeMixed(bytes)
  if (mixed.includes('\uFFFD'))
    report('Some bytes are not valid UTF-8 and were replaced with �. Save the file as UTF-8.')
  else report('Some letters are not UTF-8 and were read as Windows-1252. Save the file as UTF-8 if they look wrong.')
  return mixed
}

/** Ignores an incomplete character at the end, where the limit may have cut one in two. */
const WHOLE_CHARACTERS = { stream: true } as const

/** Detects UTF-16, which has a byte order mark or, if the text is mostly Latin, a zero in every other byte. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const half = sample.length / 2
  const [even = 0, odd = 0] = zeros
  if (odd > half * MIN_ZERO_HIGH_BYTES && even < half * MAX_ZERO_LOW_BYTES) return 'utf-16le'
  if (even > half * MIN_ZERO_HIGH_BYTES && odd < half * MAX_ZERO_LOW_BYTES) return 'utf-16be'
  return undefined
}

/** The number of bytes or characters that are examined: enough to recognise an encoding. */
const SAMPLE_BYTES = 4096
/** The minimum fraction of zeros among the high bytes of mostly Latin text in UTF-16. */
const MIN_ZERO_HIGH_BYTES = 0.7
/** The maximum fraction of zeros among the low bytes of text in UTF-16. */
const MAX_ZERO_LOW_BYTES = 0.1

/** Whether bytes are valid UTF-8, apart from an incomplete character at the end. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, WHOLE_CHARACTERS)
    return true
  } catch {
    return false
  }
}

/**
 * Whether a file is damaged UTF-8 or partly in another encoding, rather than text in Windows-1252: more characters were
 * decoded than replaced, or some of them are unlikely to look like UTF-8 by chance.
 */
function isPartlyUtf8(text: string, bytes: Uint8Array): boolean {
  const replaced = text.match(/\uFFFD/g)?.length ?? 0
  const decoded = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0
  if (decoded > replaced) return true
  const certain = Buffer.from(bytes).toString('latin1').match(CERTAIN_UTF8)?.length ?? 0
  return certain > replaced * MIN_CERTAIN
}

const MIN_CERTAIN = 0.25

/**
 * Matches frequent characters of UTF-8 that are unlikely in Windows-1252: a Latin letter whose second byte is no quote,
 * dash, ellipsis or space in Windows-1252, a quote, a dash, an ellipsis or a euro sign. By contrast, the end of «CAFÉ»
 * may look like one letter in UTF-8.
 */
const CERTAIN_UTF8 =
  /[\xC2\xC3](?![\x82\x84\x85\x8B\x91-\x97\x9B\xA0\xAB\xBB])[\x80-\xBF]|\xE2\x80[\x93-\xA6]|\xE2\x82\xAC/g

/**
 * Decodes UTF-8 in which some characters are in Windows-1252, as in a file to which different programs have written.
 * Bytes between letters of other scripts, and more than a few in a row, are damaged UTF-8.
 */
function decodeMixed(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1')
  const decoded = latin1.replace(/[\x80-\xFF]+/g, (run) => {
    const text = decodeUtf8(run)
    if (OTHER_SCRIPT.test(text)) return text
    return run.replace(UTF8_OR_OTHER, (part, utf8: string | undefined) =>
      utf8 !== undefined || part.length > MAX_LETTERS
        ? decodeUtf8(part)
        : decodeWindows1252(Buffer.from(part, 'latin1')),
    )
  })
  return withoutByteOrderMark(decoded)
}

function decodeUtf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8')
}

/** Matches the bytes of a character beyond ASCII in UTF-8. */
const UTF8 =
  '(?:[\\xC2-\\xDF]|\\xE0(?=[\\xA0-\\xBF])[\\x80-\\xBF]|\\xED(?=[\\x80-\\x9F])[\\x80-\\xBF]|[\\xE1-\\xEC\\xEE\\xEF][\\x80-\\xBF]|\\xF0(?=[\\x90-\\xBF])[\\x80-\\xBF]{2}|[\\xF1-\\xF3][\\x80-\\xBF]{2}|\\xF4(?=[\\x80-\\x8F])[\\x80-\\xBF]{2})[\\x80-\\xBF]'
const UTF8_OR_OTHER = new RegExp(`((?:${UTF8})+)|(?:(?!${UTF8})[\\x80-\\xFF])+`, 'g')

const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u

/** The maximum number of non-ASCII letters in a row in the languages that are written in Windows-1252. */
const MAX_LETTERS = 3

/** Decodes Windows-1252. `TextDecoder` cannot: in Node 20 it decodes the bytes 80 to 9F as control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9F]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control)
}

/** The characters for the bytes 80 to 9F; 81, 8D, 8F, 90 and 9D have none. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'

/**
 * Whether text was decoded from binary data. Text may contain stray control characters, but rarely is a third of it
 * unreadable. Among random bytes, one in ten is a control character, and many different ones occur. Random bytes are
 * also rarely valid UTF-8.
 */
function isBinary(text: string, bytes: Uint8Array): boolean {
  const sample = text.slice(0, SAMPLE_BYTES)
  const controls = sample.match(/[\0-\x08\x0E-\x1A\x1C-\x1F]/g) ?? []
  const undecodableCount = sample.match(/[\uFFFD\x80-\x9F]/g)?.length ?? 0
  if (controls.length + undecodableCount > sample.length * MAX_UNREADABLE) return true
  if (sample.length < SHORTEST_BINARY || new Set(controls).size < MIN_DIFFERENT_CONTROLS) return false
  return (
    controls.length > sample.length * (isUtf8(bytes.subarray(0, SAMPLE_BYTES)) ? MAX_CONTROLS_IN_UTF8 : MAX_CONTROLS)
  )
}

/** The maximum fraction of unreadable characters in text. */
const MAX_UNREADABLE = 0.3
/** The maximum fraction of control characters in text that contains many different ones. */
const MAX_CONTROLS = 0.04
const MAX_CONTROLS_IN_UTF8 = 0.15
/** In characters. In shorter text, control characters prove nothing. */
const SHORTEST_BINARY = 256
/** The minimum number of different control characters in binary data. */
const MIN_DIFFERENT_CONTROLS = 8
