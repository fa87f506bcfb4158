import type { DeckLine } from './deck-lines.ts'

/**
 * Finds the HTML comments in a deck, except those in listings. `isBlock` is true if nothing else is on the comment's
 * lines.
 */
export function commentsIn(
  text: string,
  lines: readonly DeckLine[],
): readonly { readonly span: readonly [number, number]; readonly content: string; readonly isBlock: boolean }[] {
  const code = lines.filter(({ isCode }) => isCode)
  const isInCode = (offset: number) => code.some(({ start, text }) => offset >= start && offset < start + text.length)
  return [...text.matchAll(/<!--([\s\S]*?)-->/g)].flatMap(({ index, 0: match, 1: content = '' }) => {
    if (isInCode(index)) return []
    const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
    const [after = ''] = text.slice(index + match.length).split('\n', 1)
    return [
      { span: [index, index + match.length] as const, content, isBlock: before.trim() === '' && after.trim() === '' },
    ]
  })
}
