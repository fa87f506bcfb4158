// Finds the styles of each part of a line.

import { countLeading } from '../util/count-leading.ts'
import { hasLetterOrDigit } from '../util/letters-and-digits.ts'
import type { Mark, MarkedText, Style } from './mark.ts'
import type { Span } from './span.ts'

/** A part of a line with its styles, outermost first. */
export interface StyledText {
  readonly text: string
  readonly styles: readonly Style[]
}

/** Text with the ascending spans of the article that it comes from. */
export interface SourcedText {
  readonly text: string
  readonly spans: readonly Span[]
}

/**
 * Splits a line into pieces, each with the styles of the article's marks on it. An incomplete formula gets no mark. A
 * line that is bold as a whole counts as plain, since nothing in it stands out.
 */
export function styledText({ text, spans }: SourcedText, article: MarkedText): readonly StyledText[] {
  const marks = marksIn(spans, article.marks)
  if (marks.length === 0) return [{ text, styles: [] }]
  const offsets = offsetsOf(text, spans, article.text)
  const firstIndexes = new Map<number, number>()
  for (const [index, offset] of offsets.entries()) if (!firstIndexes.has(offset)) firstIndexes.set(offset, index)
  const ranges = rangesOf(marks.filter((mark) => appliesTo(mark, text, { offsets, firstIndexes })))
  const pieces: { text: string; styles: readonly Style[] }[] = []
  for (const [index, offset] of offsets.entries()) {
    const styles = ranges[countLeading(ranges, ({ from }) => from <= offset) - 1]?.styles ?? []
    const last = pieces.at(-1)
    if (last && haveSameStyles(last.styles, styles)) last.text += text.charAt(index)
    else pieces.push({ text: text.charAt(index), styles })
  }
  return pieces
}

interface StyledRange {
  /** The offset where the range begins; it ends where the next one begins. */
  readonly from: number
  readonly styles: readonly Style[]
}

/** Converts marks to the ranges of text that have the same styles, ascending. */
function rangesOf(marks: readonly Mark[]): readonly StyledRange[] {
  const edges = [...new Set(marks.flatMap(({ span }) => span))].sort((one, other) => one - other)
  let next = 0
  let open: readonly Mark[] = []
  return edges.map((from) => {
    const opened = [...open]
    for (let mark = marks[next]; mark !== undefined && mark.span[0] <= from; mark = marks[++next]) opened.push(mark)
    open = opened.filter(({ span: [, end] }) => from < end)
    return { from, styles: open.map(({ style }) => style) }
  })
}

/**
 * Caches, for each mark of a list, the greatest end among it and the marks before it. With these ends, the marks of a
 * line can be found by binary search.
 */
const lastEnds = new WeakMap<readonly Mark[], readonly number[]>()

function lastEndsOf(marks: readonly Mark[]): readonly number[] {
  const cached = lastEnds.get(marks)
  if (cached?.length === marks.length) return cached
  let last = 0
  const ends = marks.map(({ span: [, end] }) => {
    last = Math.max(last, end)
    return last
  })
  lastEnds.set(marks, ends)
  return ends
}

function marksIn(spans: readonly Span[], marks: readonly Mark[]): readonly Mark[] {
  const [first, last] = [spans[0], spans.at(-1)]
  if (marks.length === 0 || first === undefined || last === undefined) return []
  const candidates = marks.slice(
    countLeading(lastEndsOf(marks), (end) => end <= first[0]),
    countLeading(marks, ({ span: [start] }) => start < last[1]),
  )
  return candidates.filter(({ span: [start, end] }) => spans.some(([from, to]) => start < to && from < end))
}

interface Offsets {
  /** For each character of a line, its offset in the article, or -1. */
  readonly offsets: readonly number[]
  /** Maps each offset to the index of the first character that has it. */
  readonly firstIndexes: ReadonlyMap<number, number>
}

function appliesTo({ style, span: [start, end] }: Mark, text: string, { offsets, firstIndexes }: Offsets): boolean {
  if (style.type !== 'strong' && style.type !== 'inlineMath') return true
  const first = firstIndexes.get(start) ?? -1
  const isWhole = first >= 0 && offsets[first + end - start - 1] === end - 1
  if (style.type === 'inlineMath') return isWhole
  return !offsets.every((offset, index) => (start <= offset && offset < end) || !hasLetterOrDigit(text.charAt(index)))
}

function haveSameStyles(one: readonly Style[], other: readonly Style[]): boolean {
  return one.length === other.length && one.every((style, index) => style === other[index])
}

/**
 * Returns the offset in the article of each character of a line. The words of a line occur in its spans in the same
 * order, ignoring case and white space. The offset is -1 for added words, and for a space unless the article has one
 * between the same two words.
 */
function offsetsOf(text: string, spans: readonly Span[], article: string): readonly number[] {
  const sources = spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index))
  const characters = sources.map((offset) => fold(article.charAt(offset)))
  const offsets = new Array<number>(text.length).fill(-1)
  let from = 0
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const found = findWord(word, characters, from)
    if (found === undefined) continue
    for (const [position, source] of found.entries()) offsets[index + position] = sources[source] ?? -1
    const before = (offsets[index] ?? 0) - 1
    if (offsets[index - 2] === before - 1 && isSpace(article.charAt(before))) offsets[index - 1] = before
    from = (found.at(-1) ?? from) + 1
  }
  return offsets
}

/**
 * Finds a word among characters, at `from` or later, and returns the index of each of its characters; undefined if it
 * does not occur. Only white space may come between its characters.
 */
function findWord(word: string, characters: readonly string[], from: number): readonly number[] | undefined {
  for (let start = from; start < characters.length; start += 1) {
    const indexes = matchAt(word, characters, start)
    if (indexes !== undefined) return indexes
  }
  return undefined
}

function matchAt(word: string, characters: readonly string[], start: number): readonly number[] | undefined {
  const indexes: number[] = []
  let position = start
  for (let index = 0; index < word.length; index += 1) {
    while (index > 0 && isSpace(characters[position] ?? '')) position += 1
    if (characters[position] !== fold(word.charAt(index))) return undefined
    indexes.push(position)
    position += 1
  }
  return indexes
}

function fold(character: string): string {
  return character.toLowerCase()
}

function isSpace(character: string): boolean {
  return /^\s$/.test(character)
}
