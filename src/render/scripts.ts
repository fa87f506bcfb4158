import type { Element } from 'hast'
import { h } from 'hastscript'

/** A script element; its text is as `scriptText` returns it. */
export function script(text: string): Element {
  return h('script', text)
}

/**
 * Makes a script safe inside a document: what HTML would take for a tag or a comment is escaped, which means the same within
 * strings, templates and regular expressions, the only places where scripts contain it.
 */
export function scriptText(source: string): string {
  return source.replace(/<(?=!--|\/?script)/gi, '\\x3C')
}
