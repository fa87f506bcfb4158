import { connectiveLength, turnLength } from '../grammar/english-cues.ts'
import type { Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import type { Cut } from './cuts/cut.ts'
import { cutsOf } from './cuts/cuts.ts'
import { isClause, keepsMarks } from './cuts/spare.ts'
import type { Parser } from './parser.ts'
import { isSound } from './validate.ts'

/**
 * What is left of a sentence at each length that reads, the shortest first and the whole sentence last. Each is the
 * stretches kept, ascending, in offsets of the sentence. Nothing but deletion: a doubtful cut is not made.
 */
export function shortenings(parse: Parser, sentence: string): readonly (readonly Span[])[] {
  const make = () => shorten(parse, sentence)
  return parse.known?.shortenings.recall(sentence, make) ?? make()
}

function shorten(parse: Parser, sentence: string): readonly (readonly Span[])[] {
  const whole: readonly Span[] = [[0, sentence.length]]
  // Questions and quotations are somebody's words as they stand.
  if (/[?]|^["“”]/u.test(sentence)) return [whole]
  const tree = parse(sentence)
  const lengths: (readonly Span[])[] = [whole]
  let gone: ReadonlySet<number> = new Set()
  let cuts = cutsOf(tree, sentence)
  while (cuts.length > 0) {
    const before = gone
    for (const cut of cuts) {
      const more = withCut(gone, cut)
      const spans = left(tree, more)
      if (more.size === gone.size || !losesNoMark(tree, cut, more) || losesAs(sentence, read(sentence, spans))) continue
      if (!(isRest(sentence, spans) || isSound(parse, tree, read(sentence, spans)))) continue
      gone = more
      lengths.unshift(spans)
    }
    cuts = gone.size === before.size ? [] : cutsOfRest(parse, { sentence, tree, gone })
  }
  return lengths
}

/** Whether somebody no longer thinks of one thing as another. */
function losesAs(sentence: string, rest: string): boolean {
  return THINKS_AS.test(sentence) && THINKS.test(rest) && !THINKS_AS.test(rest)
}

const THINKS = /\b(?:think|thinks|thinking|thought) of\b/i
const THINKS_AS = /\b(?:think|thinks|thinking|thought) of\b.*\bas\b/i

interface Rest {
  readonly sentence: string
  readonly tree: Tree
  readonly gone: ReadonlySet<number>
}

/** What is left is often read better than the whole was, and shows more that can go: as cuts of the whole. */
function cutsOfRest(parse: Parser, { sentence, tree, gone }: Rest): readonly Cut[] {
  const kept = tree.tokens.filter(({ index }) => !gone.has(index))
  const rest = parse(read(sentence, left(tree, gone)))
  const isSame = rest.tokens.length === kept.length && rest.tokens.every(({ text }, at) => text === kept[at]?.text)
  if (!isSame) return []
  return cutsOf(rest, '').flatMap(({ first, last, strength }) => {
    const [start, end] = [kept[first], kept[last]]
    if (start === undefined || end === undefined) return []
    return [{ first: start.index, last: end.index, strength }]
  })
}

function withCut(gone: ReadonlySet<number>, { first, last }: Cut): ReadonlySet<number> {
  const more = new Set(gone)
  for (let index = first; index <= last; index++) more.add(index)
  return more
}

/** Whether a cut takes no mark with what is gone beside it. A clause owns its marks whatever stood before it. */
function losesNoMark(tree: Tree, cut: Cut, gone: ReadonlySet<number>): boolean {
  const own = tree.tokens.slice(cut.first, cut.last + 1)
  return isClause(own) || keepsMarks(tree, gapAround(cut, gone))
}

/** A cut with what is gone beside it already: together they take what none takes alone. */
function gapAround({ first, last, strength }: Cut, gone: ReadonlySet<number>): Cut {
  let [from, to] = [first, last]
  while (gone.has(from - 1)) from--
  while (gone.has(to + 1)) to++
  return { first: from, last: to, strength }
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
