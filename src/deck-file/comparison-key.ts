// Makes keys for comparing the words of a deck file with the words that Lectern wrote.

import type { Mark, MarkedText } from '../model/mark.ts'
import { type SourcedText, type StyledText, styledText } from '../model/styled-text.ts'

/**
 * Returns a key for comparing words: their text and marks, regardless of white space. A link whose text is its address
 * counts as plain text.
 */
export function keyOf({
  text,
  marks = [],
}: {
  readonly text: string
  readonly marks?: readonly Mark[] | undefined
}): string {
  return keyOfPieces(styledText({ text, spans: [[0, text.length]] }, { text, marks }))
}

/** Returns the key of a line with the article's marks. */
export function keyOfLine(line: SourcedText, article: MarkedText): string {
  return keyOfPieces(styledText(line, article))
}

function keyOfPieces(pieces: readonly StyledText[]): string {
  const runs: { text: string; readonly styleKey: string }[] = []
  for (const { text, styles } of pieces) {
    const styleKey = styles
      .map((style) => (style.type === 'link' ? linkKey(style.url, text) : style.type))
      .filter((key) => key !== '')
      .sort()
      .join(' ')
    const last = runs.at(-1)
    if (text.trim() === '' && last) last.text += ' '
    else if (last?.styleKey === styleKey) last.text += text
    else runs.push({ text, styleKey })
  }
  return runs
    .map(({ text, styleKey }) => (styleKey === '' ? text : `\u0001${styleKey}\u0002${text.trim()}\u0003 `))
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([\u0001-\u0003]) ?/g, '$1')
    .trim()
}

/** Returns a key for a link; empty if the text of the link is its address, so that it counts as plain text. */
function linkKey(url: string, text: string): string {
  const withoutScheme = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '')
  return withoutScheme(url) === withoutScheme(text.trim()) ? '' : `link ${url}`
}
