import { connectiveLength, turnLength } from '../grammar/english-cues.ts'
import type { Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import type { Cut } from './cuts/cut.ts'
import { cutsOf } from './cuts/cuts.ts'
import type { Parser } from './parser.ts'
import { isSound } from './validate.ts'

/**
 * What is left of a sentence at each length that reads, the shortest first and the whole sentence last. Each is the
 * stretches kept, ascending, in offsets of the sentence. Nothing but deletion: a doubtful cut is not made.
 */
export function shortenings(parse: Parser, sentence: string): readonly (readonly Span[])[] {
  const made = parse.known?.shortenings.get(sentence) ?? shorten(parse, sentence)
  parse.known?.shortenings.set(sentence, made)
  return made
}

function shorten(parse: Parser, sentence: string): readonly (readonly Span[])[] {
  const whole: readonly Span[] = [[0, sentence.length]]
  // Questions and quotations are somebody's words as they stand.
  if (/[?]|^["“”]/u.test(sentence)) return [whole]
  const tree = parse(sentence)
  const lengths: (readonly Span[])[] = [whole]
  let gone: ReadonlySet<number> = new Set()
  for (const cut of cutsOf(tree, sentence)) {
    const more = withCut(gone, cut)
    const spans = left(tree, more)
    if (more.size === gone.size || !(isRest(sentence, spans) || isSound(parse, tree, read(sentence, spans)))) continue
    gone = more
    lengths.unshift(spans)
  }
  return lengths
}

function withCut(gone: ReadonlySet<number>, { first, last }: Cut): ReadonlySet<number> {
  const more = new Set(gone)
  for (let index = first; index <= last; index++) more.add(index)
  return more
}

/** Whether nothing but what ties it to the sentence before is gone: what is left is the sentence itself. */
function isRest(sentence: string, spans: readonly Span[]): boolean {
  const [first, ...others] = spans
  return (
    first !== undefined &&
    others.length === 0 &&
    (first[0] === connectiveLength(sentence) || first[0] === turnLength(sentence)) &&
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

function left(tree: Tree, gone: ReadonlySet<number>): Span[] {
  const spans: Span[] = []
  for (const token of tree.tokens) {
    if (gone.has(token.index)) continue
    const before = spans.at(-1)
    if (before !== undefined && !gone.has(token.index - 1)) spans[spans.length - 1] = [before[0], token.end]
    else spans.push([token.start, token.end])
  }
  return spans
}
