import { connectiveLength } from '../grammar/english-cues.ts'
import type { Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import { type Cut, cutsOf } from './cuts.ts'
import type { Parser } from './parser.ts'
import { isSound } from './validate.ts'

/** How strong the strongest cut is that a shortening makes. */
export type Strength = 0 | 1 | 2

/**
 * What is left of a sentence at each length that reads, the shortest first and the whole sentence last. Each is the
 * stretches kept, ascending, in offsets of the sentence. Nothing but deletion: a doubtful shortening is not offered.
 */
export function shortenings(parse: Parser, sentence: string): readonly (readonly Span[])[] {
  const made = parse.known?.shortenings.get(sentence) ?? shorten(parse, sentence)
  parse.known?.shortenings.set(sentence, made)
  return made
}

function shorten(parse: Parser, sentence: string): readonly (readonly Span[])[] {
  const whole: readonly Span[] = [[0, sentence.length]]
  // Questions and quotations are somebody's words as they stand.
  if (/[?"“”]/u.test(sentence)) return [whole]
  const tree = parse(sentence)
  const cuts = cutsOf(tree, sentence)
  const offered = STRENGTHS.map((strength) => kept(tree, cuts, strength))
    .filter(
      (spans) =>
        length(spans) < sentence.length && (isRest(sentence, spans) || isSound(parse, tree, read(sentence, spans))),
    )
    .filter((spans, index, all) => all.findIndex((other) => length(other) === length(spans)) === index)
  return [...offered, whole]
}

const STRENGTHS: readonly Strength[] = [2, 1, 0]

/** Whether nothing but the connective is gone: what is left is the sentence itself. */
function isRest(sentence: string, spans: readonly Span[]): boolean {
  const [first, ...others] = spans
  return (
    first !== undefined &&
    others.length === 0 &&
    first[0] === connectiveLength(sentence) &&
    first[1] === sentence.trimEnd().length
  )
}

/** The words of a shortening, as a sentence. */
export function read(sentence: string, spans: readonly Span[]): string {
  return spans
    .map(([start, end]) => sentence.slice(start, end).trim())
    .join(' ')
    .replace(/\s+([,;:.!?)\]])/g, '$1')
}

function kept(tree: Tree, cuts: readonly Cut[], strength: Strength): Span[] {
  const gone = new Set<number>()
  for (const cut of cuts) {
    if (cut.strength <= strength) for (let index = cut.first; index <= cut.last; index++) gone.add(index)
  }
  const spans: Span[] = []
  for (const token of tree.tokens) {
    if (gone.has(token.index)) continue
    const before = spans.at(-1)
    if (before !== undefined && !gone.has(token.index - 1)) spans[spans.length - 1] = [before[0], token.end]
    else spans.push([token.start, token.end])
  }
  return spans
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0)
}
