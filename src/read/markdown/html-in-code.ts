// Finds HTML that a Markdown parser mistakes for code.

import type { Code, Html, RootContent } from 'mdast'
import type { Source } from '../source.ts'

/** Returns the HTML of a raw HTML block (```` ```{=html} ````); null for any other code. */
export function rawHtmlIn(code: Code, source: Source): Html | null {
  const start = code.position?.start.offset ?? 0
  if (!isFenced(code, source) || !/^\{?=html\}?$/i.test(code.lang ?? '')) return null
  return htmlFrom(code, source.text.indexOf('\n', start) + 1)
}

/** Returns the indented rest of an element that a blank line interrupts, as HTML; null for any other code. */
export function interruptedHtmlIn(code: Code, before: RootContent | undefined, source: Source): Html | null {
  if (isFenced(code, source) || before?.type !== 'html' || !/^\s*<\/?[a-z][\s\S]*>\s*$/i.test(code.value)) return null
  return htmlFrom(code, code.position?.start.offset ?? 0)
}

function isFenced({ position }: Code, { text }: Source): boolean {
  return /^[`~]/.test(text.slice(position?.start.offset ?? 0, position?.end.offset).trimStart())
}

function htmlFrom({ value, position }: Code, offset: number): Html {
  return { type: 'html', value, ...(position && { position: { ...position, start: { ...position.start, offset } } }) }
}
