import type { VFile } from 'vfile'

export type Format = 'plain' | 'markdown'

declare module 'vfile' {
  interface DataMap {
    /** What kind of file this is, such as `.html`, where its name does not say that: it comes from the web. */
    extension: string
  }
}

/** The extension that tells the kind of a file, in small letters, with its dot; empty where there is none. */
export function extensionOf({ data, extname }: VFile): string {
  return (data.extension ?? extname ?? '').toLowerCase()
}

/** How a text is marked up: as its extension says, and where that says nothing, or says plain text, as it looks. */
export function formatOf(text: string, file: VFile): Format {
  return isMarkdown(file) || looksLikeMarkdown(text) ? 'markdown' : 'plain'
}

/** Whether its extension says that a file is Markdown. */
export function isMarkdown(file: VFile): boolean {
  return MARKDOWN.has(extensionOf(file))
}

const MARKDOWN: ReadonlySet<string> = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd', '.rmd'])

/** Whether a file is a saved web page, by its extension, or by its first words where that says nothing. */
export function isWebPage(bytes: Uint8Array, file: VFile): boolean {
  if (PAGES.has(extensionOf(file))) return true
  const head = Buffer.from(bytes.subarray(0, HEAD))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF|^\xFF\xFE|^\xFE\xFF|\0/g, '')
  return !isMarkdown(file) && WEB_PAGE.test(head)
}

const PAGES: ReadonlySet<string> = new Set(['.html', '.htm', '.xhtml', '.mhtml', '.mht'])

/** Whether a file is a PDF: by its first bytes, before which some programs write a few of their own. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, PDF_HEAD)).toString('latin1').includes('%PDF-')
}

const PDF_HEAD = 16

/** Whether a file is a Word file, or looks like one from outside. */
export function isWordFile(bytes: Uint8Array, file: VFile): boolean {
  return (
    WORD_FILES.has(extensionOf(file)) || ARCHIVES.some((magic) => magic.every((byte, index) => bytes[index] === byte))
  )
}

const WORD_FILES: ReadonlySet<string> = new Set(['.docx', '.docm', '.dotx', '.dotm'])

/** How zip files begin, and those of old Office programs. */
const ARCHIVES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
]

const WEB_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i
const HEAD = 1000

/**
 * Two headings with marks, or one and some other mark that plain text does not have. The comments of a script begin like headings, but
 * do not open a text, and hardly stand between blank lines, but with one mark.
 */
function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n')
  const headings = [...lines.entries()].filter(([, line]) => HEADING.test(line))
  const others = text.match(OTHER_MARK)?.length ?? 0
  if (headings.length === 0 || headings.length + others < 2) return false
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === ''
  const alone = headings.filter(([index]) => isBlank(lines[index - 1]) && isBlank(lines[index + 1]))
  const areAlone = alone.length * 2 >= headings.length && alone.some(([, line]) => line.startsWith('##'))
  return OPENING.test(text) || areAlone || others >= headings.length
}

const HEADING = /^#{1,6} +\S/
const OPENING = /^\s*#{1,6} /
const OTHER_MARK = /^(?:```|~~~)|^[-*] +\S|\*\*\S[^*\n]*\*\*|\[[^\][\n]+\]\([^()\s]+\)/gm
