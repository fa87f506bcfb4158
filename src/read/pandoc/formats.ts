import type { VFile } from 'vfile'
import { extensionOf } from '../format.ts'

/** A format that Lectern reads with Pandoc. */
export interface PandocFormat {
  /** Pandoc's name for the format. */
  readonly name: string
  /** The usual name for a file in this format. It completes "This is …". */
  readonly description: string
  readonly extensions: readonly string[]
}

/**
 * Returns the format of a file that is read with Pandoc, judged by its extension or, if that is missing or `.txt`, by
 * its first bytes. Returns undefined for any other file.
 */
export function pandocFormatOf(bytes: Uint8Array, file: VFile): PandocFormat | undefined {
  const byExtension = FORMATS.find(({ extensions }) => extensions.includes(extensionOf(file)))
  const head = Buffer.from(bytes.subarray(0, SEARCHED_BYTES)).toString('latin1')
  const nameBySignature = SIGNATURES.find(({ pattern }) => pattern.test(head))?.name
  const needsSignature = extensionOf(file) === '' || extensionOf(file) === '.txt'
  return byExtension ?? (needsSignature ? FORMATS.find(({ name }) => name === nameBySignature) : undefined)
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

const SEARCHED_BYTES = 2_000

/** The beginning of a LaTeX document, which may have comments above it. */
export const LATEX_START = /^\s*(?:%[^\n]*\n\s*)*\\document(?:class|style)\b/

/** Patterns for the first bytes of files whose names do not show their format. */
const SIGNATURES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'rtf', pattern: /^\{\\rtf1/ },
  { name: 'odt', pattern: /^PK\x03\x04[\s\S]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.text(?![-\w])/ },
  { name: 'epub', pattern: /^PK\x03\x04[\s\S]{26}mimetypeapplication\/epub\+zip/ },
  { name: 'latex', pattern: LATEX_START },
]
