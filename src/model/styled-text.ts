import type { Mark, MarkedText, Style } from './mark.ts'
import type { Span } from './span.ts'

/** Some words of a line with their styles, outermost first. */
export interface StyledText {
  readonly text: string
  readonly styles: readonly Style[]
}

/** Text with the spans of the article that it comes from, ascending. */
export interface Worded {
  readonly text: string
  readonly spans: readonly Span[]
}

/**
 * A line in pieces of one style each, with the article's marks. An incomplete formula is not marked. A line that is strong as a
 * whole counts as plain, as nothing in it stands out.
 */
export function styledText({ text, spans }: Worded, article: MarkedText): readonly StyledText[] {
  const marks = marksIn(spans, article.marks)
  if (marks.length === 0) return [{ text, styles: [] }]
  const offsets = offsetsOf(text, spans, article.text)
  const carried = marks.filter((mark) => isCarried(mark, text, offsets))
  const pieces: { text: string; styles: readonly Style[] }[] = []
  for (const [index, offset] of offsets.entries()) {
    const styles = carried.filter(({ span: [start, end] }) => start <= offset && offset < end).map(({ style }) => style)
    const last = pieces.at(-1)
    if (last && sameStyles(last.styles, styles)) last.text += text.charAt(index)
    else pieces.push({ text: text.charAt(index), styles })
  }
  return pieces
}

function marksIn(spans: readonly Span[], marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return []
  return marks.filter(({ span: [start, end] }) => spans.some(([from, to]) => start < to && from < end))
}

function isCarried({ style, span: [start, end] }: Mark, text: string, offsets: readonly number[]): boolean {
  if (style.type !== 'strong' && style.type !== 'inlineMath') return true
  const first = offsets.indexOf(start)
  const isWhole = first >= 0 && offsets[first + end - start - 1] === end - 1
  if (style.type === 'inlineMath') return isWhole
  return !offsets.every(
    (offset, index) => (start <= offset && offset < end) || !/[\p{L}\p{N}]/u.test(text.charAt(index)),
  )
}

function sameStyles(some: readonly Style[], others: readonly Style[]): boolean {
  return some.length === others.length && some.every((style, index) => style === others[index])
}

/**
 * The offset in the article of each character of a line: the words of its spans in order, in any case, with any white space
 * between them. Added words have -1; a space has the offset of the space after the word before it.
 */
function offsetsOf(text: string, spans: readonly Span[], article: string): readonly number[] {
  const sources = spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index))
  const characters = sources.map((offset) => fold(article.charAt(offset)))
  const offsets = new Array<number>(text.length).fill(-1)
  let at = 0
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const found = find(word, characters, at)
    if (found === undefined) continue
    for (const [position, source] of found.entries()) offsets[index + position] = sources[source] ?? -1
    const before = (offsets[index] ?? 0) - 1
    if (offsets[index - 2] === before - 1 && isSpace(article.charAt(before))) offsets[index - 1] = before
    at = (found.at(-1) ?? at) + 1
  }
  return offsets
}

/** The offsets of a word's characters from a position on, with only white space skipped. */
function find(word: string, characters: readonly string[], from: number): readonly number[] | undefined {
  for (let start = from; start < characters.length; start += 1) {
    const places = matchAt(word, characters, start)
    if (places !== undefined) return places
  }
  return undefined
}

function matchAt(word: string, characters: readonly string[], start: number): readonly number[] | undefined {
  const places: number[] = []
  let at = start
  for (let index = 0; index < word.length; index += 1) {
    while (index > 0 && isSpace(characters[at] ?? '')) at += 1
    if (characters[at] !== fold(word.charAt(index))) return undefined
    places.push(at)
    at += 1
  }
  return places
}

function fold(character: string): string {
  return character.toLowerCase()
}

function isSpace(character: string): boolean {
  return /^\s$/.test(character)
}
