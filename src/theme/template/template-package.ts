// Unpacks a PowerPoint file within limits.

import { readFileSync } from 'node:fs'
import type { Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { entriesOf, unpack, type ZipEntry } from '../../model/zip.ts'
import { BadTheme } from '../bad-theme.ts'

/** The parts of a PowerPoint file, read within limits. */
export interface TemplatePackage {
  /** The bytes of a part; null if there is no such part. */
  readonly partAt: (name: string) => Buffer | null
  readonly xmlAt: (name: string) => Root | null
  /** Parses the bytes of the part with this name; throws unless they are XML that is safe to read. */
  readonly parsed: (name: string, bytes: Buffer) => Root
  readonly fault: (reason: string) => BadTheme
}

/**
 * The limits of a template: bytes packed, bytes unpacked, bytes of one part, parts, characters and elements of the XML
 * in one part.
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
 * @throws {BadTheme} for other files; reading a part also throws if it is damaged, locked or too large
 */
export function templatePackage(path: string): TemplatePackage {
  const bytes = readBytes(path)
  const fault = (reason: string) => new BadTheme(path, [{ reason }])
  const found = new Map(entriesWithin(bytes, fault).map((entry) => [entry.name, entry]))
  const budget = { left: TEMPLATE_LIMITS.unpacked as number }
  const partAt = (name: string): Buffer | null => {
    const entry = found.get(name)
    if (entry === undefined) return null
    const part = entry.isEncrypted ? 'broken' : unpack(bytes, entry, Math.min(TEMPLATE_LIMITS.part, budget.left))
    if (part === 'too large') throw fault(TOO_LARGE)
    if (part === 'broken') throw fault('It is damaged or locked. Save it again as .potx.')
    budget.left -= part.length
    return part
  }
  const parsed = (name: string, part: Buffer): Root => {
    const root = parsedSafely(part)
    if (root !== null) return root
    throw fault(`${name} in it is not XML that can be read safely. Save the template again from PowerPoint.`)
  }
  const xmlAt = (name: string): Root | null => {
    const part = partAt(name)
    return part === null ? null : parsed(name, part)
  }
  return { partAt, xmlAt, parsed, fault }
}

function entriesWithin(bytes: Buffer, fault: TemplatePackage['fault']): readonly ZipEntry[] {
  if (bytes.length > TEMPLATE_LIMITS.packed) throw fault(TOO_LARGE)
  if (bytes.indexOf(COMPOUND) === 0)
    throw fault('It is locked with a password, or an old .ppt. Save it as .potx without a password.')
  const entries = bytes.indexOf(ZIP) === 0 ? entriesOf(bytes) : undefined
  if (entries === undefined) throw fault('This is not a PowerPoint file, or it is damaged. Save it again as .potx.')
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (entries.length > TEMPLATE_LIMITS.entries || unpacked > TEMPLATE_LIMITS.unpacked) throw fault(TOO_LARGE)
  return entries
}

const TOO_LARGE = 'It is too large, packed or unpacked. Compress its pictures and save it again.'
const ZIP = Buffer.from('PK')
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`
    throw new BadTheme(path, [{ reason: `${reason} Give the path of a .potx or .pptx.` }])
  }
}

/**
 * Parses XML; null if it is not XML, is too large, or has a document type or entities, which could name files or expand
 * without end.
 */
function parsedSafely(bytes: Buffer): Root | null {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')
  const count = text.split('<').length
  if (/<!DOCTYPE|<!ENTITY/i.test(text) || text.length > TEMPLATE_LIMITS.xml || count > 2 * TEMPLATE_LIMITS.elements)
    return null
  try {
    return fromXml(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}
