// Unpacks a PowerPoint file, unless it exceeds the limits.

import { readFileSync } from 'node:fs'
import type { Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { withoutByteOrderMark } from '../../util/byte-order-mark.ts'
import { entriesOf, unpack, type ZipEntry } from '../../util/zip.ts'
import { ThemeError } from '../theme-error.ts'

/** Reads the parts of a PowerPoint file, unless they exceed the limits. */
export interface TemplatePackage {
  /** Returns the bytes of a part; null if there is no such part. */
  readonly readPart: (name: string) => Buffer | null
  /** Returns the XML of a part; null if there is no such part. */
  readonly readXml: (name: string) => Root | null
  /** Parses the bytes of the part with this name; throws unless they are XML that is safe to read. */
  readonly parseXml: (name: string, bytes: Buffer) => Root
  /** Makes an error about this file. */
  readonly themeError: (reason: string) => ThemeError
}

/**
 * The limits of a template: its compressed and uncompressed size and the size of one part, in bytes; the number of parts;
 * and the characters and elements of the XML in one part.
 */
const TEMPLATE_LIMITS = {
  packed: 128 * 2 ** 20,
  unpacked: 256 * 2 ** 20,
  part: 64 * 2 ** 20,
  entries: 5000,
  xml: 16 * 2 ** 20,
  elements: 200_000,
} as const

/**
 * Opens a PowerPoint file.
 * @throws {ThemeError} for other files; reading a part also throws if it is damaged, encrypted or too large
 */
export function openTemplatePackage(path: string): TemplatePackage {
  const bytes = readBytes(path)
  const themeError = (reason: string) => new ThemeError(path, [{ reason }])
  const entries = new Map(entriesWithin(bytes, themeError).map((entry) => [entry.name, entry]))
  const budget = { left: TEMPLATE_LIMITS.unpacked as number }
  const readPart = (name: string): Buffer | null => {
    const entry = entries.get(name)
    if (entry === undefined) return null
    const part = entry.isEncrypted ? 'broken' : unpack(bytes, entry, Math.min(TEMPLATE_LIMITS.part, budget.left))
    if (part === 'too large') throw themeError(TOO_LARGE)
    if (part === 'broken') throw themeError('It is damaged or encrypted. Save it again as .potx.')
    budget.left -= part.length
    return part
  }
  const parseXml = (name: string, part: Buffer): Root => {
    const root = parseSafely(part)
    if (root !== null) return root
    throw themeError(`Its part ${name} is not XML that can be read safely. Save the template again from PowerPoint.`)
  }
  const readXml = (name: string): Root | null => {
    const part = readPart(name)
    return part === null ? null : parseXml(name, part)
  }
  return { readPart, readXml, parseXml, themeError }
}

function entriesWithin(bytes: Buffer, themeError: TemplatePackage['themeError']): readonly ZipEntry[] {
  if (bytes.length > TEMPLATE_LIMITS.packed) throw themeError(TOO_LARGE)
  if (bytes.indexOf(COMPOUND_SIGNATURE) === 0)
    throw themeError('It is protected with a password, or it is an old .ppt. Save it as .potx without a password.')
  const entries = bytes.indexOf(ZIP_SIGNATURE) === 0 ? entriesOf(bytes) : undefined
  if (entries === undefined)
    throw themeError('This is not a PowerPoint file, or it is damaged. Save it again as .potx.')
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedSize, 0)
  if (entries.length > TEMPLATE_LIMITS.entries || unpacked > TEMPLATE_LIMITS.unpacked) throw themeError(TOO_LARGE)
  return entries
}

const TOO_LARGE = 'It is too large, compressed or uncompressed. Compress its pictures and save it again.'
const ZIP_SIGNATURE = Buffer.from('PK')
const COMPOUND_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`
    throw new ThemeError(path, [{ reason: `${reason} Give the path of a .potx or .pptx.` }])
  }
}

/**
 * Parses XML. Returns null if that is impossible, if it is too large, or if it has a document type or entities, which
 * could name files or expand without end.
 */
function parseSafely(bytes: Buffer): Root | null {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')
  const count = text.split('<').length
  if (/<!DOCTYPE|<!ENTITY/i.test(text) || text.length > TEMPLATE_LIMITS.xml || count > 2 * TEMPLATE_LIMITS.elements)
    return null
  try {
    return fromXml(withoutByteOrderMark(text))
  } catch {
    return null
  }
}
