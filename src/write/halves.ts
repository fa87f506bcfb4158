import { children, isFiniteVerb, predicateAt, rootOf, subtree, type Tree } from '../grammar/tree.ts'
import type { Line } from '../model/draft.ts'
import type { Span } from '../model/span.ts'
import type { Ledger } from './ledger.ts'
import { lineOf } from './line.ts'
import type { Parser } from './parser.ts'
import { isBalanced } from './validate.ts'

/** A half of fewer words hangs on the other. */
const LEAST_WORDS = 4

/** The two clauses of a line that could each be a sentence, as two lines; null for every other line. */
export function halvesOf({ article, parse }: Ledger, line: Line): readonly [Line, Line] | null {
  const [start, end] = [line.spans[0]?.[0] ?? 0, line.spans.at(-1)?.[1] ?? 0]
  const text = article.text.slice(start, end)
  if (parse === null || UNFIT.test(text)) return null
  for (const { index, 0: joint, 1: turn = '' } of text.matchAll(JOINTS)) {
    const stop = start + index
    // What turns the first clause round stays.
    const after = stop + joint.length - turn.length
    const make = (from: number, to: number) =>
      lineOf({ ...line, text: article.text, spans: line.spans.flatMap((span) => within(span, [from, to])) })
    const [one, other] = [make(start, stop), make(after, end)]
    const isWhole = [one, other].every((half) => isClause(parse, half.text))
    if (isWhole && !tells(parse, one.text) && isTop(parse(text), index)) return [one, other]
  }
  return null
}

/** What joins two clauses that are each whole, and the word that says that the second is against the first. */
const JOINTS = /;\s+(?:and\s+)?|,\s+(?:(?:and|so)\s+|(but\s+))/giu

/** What stands before both halves, or is somebody's words, is said of both. */
const UNFIT =
  /["“”?]|\b(?:both|either|neither|whether|not only)\b|^(?:although|as|because|before|after|if|once|since|though|to|unless|until|when|whenever|whereas|while|with|for)\b/iu

function within([start, end]: Span, [from, to]: Span): readonly Span[] {
  const span: Span = [Math.max(start, from), Math.min(end, to)]
  return span[0] < span[1] ? [span] : []
}

/** Whether a line has a verb in a tense, and a subject at its beginning. */
function isClause(parse: Parser, text: string): boolean {
  if (text.split(/\s+/).length < LEAST_WORDS || !isBalanced(text) || /[;:]/.test(text)) return false
  const tree = parse(text)
  const root = rootOf(tree)
  const subject = children(tree, root).find((child) => /^(?:nsubj|expl)/.test(tree.tokens[child]?.relation ?? ''))
  return subject !== undefined && predicateAt(tree, root).some(isFiniteVerb) && opensWith(tree, subject)
}

/** Whether a clause tells what somebody said or knew, as the next one may: "They said that the tide was low, and …". */
function tells(parse: Parser, text: string): boolean {
  const tree = parse(text)
  return children(tree, rootOf(tree)).some((child) => /^ccomp/.test(tree.tokens[child]?.relation ?? ''))
}

/** Whether nothing stands before a subject, but for "but" or what ends in a comma. */
function opensWith(tree: Tree, subject: number): boolean {
  const { tokens } = tree
  const [first = subject] = subtree(tree, subject)
  return first === 0 || (first === 1 && /^but$/i.test(tokens[0]?.text ?? '')) || tokens[first - 1]?.text === ','
}

/** Whether what stands behind a joint hangs on the sentence itself, and on no clause inside it. */
function isTop(tree: Tree, at: number): boolean {
  const root = rootOf(tree)
  const head = tree.tokens.find(
    ({ start, head: on, relation }) => start > at && on === root && /^(?:conj|parataxis)/.test(relation),
  )
  return head !== undefined && (tree.tokens[root]?.start ?? at) < at
}
