import type { Code, Html, RootContent } from 'mdast'
import type { Source } from '../source.ts'

/**
 * Returns the HTML that a Markdown parser mistook for code: a raw HTML block (```` ```{=html} ````), or the indented
 * rest of an element that a blank line interrupts. Returns null for any other code.
 */
export function htmlIn(code: Code, before: RootContent | undefined, { text }: Source): Html | null {
  const { lang, value, position } = code
  const start = position?.start.offset ?? 0
  const isFenced = /^[`~]/.test(text.slice(start).trimStart())
  if (isFenced && !/^\{?=html\}?$/i.test(lang ?? '')) return null
  if (!isFenced && (before?.type !== 'html' || !/^\s*<\/?[a-z][\s\S]*>\s*$/i.test(value))) return null
  const htmlStart = isFenced ? text.indexOf('\n', start) + 1 : start
  return {
    type: 'html',
    value,
    ...(position && { position: { ...position, start: { ...position.start, offset: htmlStart } } }),
  }
}
