// Shows the reason that a title leaves out as the first point below it.

import { normaliseWord } from '../grammar/english-words.ts'
import { children, isFiniteVerb, predicateAt, type Tree } from '../grammar/tree.ts'
import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { type Context, countSlideWords } from './context.ts'
import { lineOf } from './line.ts'
import { EASY_POINT_WORDS } from './plan/candidates.ts'
import { MAX_POINTS, MAX_WORDS } from './plan/objective.ts'

/**
 * Adds the reason or the consequence that was cut off a title: "Bees are no trouble" above "Because they fly below ten
 * metres". Only a clause with its own subject is added, and only if the slide has room.
 */
export function withReason(
  { context, sentences }: { readonly context: Context; readonly sentences: readonly Sentence[] },
  { title, points }: { readonly title: Line | null; readonly points: readonly Line[] },
): readonly Line[] {
  const { article, parse } = context
  const [start, end] = [title?.spans[0]?.[0] ?? -1, title?.spans.at(-1)?.[1] ?? -1]
  const sentence = sentences.find(({ span }) => span[0] <= start && end < span[1])
  if (parse === null || title?.kind !== 'prose' || sentence === undefined || points.length >= MAX_POINTS) return points
  // The reason comes first, so every point must come after it in the article.
  if (points.some(({ spans }) => (spans[0]?.[0] ?? 0) < sentence.span[1])) return points
  const clause = reasonIn(parse(sentence.text), end - sentence.span[0])
  if (clause === null) return points
  const spans = [[sentence.span[0] + clause, sentence.span[1]] as const]
  const line = lineOf({ text: article.text, spans, kind: 'prose', weight: points[0]?.weight ?? title.weight })
  const words = countSlideWords(context, line.text)
  const all = [title, ...points].reduce((sum, { text }) => sum + countSlideWords(context, text), words)
  return words < MIN_WORDS || words > EASY_POINT_WORDS || all > MAX_WORDS ? points : [line, ...points]
}

/** A shorter clause, such as "because it rained", says little. */
const MIN_WORDS = 5

/** Returns where a reason or a consequence begins that follows a clause; null if something else follows. */
function reasonIn(tree: Tree, end: number): number | null {
  const [first, second] = tree.tokens.filter((token) => token.start >= end && token.upos !== 'PUNCT')
  const conjunction = first !== undefined && SCOPE_ADVERBS.has(normaliseWord(first.text)) ? second : first
  if (first === undefined || conjunction === undefined) return null
  if (!/^(?:because|since|so)$/.test(normaliseWord(conjunction.text))) return null
  const verb = tree.tokens[conjunction.head]
  if (verb === undefined || !/^(?:advcl|conj|parataxis)/.test(verb.relation)) return null
  const hasSubject = children(tree, verb.index).some(
    (child) => child > conjunction.index && /^(?:nsubj|expl)/.test(tree.tokens[child]?.relation ?? ''),
  )
  // "So that anyone can check it" is an aim.
  const isAim = normaliseWord(tree.tokens[conjunction.index + 1]?.text ?? '') === 'that'
  return hasSubject && !isAim && predicateAt(tree, verb.index).some(isFiniteVerb) ? first.start : null
}

/** Words that limit a reason, which stay with it. */
const SCOPE_ADVERBS: ReadonlySet<string> = new Set('primarily mainly largely partly mostly simply'.split(' '))
