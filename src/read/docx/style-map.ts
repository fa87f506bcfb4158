/**
 * The rows of mammoth's style map that convert styles of Word and compatible programs to HTML, in addition to the
 * headings and lists that mammoth converts by default.
 */
export const STYLE_MAP: readonly string[] = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Author'] => p.byline:fresh",
  "p[style-name='Authors'] => p.byline:fresh",
  "p[style-name='Date'] => p.date:fresh",
  ...[7, 8, 9].flatMap((level) => [`p[style-name='heading ${level}'] => h6:fresh`, `p.Heading${level} => h6:fresh`]),
  ...quotationRows(['Quote', 'Intense Quote', 'Block Text', 'Quotations', 'Blockquote']),
  ...listingRows(['Source Code', 'HTML Preformatted', 'Preformatted Text', 'Code', 'Plain Text Code', 'macro']),
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  "r[style-name='Source Text'] => code",
  "r[style-name='Emphasis'] => em",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Image Caption'] => p.caption:fresh",
  "p[style-name='Table Caption'] => p.caption:fresh",
  "p[style-name='TOC Heading'] => !",
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => !`),
  "p[style-name='table of figures'] => !",
]

function quotationRows(names: readonly string[]): readonly string[] {
  return names.map((name) => `p[style-name='${name}'] => blockquote > p:fresh`)
}

function listingRows(names: readonly string[]): readonly string[] {
  return names.map((name) => `p[style-name='${name}'] => pre:separator('\\n')`)
}
