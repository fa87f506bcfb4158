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
  return [...text.matchAll(COMMENT)].flatMap(({ index, 0: match, 1: before, 2: content = '', 3: end, 4: after }) =>
    end === '' || words.charAt(index) !== '<'
      ? []
      : [
          {
            span: [index, index + match.length] as const,
            content,
            isBlock: before !== undefined && after !== undefined,
          },
        ],
  )
}

/**
 * A comment, and the space around it if nothing else is on its lines. One that is never closed extends to the end of the
 * text, so that no other is looked for there.
 */
const COMMENT = /<!--(?:(?<=(^[^\S\n]*)<!--)|)([\s\S]*?)(-->|(?![\s\S]))(?:(?=([^\S\n]*$))|)/gm
