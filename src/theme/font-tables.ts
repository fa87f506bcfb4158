// Reads the tables of a font file, including one in the web format WOFF 2.

import { brotliDecompressSync } from 'node:zlib'
import { fontFormatOf } from '../model/font-format.ts'

/** The tables of a font, keyed by tag. Tables that a web font stores in transformed form are left out. */
export type FontTables = ReadonlyMap<string, Uint8Array>

/** @throws {RangeError} if offsets in a broken file point beyond its end */
export function fontTablesIn(bytes: Uint8Array): FontTables {
  return fontFormatOf(bytes)?.name === 'woff2' ? tablesOfWebFont(bytes) : tablesOfFont(bytes)
}

function tablesOfFont(bytes: Uint8Array): FontTables {
  const view = viewOf(bytes)
  const tables = Array.from({ length: view.getUint16(4) }, (_, index): [string, Uint8Array] => {
    const entry = 12 + index * 16
    const [start, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)]
    return [latin1(bytes.subarray(entry, entry + 4)), bytes.subarray(start, start + length)]
  })
  return new Map(tables)
}

/**
 * Reads the tables of a WOFF 2 file (W3C, "WOFF File Format 2.0", sections 4 and 5): a directory, then all tables
 * compressed.
 */
function tablesOfWebFont(bytes: Uint8Array): FontTables {
  const view = viewOf(bytes)
  const { entries, end } = readDirectory(view)
  const compressed = bytes.subarray(end, end + view.getUint32(COMPRESSED_SIZE))
  const tableData = brotliDecompressSync(compressed, { maxOutputLength: MAX_BYTES })
  const tables = new Map<string, Uint8Array>()
  let start = 0
  for (const { tag, length, isTransformed } of entries) {
    if (!isTransformed) tables.set(tag, tableData.subarray(start, start + length))
    start += length
  }
  return tables
}

/** The maximum size of the tables of a web font, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024

/** Offsets in the header of a web font, and the length of the header, in bytes. */
const TABLE_COUNT = 12
const COMPRESSED_SIZE = 20
const HEADER_SIZE = 48

interface DirectoryEntry {
  readonly tag: string
  /** The number of bytes in the compressed data. */
  readonly length: number
  readonly isTransformed: boolean
}

function readDirectory(view: DataView): { readonly entries: readonly DirectoryEntry[]; readonly end: number } {
  let position = HEADER_SIZE
  const nextByte = () => view.getUint8(position++)
  const nextNumber = (value = 0): number => {
    const byte = nextByte()
    const sum = value * 128 + (byte & 127)
    return byte < 128 ? sum : nextNumber(sum)
  }
  const entries = Array.from({ length: view.getUint16(TABLE_COUNT) }, (): DirectoryEntry => {
    const flags = nextByte()
    const known = KNOWN_TAGS[flags & 63]
    const tag = known ?? String.fromCharCode(nextByte(), nextByte(), nextByte(), nextByte())
    const version = flags >> 6
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
    const originalLength = nextNumber()
    return { tag, isTransformed, length: isTransformed ? nextNumber() : originalLength }
  })
  return { entries, end: position }
}

/** The tags that a directory refers to by number. */
const KNOWN_TAGS = (
  'cmap,head,hhea,hmtx,maxp,name,OS/2,post,cvt ,fpgm,glyf,loca,prep,CFF ,VORG,EBDT,EBLC,gasp,hdmx,kern,LTSH,PCLT,VDMX,vhea,' +
  'vmtx,BASE,GDEF,GPOS,GSUB,EBSC,JSTF,MATH,CBDT,CBLC,COLR,CPAL,SVG ,sbix,acnt,avar,bdat,bloc,bsln,cvar,fdsc,feat,fmtx,fvar,' +
  'gvar,hsty,just,lcar,mort,morx,opbd,prop,trak,Zapf,Silf,Glat,Gloc,Feat,Sill'
).split(',')

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
