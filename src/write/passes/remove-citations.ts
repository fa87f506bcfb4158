import { citationsIn, hasWord, NUMBER_AT_PUNCTUATION } from '../../grammar/citations.ts'
import type { Article } from '../../model/article.ts'
import type { Draft, Line } from '../../model/draft.ts'
import type { Span } from '../../model/span.ts'
import { mapLines } from '../map-lines.ts'

/** Removes citation markers and unclosed bold marks from lines. They stay in the notes. */
export function removeCitations(article: Article, drafts: readonly Draft[]): readonly Draft[] {
  const spansToRemove = [...citationsOf(article), ...strayBoldIn(article)]
  if (spansToRemove.length === 0) return drafts
  return drafts.map((draft) =>
    mapLines(draft, (line) => (line === null ? line : withoutSpans(line, article.text, spansToRemove))),
  )
}

/** Numbers in brackets count as citations only if at least this many of them are next to punctuation. */
const MIN_CITATIONS = 2

function citationsOf({ text, marks }: Article): readonly Span[] {
  const hasNumberedCitations = [...text.matchAll(NUMBER_AT_PUNCTUATION)].length >= MIN_CITATIONS
  const isCode = codeTest(marks)
  return citationsIn(text).filter((span) => !isCode(span) && (hasNumberedCitations || hasWord(text.slice(...span))))
}

/**
 * Finds bold marks that were never closed: `**` attached to one end of a word, or alone at the start or end of a line,
 * as in `** The gates open`. Between two words, as in `2 ** 3`, it is an operator.
 */
function strayBoldIn({ text, marks }: Article): readonly Span[] {
  const isCode = codeTest(marks)
  return [...text.matchAll(/(?<=^|\s)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?=[\s.,;:!?)]|$)|^\*\*(?=\s)|(?<=\s)\*\*$/gmu)]
    .map(({ index, 0: { length } }): Span => [index, index + length])
    .filter((span) => !isCode(span))
}

/** Returns a test for whether a span overlaps inline code. */
function codeTest(marks: Article['marks']): (span: Span) => boolean {
  const code = marks.filter(({ style }) => style.type === 'inlineCode').map(({ span }) => span)
  return ([start, end]) => code.some(([from, to]) => start < to && from < end)
}

/** Removes spans of the article from a line, including those that its own spans contain only in part. */
function withoutSpans<L extends Line>(line: L, article: string, removed: readonly Span[]): L {
  const source = line.spans.map((span) => article.slice(...span)).join('')
  const places: { readonly part: string; readonly occurrence: number }[] = []
  let offset = 0
  const spans = line.spans.flatMap((span) => {
    const within = removed.filter(([start, end]) => start < span[1] && end > span[0])
    for (const [start, end] of within) {
      const first = Math.max(start, span[0])
      const part = article.slice(first, Math.min(end, span[1]))
      places.push({ part, occurrence: source.slice(0, offset + first - span[0]).split(part).length - 1 })
    }
    offset += span[1] - span[0]
    return within.reduce((rest, cut) => rest.flatMap((each) => cutOut(each, cut)), [span])
  })
  const text = places.reduceRight((rest, { part, occurrence }) => withoutOccurrence(rest, part, occurrence), line.text)
  if (text === line.text) return line
  // A full stop before a citation at the end of the line is removed, like every final full stop.
  return { ...line, text: (/[.,;]$/.test(line.text) ? text : text.replace(/[\s.,;]+$/, '')).trim(), spans }
}

/** Removes one occurrence of a part, counted from 0, and none if there are fewer. */
function withoutOccurrence(text: string, part: string, occurrence: number): string {
  const before = text.split(part).slice(0, occurrence + 1)
  const start = before.join(part).length
  return text.slice(0, start) + text.slice(start + part.length)
}

function cutOut([from, to]: Span, [start, end]: Span): readonly Span[] {
  if (start >= to || end <= from) return [[from, to]]
  const parts: readonly Span[] = [
    [from, Math.min(start, to)],
    [Math.max(end, from), to],
  ]
  return parts.filter(([first, last]) => first < last)
}
