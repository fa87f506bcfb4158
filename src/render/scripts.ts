import type { Element } from 'hast'
import { h } from 'hastscript'

/** A script as an element, its text as `scriptText` gives it. */
export function script(text: string): Element {
  return h('script', text)
}

/**
 * A script that may stand inside a document: what HTML would take for a tag or a comment is written as an escape, which
 * is the same within a string, a template or a regular expression, the only places where scripts hold it.
 */
export function scriptText(source: string): string {
  return source.replace(/<(?=!--|\/?script)/gi, '\\x3C')
}
