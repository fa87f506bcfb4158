import type { VFile } from 'vfile'
import { unreadable } from './unreadable.ts'

export type Format = 'plain' | 'markdown'

/**
 * How a text is marked up: as its extension says, and where that says nothing, or says plain text, as it looks.
 * @throws {Unreadable} for formats that are not read.
 */
export function formatOf(text: string, file: VFile): Format {
  const known = EXTENSIONS[file.extname?.toLowerCase() ?? '']
  if (known === 'markdown') return known
  if (known === 'foreign' || WEB_PAGE.test(text.slice(0, HEAD))) {
    throw unreadable(
      file,
      'format',
      'This kind of file is not read yet; save it as a web page, as plain text or as Markdown.',
    )
  }
  return looksLikeMarkdown(text) ? 'markdown' : 'plain'
}

/** Whether a file is a saved web page, by its extension. */
export function isWebPage(file: VFile): boolean {
  return PAGES.has(file.extname?.toLowerCase() ?? '')
}

const PAGES: ReadonlySet<string> = new Set(['.html', '.htm', '.xhtml', '.mhtml', '.mht'])

const EXTENSIONS: Readonly<Record<string, Format | 'foreign' | undefined>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdown': 'markdown',
  '.mkd': 'markdown',
  '.mdx': 'markdown',
  '.qmd': 'markdown',
  '.rmd': 'markdown',
  '.txt': 'plain',
  '.text': 'plain',
  '.docx': 'foreign',
  '.doc': 'foreign',
  '.odt': 'foreign',
  '.rtf': 'foreign',
}

const WEB_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i
const HEAD = 1000

/** Two headings with marks, or one and some other mark that plain text does not have. */
function looksLikeMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6} +\S/gm)?.length ?? 0
  return headings > 1 || (headings === 1 && OTHER_MARK.test(text))
}

const OTHER_MARK = /^(?:```|~~~)|\*\*\S[^*\n]*\*\*|\[[^\][\n]+\]\([^()\s]+\)/m
