// Turns the lines of tables, listings and formulas into sentences for the notes.

import type { Draft, Line, Row } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'

/** Lists the lines of a slide's table, listing or formula as sentences for the notes; none for any other slide. */
export function displayLinesOf({ content }: Draft): readonly Sentence[] {
  switch (content.type) {
    case 'table':
      return rowSentences(content)
    case 'code':
      return content.lines.flatMap((line) => sentenceFrom(line, 'code'))
    case 'columns':
      return content.columns
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => {
          if (block.type === 'code') return block.lines.flatMap((line) => sentenceFrom(line, 'code'))
          return block.type === 'table' ? rowSentences(block) : []
        })
    case 'statement':
      return content.statement.kind === 'math' ? sentenceFrom(content.statement, 'math') : []
    default:
      return []
  }
}

/**
 * Returns the sentences of a slide's notes together with the lines of its table, listing or formula, in the article's
 * order.
 */
export function sentencesAndDisplayLines(draft: Draft): readonly Sentence[] {
  // If a formula is part of a sentence, the sentence in the notes already contains it.
  const starts = new Set(draft.noteSentences.map(({ span }) => span[0]))
  const lines = displayLinesOf(draft).filter(({ span }) => !starts.has(span[0]))
  return [...draft.noteSentences, ...lines].toSorted((one, other) => one.span[0] - other.span[0])
}

function rowSentences({ header, rows }: { readonly header: Row | null; readonly rows: readonly Row[] }) {
  return [...(header === null ? [] : [header]), ...rows].flatMap(({ line }) => sentenceFrom(line, 'row'))
}

function sentenceFrom({ text, spans: [span] }: Line, kind: Sentence['kind']): readonly Sentence[] {
  return span === undefined ? [] : [{ text, span, kind, startsBlock: true }]
}
