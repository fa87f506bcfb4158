// Recognises lightweight markup other than Markdown in files whose names do not show it.

import { looksLikeMarkdown } from './format.ts'

/**
 * Whether text is reStructuredText: it has a directive, and another one or an underlined heading. Plain text may have
 * a single directive as an example, and Markdown several.
 */
export function isReStructuredText(text: string): boolean {
  const directives = text.match(RST_DIRECTIVES)?.length ?? 0
  const hasMarks = directives > 1 || (directives === 1 && RST_HEADING.test(text))
  return hasMarks && !looksLikeMarkdown(text)
}

/** Matches directives, such as `.. note::`, and substitutions. */
const RST_DIRECTIVES = /^\.\. (?:\|[^|\n]{1,60}\| )?[a-z][\w:-]{0,40}::(?=[ \n])/gm
const RST_HEADING = /^\S[^\n]{0,200}\n([=\-~^"'`#*+.])\1{2,200}\n/m

/** Whether text is AsciiDoc: it begins with a heading and has two marks that only AsciiDoc has. */
export function isAsciiDoc(text: string): boolean {
  return ASCIIDOC_START.test(text) && (text.match(ASCIIDOC_MARKS)?.length ?? 0) > 1
}

/** A heading, which may have attributes, anchors and comments above it. Other text may have one as an example. */
const ASCIIDOC_START = /^\s*(?:(?::[a-z][^\n]*|\[[^\n]*\]|\/\/[^\n]*)\n\s*)*={1,6} \S/
/** Matches block macros, the lines around tables, the kinds of blocks, anchors and attributes of the document. */
const ASCIIDOC_MARKS =
  /^(?:(?:image|include|video|audio|toc)::[^\s[\]]{0,200}\[[^\n]{0,200}\]|\|={3,20}|\[(?:source|listing|quote|verse|cols=|NOTE|TIP|IMPORTANT|WARNING|CAUTION)[^\n]{0,200}\]|\[\[[\w-]{1,60}\]\]|:[a-z][\w-]{0,40}:(?: [^\n]{0,200})?)$/gm
