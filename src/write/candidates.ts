import { contentWords } from '../grammar/content-words.ts'
import { connectiveLength } from '../grammar/english-cues.ts'
import { DANGLING_STARTS, plain } from '../grammar/english-words.ts'
import { countWords } from '../grammar/words.ts'
import type { Line } from '../model/draft.ts'
import type { Weighed } from '../model/outline.ts'
import type { Span } from '../model/span.ts'
import type { Ledger } from './ledger.ts'
import { lineOf } from './line.ts'
import { shortenings } from './shorten.ts'
import { isBalanced } from './validate.ts'

/** A sentence that may be shown, at each length that reads. */
export interface Candidate {
  readonly sentence: Weighed
  /** Its place among the sentences of its group. */
  readonly index: number
  /** The length liked best first. */
  readonly lines: readonly Line[]
}

/** Kinds that are shown as lines of prose. */
const SHOWN: ReadonlySet<string> = new Set(['prose', 'item', 'quotation'])

/** The sentences of a group that say something to an audience. */
export function candidatesOf(ledger: Ledger, sentences: readonly Weighed[]): Candidate[] {
  return sentences.flatMap((sentence, index) => {
    return isTelling(ledger, sentence) ? [{ sentence, index, lines: linesFor(ledger, sentence) }] : []
  })
}

/** "Warning!" and "For instance," tell nobody anything. */
const LEAST_WORDS = 3

function isTelling(ledger: Ledger, { kind, role, text }: Weighed): boolean {
  const hasMatter = /\p{L}/u.test(text) && countWords(text, ledger.article.language) >= LEAST_WORDS
  return SHOWN.has(kind) && role !== 'meta' && hasMatter && isBalanced(text)
}

/** A point of this many words can be taken in while the speaker goes on. */
const EASY_WORDS = 16

/** A sentence's lines: the fullest that is still easy to take in, then from the shortest to the whole. */
export function linesFor(ledger: Ledger, sentence: Weighed): Line[] {
  const lengths: readonly (readonly Span[])[] =
    ledger.parse === null ? [[[0, sentence.text.length]]] : shortenings(ledger.parse, sentence.text)
  const lines = lengths.map((spans) =>
    lineOf({
      text: ledger.article.text,
      spans: spans.map((span) => shift(span, sentence.span[0])),
      kind: sentence.kind === 'item' ? 'item' : 'prose',
      weight: sentence.weight,
    }),
  )
  const unconnected = lines.filter((line) => connectiveLength(line.text) === 0)
  const liked = unconnected.length > 0 ? unconnected : lines
  const easy = liked.findLast((line) => countWords(line.text, ledger.article.language) <= EASY_WORDS)
  return easy === undefined ? liked : [easy, ...liked.filter((line) => line !== easy)]
}

/** A span of a sentence as a span of the article. */
export function shift([start, end]: Span, by: number): Span {
  return [start + by, end + by]
}

/** Whether a line leans on something that a reader of the slide has not read: "They also agreed". */
export function isDangling(line: Line, slide: readonly Line[]): boolean {
  const [first, second] = line.text.split(/\s+/)
  if (first === undefined || !DANGLING_STARTS.has(plain(first))) return false
  if (!/^(?:this|that|these|those|such|his|her|its|their|both|another|other)$/i.test(first)) return true
  if (second === undefined) return true
  const [noun] = contentWords(second)
  if (noun === undefined) return true
  return !/^both$/i.test(first) && !slide.some((other) => contentWords(other.text).includes(noun))
}
