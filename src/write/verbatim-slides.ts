// Makes the slides that show tables, listings and formulas verbatim.

import type { BlockPassage } from '../model/article.ts'
import type { Content, Line, Row } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { passageLine } from './line.ts'
import type { Segment } from './section-segments.ts'
import { isUnfinished } from './unfinished-sentence.ts'

/**
 * A slide that shows content exactly as it is in the article, and the remaining sentences of its segment for the notes.
 */
export interface VerbatimSlide {
  readonly title: Line | null
  readonly content: Content
  readonly noteSentences: readonly Sentence[]
}

/** Shows a table, a listing or a formula as it is; null for other content, or if it is empty. */
export function verbatimSlide({ block, headings, lead, sentences }: Segment): VerbatimSlide | null {
  if (block === null || block.passages.length === 0) return null
  const heading = headings.at(-1)
  const caption = [...(lead === null ? [] : [lead]), ...sentences].find(({ kind }) => kind === 'caption')
  const content = contentOf(block.node, block.passages, caption === undefined ? null : passageLine(caption, 'caption'))
  // Footnotes, captions and the sentence around a formula go to the notes. The rows and the lines of code are on the
  // slide.
  const shownAt = new Set(block.passages.map((passage) => passage.span[0]))
  const rest = sentences.filter((sentence) => sentence !== lead && !shownAt.has(sentence.span[0]))
  const formula = sentences.find(({ kind }) => kind === 'math')
  const isInsideSentence = (lead !== null && isUnfinished(lead)) || rest.some(({ kind }) => kind === 'prose')
  return content === null
    ? null
    : {
        title: heading === undefined ? null : passageLine(heading, 'heading'),
        content,
        noteSentences: [
          ...(lead === null ? [] : [lead]),
          ...(formula !== undefined && isInsideSentence ? [formula] : []),
          ...rest,
        ],
      }
}

function contentOf(
  node: NonNullable<Segment['block']>['node'],
  passages: readonly BlockPassage[],
  caption: Line | null,
): Content | null {
  if (node.type === 'table') {
    const [header, ...rows] = passages.map(rowOf)
    // The cells may have contained only content that is not read, such as badges.
    if (rows.every(({ cells }) => cells.every((cell) => cell.trim() === ''))) return null
    const request = node.data?.chart
    const chartRequest = request === undefined ? {} : { request }
    return header === undefined
      ? null
      : { type: 'table', header, rows, align: node.align ?? [], caption, ...chartRequest }
  }
  if (node.type === 'code')
    return { type: 'code', language: node.lang ?? null, lines: passages.map((passage) => passageLine(passage, 'code')) }
  const [first] = passages
  return first === undefined ? null : { type: 'statement', statement: passageLine(first, 'math'), source: null }
}

function rowOf(passage: BlockPassage): Row {
  return { line: passageLine(passage, 'row'), cells: passage.text.split('\t') }
}
