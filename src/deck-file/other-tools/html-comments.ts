import { type DeckLine, wordsIn } from './deck-lines.ts'

/**
 * Finds the HTML comments in a deck, except those in listings and code spans. `isBlock` is true if nothing else is on
 * the comment's lines.
 */
export function commentsIn(
  text: string,
  lines: readonly DeckLine[],
): readonly { readonly span: readonly [number, number]; readonly content: string; readonly isBlock: boolean }[] {
  const words = wordsIn(lines)
  return [...text.matchAll(/<!--([\s\S]*?)-->/g)].flatMap(({ index, 0: match, 1: content = '' }) => {
    if (words.charAt(index) !== '<') return []
    const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
    const [after = ''] = text.slice(index + match.length).split('\n', 1)
    return [
      { span: [index, index + match.length] as const, content, isBlock: before.trim() === '' && after.trim() === '' },
    ]
  })
}
