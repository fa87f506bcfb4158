// Joins runs of text into words whose anchors lead back to the file.

import type { Point } from 'unist'
import type { Anchor } from '../model/article.ts'
import type { Mark, Style } from '../model/mark.ts'
import { pointAt } from '../model/source-position.ts'
import type { Span } from '../model/span.ts'
import type { FootnoteReference, Words } from './piece.ts'
import type { Source } from './source.ts'

/** A run of text from the source. */
export interface SourceRun {
  readonly value: string
  /** The offset of each character in the source. */
  readonly offsets: ArrayLike<number>
  /** The styles of the whole run, outermost first. */
  readonly styles?: readonly Style[]
  /** The identifier of the footnote to which a run without text refers. */
  readonly reference?: string
}

/**
 * Joins runs into words. Each sequence of white space becomes one space, but is removed at the start, at the end and
 * where a Chinese or Japanese line wraps.
 */
export function wordsOf(runs: readonly SourceRun[], source: Source): Words {
  const pieces: string[] = []
  const anchors: Anchor[] = []
  const marks = new Map<Style, Mark>()
  const references: FootnoteReference[] = []
  let length = 0
  let gap = ''
  for (const { value, offsets, styles = [], reference } of runs) {
    if (reference !== undefined) references.push({ identifier: reference, offset: length })
    for (const match of value.matchAll(WORD_OR_SPACE)) {
      if (isSpace(match[0])) {
        gap = length > 0 ? gap + match[0] : ''
        continue
      }
      // Non-breaking spaces at the start of a line only indent it.
      const indent = length > 0 ? 0 : (INDENT.exec(match[0])?.[0].length ?? 0)
      const piece = match[0].slice(indent)
      if (piece === '') continue
      if (gap !== '' && !isOnlyLineBreak(gap, pieces.at(-1) ?? '', piece)) {
        pieces.push(' ')
        length += 1
      }
      gap = ''
      const point = pointAt(source, offsets[match.index + indent] ?? 0)
      if (!isImplied(point, length, anchors.at(-1))) anchors.push({ offset: length, point })
      pieces.push(piece)
      for (const style of styles) {
        const start = marks.get(style)?.span[0] ?? length
        marks.set(style, { style, span: [start, length + piece.length] })
      }
      length += piece.length
    }
  }
  return {
    text: pieces.join(''),
    anchors,
    ...(marks.size > 0 && { marks: joinMarks([...marks.values()]) }),
    ...(references.length > 0 && { references }),
  }
}

/**
 * Joins adjacent marks of the same type: "<em>b</em><em>y</em>" looks like "<em>by</em>", and Markdown can express only
 * the latter.
 */
function joinMarks(marks: readonly Mark[]): readonly Mark[] {
  const lastIndexes = new Map<string, number>()
  const joined: Mark[] = []
  for (const mark of marks) {
    const { type } = mark.style
    const lastIndex = lastIndexes.get(type)
    const before = lastIndex === undefined ? undefined : joined[lastIndex]
    const isAdjacent = JOINABLE.has(type) && before?.span[1] === mark.span[0]
    if (lastIndex !== undefined && before !== undefined && isAdjacent)
      joined[lastIndex] = { ...mark, span: [before.span[0], mark.span[1]] }
    else lastIndexes.set(type, joined.push(mark) - 1)
  }
  return joined
}

const JOINABLE: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete'])

/** Whether white space is only a line break in Chinese or Japanese text, which has no spaces between words. */
function isOnlyLineBreak(gap: string, before: string, after: string): boolean {
  return gap.includes('\n') && UNSPACED_END.test(before.slice(-2)) && UNSPACED_START.test(after)
}

/** Collapses white space in text as `wordsOf` does. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n]+/g, (gap, offset: number) =>
    isOnlyLineBreak(
      gap,
      text.slice(Math.max(0, offset - 2), offset),
      text.slice(offset + gap.length, offset + gap.length + 2),
    )
      ? ''
      : ' ',
  )
}

const UNSPACED_START = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3001-\u303F\uFF01-\uFF60]/u
const UNSPACED_END = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3001-\u303F\uFF01-\uFF60]$/u

const INDENT = /^\u00A0+/

const WORD_OR_SPACE = /[ \t\n]+|[^ \t\n]+/g

function isSpace(piece: string): boolean {
  return piece.startsWith(' ') || piece.startsWith('\t') || piece.startsWith('\n')
}

/** Whether a point can be found from the last anchor by counting columns, and so needs no anchor of its own. */
export function isImplied(point: Point, offset: number, last: Anchor | undefined): boolean {
  return last?.point.line === point.line && last.point.column + offset - last.offset === point.column
}

/** Returns the words in a span. */
export function sliceWords(words: Words, [start, end]: Span): Words {
  const anchors = words.anchors
    .filter(({ offset }) => offset > start && offset < end)
    .map((anchor) => ({ ...anchor, offset: anchor.offset - start }))
  const marks = words.marks
    ?.filter(({ span: [from, to] }) => from < end && to > start)
    .map(
      ({ style, span: [from, to] }): Mark => ({
        style,
        span: [Math.max(from, start) - start, Math.min(to, end) - start],
      }),
    )
  const references = words.references
    ?.filter(({ offset }) => offset > start && offset <= end)
    .map(({ identifier, offset }) => ({ identifier, offset: offset - start }))
  return {
    ...words,
    text: words.text.slice(start, end),
    anchors: [{ offset: 0, point: pointAt(words, start) }, ...anchors],
    ...(marks && { marks }),
    ...(references && { references }),
  }
}
