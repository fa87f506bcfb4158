// Divides long blocks of prose into paragraphs.

import type { Paragraph, PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { openMarkAfter, opensQuotation } from '../../grammar/quotation-marks.ts'
import { UNSPACED } from '../../grammar/segments.ts'
import { splitSentences } from '../../grammar/sentences.ts'
import { pointAt } from '../../model/source-position.ts'
import type { Span } from '../../model/span.ts'
import type { BlockWords, Piece } from '../piece.ts'
import { collapseSpace, sliceWords } from '../words.ts'
import { chooseCuts } from './choose-cuts.ts'
import { analyseSentences } from './gaps.ts'

/**
 * Divides each paragraph of prose that is too long, as in a news article that lost its line breaks, at changes of
 * topic. All words stay, in order.
 */
export function divideParagraphs(pieces: readonly Piece[], language: string): readonly Piece[] {
  return pieces.flatMap((piece) => dividePiece(piece, language))
}

function dividePiece(piece: Piece, language: string): readonly Piece[] {
  if (piece.type !== 'block' || piece.node.type !== 'paragraph') return [piece]
  const [words, ...others] = piece.words
  if (words === undefined || others.length > 0 || words.kind !== 'prose') return [piece]
  if (words.text.length < MIN_CHARACTERS || words.text.length > LONGEST_PARAGRAPH) return [piece]
  if (!UNSPACED.test(words.text) && words.text.split(' ').length < MIN_WORDS) return [piece]
  const sentences = splitSentences(words.text, language)
  if (sentences.length < MIN_SENTENCES) return [piece]
  const analysis = analyseSentences(
    sentences.map(([from, to]) => words.text.slice(from, to)),
    language,
  )
  if (sum(analysis.lengths) < MIN_WORDS) return [piece]
  const continuations = quotationContinuations(words.text, sentences)
  const starts = chooseCuts(analysis).flatMap((cut) => (continuations.has(cut) ? [] : [sentences[cut]?.[0] ?? 0]))
  return divideAt(piece.node, words, starts) ?? [piece]
}

/** Finds the indexes of the sentences that continue a quotation from the sentence before. */
function quotationContinuations(text: string, sentences: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>()
  let open: string | null = null
  for (const [index, [from, to]] of sentences.entries()) {
    const sentence = text.slice(from, to)
    if (open !== null && !opensQuotation(sentence)) found.add(index)
    open = openMarkAfter(sentence, open)
  }
  return found
}

/** In characters. Nobody writes a longer paragraph, and dividing one would take too long. */
const LONGEST_PARAGRAPH = 100_000
/** A paragraph with fewer characters, words or sentences is not divided. */
const MIN_CHARACTERS = 300
const MIN_WORDS = 180
const MIN_SENTENCES = 7

/**
 * Divides a paragraph at offsets in its words, but not inside emphasis, links and the like. Returns null if the
 * paragraph has too many children, or if the children do not match its words.
 */
function divideAt(node: Paragraph, words: BlockWords, offsets: readonly number[]): readonly Piece[] | null {
  if (node.children.length > MAX_CHILDREN) return null
  const runs = runsOf(node.children)
  if (runs.at(-1)?.end !== words.text.length) return null
  const isInsideText = (offset: number) =>
    runs.some(({ child, start, end }) => child.type === 'text' && start <= offset && offset < end)
  const cuts = offsets.filter(isInsideText)
  return [0, ...cuts].map((start, index): Piece => {
    const next = cuts[index] ?? words.text.length + 1
    const end = words.text.slice(0, next).trimEnd().length
    const position = { start: pointAt(words, start), end: pointAt(words, end) }
    const children = runs
      .filter((run) =>
        run.start === run.end ? start <= run.start && run.start < next : run.start < end && run.end > start,
      )
      .map((run) => cutToPart(run, { words, span: [start, end], position }))
    return {
      type: 'block',
      node: { ...node, children, position },
      words: [{ ...words, ...sliceWords(words, [start, end]), position }],
    }
  })
}

const MAX_CHILDREN = 500

/** A child of a paragraph, and its span in the paragraph's words. */
interface ChildRun {
  readonly child: PhrasingContent
  readonly start: number
  readonly end: number
}

/** Finds the span of each child in the words of the paragraph, where white space is collapsed. */
function runsOf(children: readonly PhrasingContent[]): readonly ChildRun[] {
  let text = ''
  return children.map((child) => {
    const start = text.length
    const value = child.type === 'break' ? ' ' : textOf(child)
    text = collapseSpace(`${text}${value}`).trimStart()
    if (child === children.at(-1)) text = text.trimEnd()
    return { child, start, end: text.length }
  })
}

interface ParagraphPart {
  readonly words: BlockWords
  readonly span: Span
  readonly position: Position
}

/**
 * Cuts a text node to the words that are in a part of the paragraph, and gives it the position of that part. A child of
 * any other kind stays whole.
 */
function cutToPart(
  { child, start, end }: ChildRun,
  { words, span: [from, to], position }: ParagraphPart,
): PhrasingContent {
  if (child.type !== 'text' || (start >= from && end <= to)) return child
  return { type: 'text', value: words.text.slice(Math.max(start, from), Math.min(end, to)), position }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
