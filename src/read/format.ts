// Detects the format of a file.

import type { VFile } from 'vfile'

export type TextFormat = 'plain' | 'markdown'

declare module 'vfile' {
  interface DataMap {
    /** The extension to assume, such as `.html`, for a file from the web whose name does not show its format. */
    extension: string
    /** The address against which relative addresses in a web page are resolved. */
    base: string
  }
}

/**
 * Returns the extension that shows the format of a file, in lower case and with its dot; an empty string if there is
 * none.
 */
export function extensionOf({ data, extname }: VFile): string {
  return (data.extension ?? extname ?? '').toLowerCase()
}

/** Detects the markup of text: Markdown if the file's extension or the content shows it, otherwise plain text. */
export function formatOf(text: string, file: VFile): TextFormat {
  return hasMarkdownExtension(file) || looksLikeMarkdown(text) ? 'markdown' : 'plain'
}

/** Whether a file has a Markdown extension. */
export function hasMarkdownExtension(file: VFile): boolean {
  return MARKDOWN_EXTENSIONS.has(extensionOf(file))
}

const MARKDOWN_EXTENSIONS: ReadonlySet<string> = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd', '.rmd'])

/**
 * Whether a file is a saved web page, judged by its extension or its first tag. The first tag of a Markdown file does
 * not count.
 */
export function isWebPage(bytes: Uint8Array, file: VFile): boolean {
  if (PAGE_EXTENSIONS.has(extensionOf(file))) return true
  const head = Buffer.from(bytes.subarray(0, PAGE_HEAD_BYTES))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF|^\xFF\xFE|^\xFE\xFF|\0/g, '')
  return !hasMarkdownExtension(file) && FIRST_TAG.test(head)
}

const PAGE_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.htm', '.xhtml', '.mhtml', '.mht'])

/** The first tag must be within this many bytes of the start. */
const PAGE_HEAD_BYTES = 1000
const FIRST_TAG = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i

/** Whether a file is a PDF, judged by its signature, which a few stray bytes may precede. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, PDF_HEAD_BYTES)).toString('latin1').includes('%PDF-')
}

/** The signature must be within this many bytes of the start. */
const PDF_HEAD_BYTES = 16

/** Whether a file has a Word extension, or the signature of a zip archive or an old Office file. */
export function mayBeWordFile(bytes: Uint8Array, file: VFile): boolean {
  return (
    WORD_EXTENSIONS.has(extensionOf(file)) ||
    WORD_SIGNATURES.some((magic) => magic.every((byte, index) => bytes[index] === byte))
  )
}

const WORD_EXTENSIONS: ReadonlySet<string> = new Set(['.docx', '.docm', '.dotx', '.dotm'])

/** The signatures of zip archives, of empty zip archives and of old Office files. */
const WORD_SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/**
 * Whether text looks like Markdown: it has two `#` headings, or one heading and other markup, such as a list item or a
 * link. Comments in scripts look like headings. Therefore, the text must also meet one of these conditions: it begins
 * with a heading; it has at least as many other marks as headings; or at least half of its headings are between blank
 * lines, and one of those is deeper than level 1.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n')
  const headings = [...lines.entries()].filter(([, line]) => HEADING.test(line))
  const otherMarks = text.match(OTHER_MARK)?.length ?? 0
  if (headings.length === 0 || headings.length + otherMarks < 2) return false
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === ''
  const setOff = headings.filter(([index]) => isBlank(lines[index - 1]) && isBlank(lines[index + 1]))
  const areSetOff = setOff.length * 2 >= headings.length && setOff.some(([, line]) => line.startsWith('##'))
  return HEADING_AT_START.test(text) || areSetOff || otherMarks >= headings.length
}

const HEADING = /^#{1,6} +\S/
const HEADING_AT_START = /^\s*#{1,6} /
const OTHER_MARK = /^(?:```|~~~)|^[-*] +\S|\*\*\S[^*\n]*\*\*|\[[^\][\n]+\]\([^()\s]+\)/gm
