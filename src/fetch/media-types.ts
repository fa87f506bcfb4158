/** The media types that may be fetched as an article, each with the usual file extension. */
export const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'multipart/related': '.mhtml',
  'text/markdown': '.md',
  'text/x-markdown': '.md',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
}

/** Matches the extension of a file that servers often send with a vague type. */
const FILE_EXTENSION = /\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd|txt|text|html?|docx|pdf)$/i

/** Types that servers send for any kind of file. */
const VAGUE_TYPES: ReadonlySet<string> = new Set(['', 'text/plain', 'application/octet-stream', 'binary/octet-stream'])

/** Returns the extension for a file of a media type at an address; null if the file cannot be an article. */
export function extensionFor(type: string, { pathname }: URL): string | null {
  const [extension] = FILE_EXTENSION.exec(pathname) ?? []
  return (VAGUE_TYPES.has(type) ? extension?.toLowerCase() : undefined) ?? EXTENSIONS[type] ?? null
}

/** The kinds of file that can be fetched, for messages. */
export const ACCEPTED_KINDS = 'a web page, Markdown, plain text, a Word file or a PDF'

/** Returns the media type in a `content-type` header, without parameters and in lower case. */
export function parseMediaType(header: string | undefined): string {
  return header?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Returns the encoding that a `content-type` header names; undefined if it names none. */
export function parseCharset(header: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([\w:.-]{2,40})/i.exec(header ?? '')?.[1]
}
