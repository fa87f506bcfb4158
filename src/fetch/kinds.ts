/** What may be fetched as an article: media types, and the extension of such a file. */
export const KINDS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'multipart/related': '.mhtml',
  'text/markdown': '.md',
  'text/x-markdown': '.md',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
}

/** Extensions of addresses that say more than the types that servers send with them. */
const NAMED = /\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd|txt|text|html?|docx|pdf)$/i

/** Types that say nothing. */
const VAGUE: ReadonlySet<string> = new Set(['', 'text/plain', 'application/octet-stream', 'binary/octet-stream'])

/** The extension of a file of this type at this address; null for what is no article. */
export function extensionFor(type: string, { pathname }: URL): string | null {
  const [named] = NAMED.exec(pathname) ?? []
  return (VAGUE.has(type) ? named?.toLowerCase() : undefined) ?? KINDS[type] ?? null
}

/** For people. */
export const KIND_NAMES = 'a web page, Markdown, plain text, a Word file or a PDF'

/** A content type without its parameters. */
export function mediaType(header: string | undefined): string {
  return header?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** The encoding that a content type names. */
export function charsetIn(header: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([\w:.-]{2,40})/i.exec(header ?? '')?.[1]
}
