// Turns the lines of tables, listings and formulas into sentences for the notes.

import type { Draft, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'

/** Returns the lines of a table, listing or formula as sentences for the notes; none for any other slide. */
export function linesShown({ content }: Draft): readonly Sentence[] {
  switch (content.type) {
    case 'table':
      return [...(content.header === null ? [] : [content.header]), ...content.rows].flatMap(({ line }) =>
        shownLine(line, 'row'),
      )
    case 'code':
      return content.lines.flatMap((line) => shownLine(line, 'code'))
    case 'statement':
      return content.statement.kind === 'math' ? shownLine(content.statement, 'math') : []
    default:
      return []
  }
}

/**
 * Returns the sentences of a slide's notes together with the lines of its table, listing or formula, in the article's
 * order.
 */
export function sentencesAndShownLines(draft: Draft): readonly Sentence[] {
  return [...draft.noteSentences, ...linesShown(draft)].toSorted((one, other) => one.span[0] - other.span[0])
}

function shownLine({ text, spans: [span] }: Line, kind: Sentence['kind']): readonly Sentence[] {
  return span === undefined ? [] : [{ text, span, kind, opens: true }]
}
