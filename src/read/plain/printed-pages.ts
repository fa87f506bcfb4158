// Removes traces of page breaks and line breaks from text that was copied from a PDF or a printed page.

import type { Edit } from '../edit-source.ts'
import { hyphenatedIn, joinTypeOf } from '../hyphenation.ts'
import { continuesSentence } from './continues-sentence.ts'
import { linesOf, type SourceLine } from './lines.ts'

/**
 * Lists the edits that remove running heads and page numbers. A paragraph that was divided by a page break becomes
 * whole again. Lines that may be part of the text are kept: numbers that do not count up page by page may be chapter
 * headings.
 */
export function pageBreakEdits(text: string): readonly Edit[] {
  const lines = linesOf(text)
  const marks = pageMarksIn(lines)
  const edits: Edit[] = []
  for (let index = 0; index < lines.length; index++) {
    const mark = lines[index]
    if (mark === undefined || !marks.has(mark)) continue
    const previous = lines[index - 1]
    while (index + 1 < lines.length && marks.has(lines[index + 1])) index++
    const next = lines[index + 1]
    const end = lines[index]?.end ?? mark.end
    edits.push(
      previous !== undefined && next !== undefined && isInterrupted(previous, next)
        ? { span: [previous.end, next.start], replacement: '\n' }
        : { span: [mark.start, end], replacement: '' },
    )
  }
  return edits
}

/**
 * Lists the edits that put a soft hyphen into words divided at the end of a line. The lines keep their width, because
 * it shows whether text was hard-wrapped.
 */
export function hyphenationEdits(text: string): readonly Edit[] {
  const lines = linesOf(text)
  const hyphenated = hyphenatedIn(lines)
  const edits = lines.flatMap((line, index): Edit[] => {
    const next = lines[index + 1]
    const join = next === undefined || next.gap > 0 ? null : joinTypeOf(line.text, next.text, hyphenated)
    if (join === null) return []
    return [{ span: [line.end - 1, line.end], replacement: join === 'with-hyphen' ? `-${SOFT_HYPHEN}` : SOFT_HYPHEN }]
  })
  return edits.length < MIN_DIVIDED ? [] : edits
}

/** Marks a word that continues on the next line. */
export const SOFT_HYPHEN = '\u00AD'

/** Joins the lines of a paragraph; words that are divided by a soft hyphen become whole. */
export function joinWrapped(lines: readonly string[]): string {
  return lines.join('\n').replaceAll(`${SOFT_HYPHEN}\n`, '')
}

/**
 * The minimum number of words that must be divided, because a single line may end in a hyphen by chance, as in "a two-"
 * above "and three-year plan".
 */
const MIN_DIVIDED = 2

/** A line that may be a page number, or a running head with one. */
interface Candidate {
  readonly line: SourceLine
  readonly number: number
  readonly hasWords: boolean
  readonly tears: boolean
}

/** Finds the lines whose numbers count pages. */
function pageMarksIn(lines: readonly SourceLine[]): ReadonlySet<SourceLine | undefined> {
  const counts = new Map<string, number>()
  for (const { text } of lines) counts.set(masked(text), (counts.get(masked(text)) ?? 0) + 1)
  const candidates = lines.flatMap((line, index): Candidate[] => {
    const [previous, next] = [lines[index - 1], lines[index + 1]]
    const isSetOff = (previous === undefined || line.gap > 0) && (next === undefined || next.gap > 0)
    const number = isSetOff ? pageNumberIn(line.text, (counts.get(masked(line.text)) ?? 0) > 1) : null
    return number === null
      ? []
      : [{ line, number, hasWords: /\p{L}{2}/u.test(line.text), tears: isInterrupted(previous, next) }]
  })
  return new Set(
    chainsOf(candidates)
      .filter(countsPages)
      .flatMap((chain) => chain.map(({ line }) => line)),
  )
}

/** Groups candidates whose numbers increase by one from each to the next. */
function chainsOf(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const chains: Candidate[][] = []
  for (const candidate of candidates) {
    const chain = chains.find((each) => each.at(-1)?.number === candidate.number - 1)
    if (chain === undefined) chains.push([candidate])
    else chain.push(candidate)
  }
  return chains
}

function countsPages(chain: readonly Candidate[]): boolean {
  const first = chain[0]?.number ?? 0
  return (
    chain.some(({ tears }) => tears) ||
    chain.filter(({ hasWords }) => hasWords).length > 1 ||
    (first > 1 && chain.length > 2)
  )
}

/**
 * Returns the page number in a line; null if there is none. The number is alone or beside a running head. If the head
 * is not repeated on other pages, a wide space or a tab must be between the two.
 */
function pageNumberIn(text: string, isRepeated: boolean): number | null {
  const alone = PAGE_NUMBER.exec(text)?.[1]
  if (alone !== undefined) return Number(alone)
  const [, first, before = '', after = '', last] = NUMBER_AT_EDGE.exec(text) ?? []
  const number = first ?? last
  const isApart = isRepeated || `${before}${after}`.length >= MIN_WIDE_SPACE || /\t/.test(before + after)
  return number === undefined || !isApart ? null : Number(number)
}

const PAGE_NUMBER = /^[-–—|[(]?\s*(?:page\s)?(\d{1,4})\s*[-–—|\])]?$/i

/** Matches a number at one end of a line, and the space between it and the words. */
const NUMBER_AT_EDGE = /^(?:(\d{1,4})(\s+)(?=\p{L}).*|.*?\S(\s+)(\d{1,4}))$/u

/** In characters. */
const MIN_WIDE_SPACE = 3

function masked(text: string): string {
  return text.replace(/\d+/g, '#')
}

/**
 * Whether a sentence, or a divided word, continues from one line to another. In Chinese and Japanese, a heading and the
 * text below it look the same, so a number between them may be the number of a chapter.
 */
function isInterrupted(line: SourceLine | undefined, next: SourceLine | undefined): boolean {
  if (line === undefined || next === undefined || !/^\p{Ll}/u.test(next.text)) return false
  return continuesSentence({ ...line, text: line.text.replace(/\s*-$/, '') }, next)
}
