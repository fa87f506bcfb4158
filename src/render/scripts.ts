// Embeds scripts in HTML documents.

import type { Element } from 'hast'
import { h } from 'hastscript'

/** Makes a script element from text that `escapeScript` has returned. */
export function script(text: string): Element {
  return h('script', text)
}

/**
 * Makes the text of a script safe inside an HTML document: what an HTML parser would take for a tag or a comment is
 * escaped. The escapes mean the same inside strings, templates and regular expressions, which are the only places where
 * scripts contain such text.
 */
export function escapeScript(source: string): string {
  return source.replace(/<(?=!--|\/?script)/gi, '\\x3C')
}
