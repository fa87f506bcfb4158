// Unpacks Word files within limits.

import type { VFile } from 'vfile'
import { formatSize } from '../../util/format-size.ts'
import { entriesOf, unpack, type ZipEntry } from '../../util/zip.ts'
import { LIMITS } from '../limits.ts'
import { type UnreadableError, unreadableError } from '../unreadable-error.ts'

/** An open Word file, with its XML unpacked and its pictures still packed. */
export interface WordPackage {
  /** The XML parts that are read, keyed by name. */
  readonly parts: ReadonlyMap<string, Buffer>
  /** The names of all other parts. */
  readonly otherParts: readonly string[]
  /** Unpacks a part. Returns undefined if it does not exist, is damaged or is too large. */
  unpackPart(name: string): Buffer | undefined
}

/**
 * Opens a Word file and unpacks its XML, and checks the limits while it does so.
 * @throws {UnreadableError} if the file is not a Word file, or is damaged, encrypted or too large
 */
export function openPackage(bytes: Uint8Array, file: VFile): WordPackage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) throw unreadableError(file, 'empty', 'The file is empty. Write the article into it.')
  if (buffer.length > LIMITS.packageBytes) throw tooLargeError(file)
  if (buffer.indexOf(COMPOUND_FILE) === 0) throw unreadableError(file, 'format', reasonForCompoundFile(buffer))
  if (buffer.indexOf(ZIP) !== 0) throw unreadableError(file, 'format', NOT_WORD)
  const entries = entriesOf(buffer)
  if (!entries) throw damagedFileError(file)
  if (entries.length > LIMITS.packageEntries) throw tooLargeError(file)
  if (!entries.some(({ name }) => name.startsWith('word/')))
    throw unreadableError(file, 'format', reasonForOtherArchive(entries))
  const xmlEntries = entries.filter(({ name }) => PARTS_TO_READ.test(name))
  if (xmlEntries.some(({ isEncrypted }) => isEncrypted)) throw unreadableError(file, 'format', ENCRYPTED)
  if (xmlEntries.reduce((sum, { unpackedSize }) => sum + unpackedSize, 0) > LIMITS.packageXml) throw tooLargeError(file)
  const parts = partsOf(buffer, xmlEntries, file)
  return {
    parts,
    otherParts: entries.map(({ name }) => name).filter((name) => !parts.has(name)),
    unpackPart: (name) => {
      const entry = entries.find((each) => each.name === name)
      const part = entry && unpack(buffer, entry, LIMITS.partBytes)
      return typeof part === 'string' ? undefined : part
    },
  }
}

/** The parts that are read: text, styles, properties and the relationships between parts. */
const PARTS_TO_READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w-]+\.xml(?:\.rels)?)$/

function partsOf(buffer: Buffer, entries: readonly ZipEntry[], file: VFile): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let bytesLeft: number = LIMITS.packageXml
  for (const entry of entries) {
    const part = unpack(buffer, entry, LIMITS.partBytes)
    if (part === 'broken') throw damagedFileError(file)
    if (part === 'too large' || part.length > bytesLeft) throw tooLargeError(file)
    bytesLeft -= part.length
    parts.set(entry.name, part)
  }
  return parts
}

/** The signature of files from old versions of Office, and of encrypted files. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const ZIP = Buffer.from('PK')

function reasonForCompoundFile(buffer: Buffer): string {
  if (buffer.includes('EncryptedPackage', 0, 'utf16le')) return ENCRYPTED
  return 'This file is in the format of an old version of Word or another Office program. Open it in Word and save it as .docx.'
}

const ENCRYPTED = 'This file is protected with a password. Open it in Word, remove the password and save it again.'
const NOT_WORD = 'This is not a Word file, despite its name. Save the article as .docx, plain text or Markdown.'

function reasonForOtherArchive(entries: readonly ZipEntry[]): string {
  const kind = OTHER_KINDS.find(({ part }) => entries.some(({ name }) => name.startsWith(part)))
  if (kind === undefined && entries.length > 0)
    return 'This is a zip archive, not a Word file. Unpack it, and use the article that is in it.'
  const name = kind?.name ?? 'an empty zip archive'
  return `This is ${name}, not a Word file. Save the article as .docx, plain text or Markdown.`
}

const OTHER_KINDS: readonly { readonly part: string; readonly name: string }[] = [
  { part: 'ppt/', name: 'a PowerPoint file' },
  { part: 'xl/', name: 'an Excel file' },
  { part: 'META-INF/container.xml', name: 'an EPUB book' },
  { part: 'META-INF/manifest.xml', name: 'an OpenDocument file' },
  { part: 'Index/', name: 'a Pages document' },
]

export function damagedFileError(file: VFile): UnreadableError {
  return unreadableError(
    file,
    'format',
    'This Word file is damaged. Open it in Word, let Word repair it and save it again.',
  )
}

function tooLargeError(file: VFile): UnreadableError {
  const limits = `${formatSize(LIMITS.packageBytes)}, or has more than ${formatSize(LIMITS.packageXml)} of text or ${LIMITS.packageEntries} parts`
  return unreadableError(file, 'too-long', `This Word file is larger than ${limits}. Split it.`)
}
