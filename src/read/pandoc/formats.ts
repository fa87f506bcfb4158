import type { VFile } from 'vfile'
import { extensionOf, isWebPage } from '../format.ts'
import { isReStructuredText } from '../lightweight-markup.ts'

/** A format that Lectern reads with Pandoc. */
export interface PandocFormat {
  /** Pandoc's name for the format. */
  readonly name: string
  /** The usual name for a file in this format. It completes "This is …". */
  readonly description: string
  readonly extensions: readonly string[]
}

/**
 * Returns the format of a file that is read with Pandoc, judged by its signature, or else by its extension or, if that is
 * missing or `.txt`, by its text. Returns undefined for any other file.
 */
export function pandocFormatOf(bytes: Uint8Array, file: VFile): PandocFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, SEARCHED_BYTES)).toString('latin1')
  const formatNamed = (name: string | undefined) => FORMATS.find((format) => format.name === name)
  const signed = SIGNATURES.find(({ pattern }) => pattern.test(start))
  if (signed) return formatNamed(signed.name)
  if (isWebPage(bytes, file) || OFFICE_SIGNATURE.test(start)) return undefined
  const extension = extensionOf(file)
  if (extension === '' || extension === '.txt')
    return formatNamed(TEXT_FORMATS.find(({ matches }) => matches(start))?.name)
  return FORMATS.find(({ name, extensions }) => extensions.includes(extension) && name !== 'rtf')
}

export const FORMATS: readonly PandocFormat[] = [
  { name: 'odt', description: 'an OpenDocument text document', extensions: ['.odt'] },
  { name: 'epub', description: 'an EPUB book', extensions: ['.epub'] },
  { name: 'rtf', description: 'a rich-text file', extensions: ['.rtf'] },
  { name: 'latex', description: 'LaTeX', extensions: ['.tex', '.latex', '.ltx'] },
  { name: 'rst', description: 'reStructuredText', extensions: ['.rst'] },
  { name: 'org', description: 'an Org file', extensions: ['.org'] },
  { name: 'textile', description: 'Textile', extensions: ['.textile'] },
  { name: 'mediawiki', description: 'wiki text', extensions: ['.wiki', '.mediawiki'] },
  { name: 'fb2', description: 'a FictionBook file', extensions: ['.fb2'] },
]

const SEARCHED_BYTES = 64 * 1024

/** The beginning of a LaTeX document, which may have comments and options of packages above it. */
export const LATEX_START =
  /^\s*(?:(?:%[^\n]*|\\(?:PassOptionsToPackage|RequirePackage)\b[^\n]*)\n\s*)*\\document(?:class|style)\b/

/** Patterns for the first bytes of files that are in a format whatever their names are. */
const SIGNATURES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'rtf', pattern: /^\{\\rtf1/ },
  { name: 'odt', pattern: /^PK\x03\x04[\s\S]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.text(?!-)/ },
  { name: 'epub', pattern: /^PK\x03\x04[\s\S]{26}mimetypeapplication\/epub\+zip/ },
]

/** Matches the first part of a Word, Excel or PowerPoint file. */
const OFFICE_SIGNATURE = /^PK\x03\x04[\s\S]{26}(?:\[Content_Types\]\.xml|(?:_rels|docProps|word|xl|ppt)\/)/

const TEXT_FORMATS: readonly { readonly name: string; readonly matches: (start: string) => boolean }[] = [
  { name: 'latex', matches: (start) => LATEX_START.test(start) },
  { name: 'rst', matches: isReStructuredText },
]
