import type { Edit } from '../../read/edit-source.ts'
import { linesOf, wordsIn } from './deck-lines.ts'

/** Turns the notes of reveal.js in HTML (`<aside class="notes">`) into notes of a deck file. */
export function htmlNotes(text: string): readonly Edit[] {
  return [...wordsIn(linesOf(text)).matchAll(NOTES)].flatMap(
    ({ index, 0: element, 1: opening = '', 3: content = '' }) => {
      const words = content.trimEnd()
      const start = index + opening.length
      const end = start + words.length
      const indents = [...words.matchAll(/(?<=\n)[ \t]+(?![-*+\s]|\d+[.)]\s)/g)]
      return [
        { span: [index, start] as const, replacement: '\n\n:::notes\n\n' },
        ...indents.map(
          ({ index: column, 0: indent }): Edit => ({
            span: [start + column, start + column + indent.length],
            replacement: '',
          }),
        ),
        { span: [end, index + element.length] as const, replacement: '\n\n:::\n\n' },
      ]
    },
  )
}

/** Notes that are not closed end with their slide. */
const NOTES =
  /(<(aside|div)\b[^<>]*\bclass\s*=\s*(?:"[^"<>]*\bnotes\b[^"<>]*"|'[^'<>]*\bnotes\b[^'<>]*'|notes\b)[^<>]*>\s*)([\s\S]*?)(?:<\/\2\s*>|(?=\n[ \t]*-{3,}[ \t]*(?:\n|$))|$)/gi
