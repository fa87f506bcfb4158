// Finds comparisons: two views or halves that the article contrasts.

import { contentWords } from '../../grammar/content-words.ts'
import { countWords } from '../../grammar/count-words.ts'
import { children, isFiniteVerb, predicateAt, rootOf, subtree, type Tree } from '../../grammar/tree.ts'
import type { Side } from '../../model/draft.ts'
import { type Span, shiftSpan } from '../../model/span.ts'
import type { Context } from '../context.ts'
import { lineOf, phraseOf, type Source } from '../line.ts'
import type { Parser } from '../parser.ts'
import { INITIAL_WEIGHT } from '../sentence-versions.ts'
import type { FormFinder, ShownSentence } from './form.ts'

/**
 * Finds two views or halves that the article contrasts, as in "some …, while others …" and "A …, whereas B …". "Some"
 * and "others" may also be in two sentences with at most one sentence between them.
 */
export const comparisonForm: FormFinder = (context, shown) => {
  const { parse } = context
  if (parse === null) return null
  for (const [from, one] of shown.entries()) {
    const sides = sidesWithin(context, parse, one)
    if (sides !== null) return { content: { type: 'comparison', sides }, from, to: from }
    for (const to of [from + 1, from + 2]) {
      const other = shown[to]
      const across = other === undefined ? null : sidesBetween(context, parse, [one, other])
      if (across !== null) return { content: { type: 'comparison', sides: across }, from, to }
    }
  }
  return null
}

/** A clause as offsets into its sentence, split into its subject and its predicate. */
interface Clause {
  readonly subject: Span
  readonly predicate: Span
}

const MIN_NAME_WORDS = 2
const MAX_NAME_WORDS = 8
const MAX_SIDE_WORDS = 18
/** With fewer words, a side makes no sense by itself: "do not". */
const MIN_SIDE_WORDS = 3

function sidesWithin(context: Context, parse: Parser, { sentence }: ShownSentence): readonly [Side, Side] | null {
  const { text } = sentence
  const contrast = CONTRASTS.map((pattern) => pattern.exec(text)).find((match) => match !== null)
  if (contrast === undefined || /["“”?;:]/u.test(text)) return null
  const [, lead = '', first = '', link = ''] = contrast
  const start = lead.length
  const middle = start + first.length
  const one = clauseIn(parse, text, [start, middle])
  const other = clauseIn(parse, text, [middle + link.length, endOf(text)])
  // "While" also joins clauses about the same time, so their subjects must have a word in common.
  const areComparable = !/while/i.test(link) || SOME_OPENING.test(first) || haveWordInCommon(text, one, other)
  return one === null || other === null || !areComparable
    ? null
    : sidesOf(context, [
        { sentence, clause: one },
        { sentence, clause: other },
      ])
}

function haveWordInCommon(text: string, one: Clause | null, other: Clause | null): boolean {
  const words = contentWords(text.slice(...(one?.subject ?? [0, 0])))
  return contentWords(text.slice(...(other?.subject ?? [0, 0]))).some((word) => words.includes(word))
}

/**
 * Patterns that capture the words before the first clause, that clause, and the words that link it to the second
 * clause.
 */
const CONTRASTS: readonly RegExp[] = [
  /^((?:but |and |yet )?(?:while|although|whereas) )((?:some|many|most)\b[^,]+)(,\s+)(?=(?:others?|many|some|most)\b)/iu,
  /^((?:but |and |yet )?)((?:some|many|most)\b[^,]+)(,\s+(?:while|whereas|but|and)\s+)(?=(?:others?|many|some|most)\b)/iu,
  /^()((?:[Tt]he|[Aa]n?|\p{Lu})[^,]+)(,\s+(?:whereas|while)\s+)(?=\p{L})/u,
]

/** Makes the sides of a comparison from two sentences, about "some" and about "others"; null for any other pair. */
function sidesBetween(
  context: Context,
  parse: Parser,
  [first, second]: readonly [ShownSentence, ShownSentence],
): readonly [Side, Side] | null {
  const texts = [first.sentence.text, second.sentence.text] as const
  const isPair = SOME_OPENING.test(texts[0]) && OTHERS_OPENING.test(texts[1])
  if (!isPair || texts.some((text) => /["“”?;:]/u.test(text))) return null
  const [one, other] = [
    clauseIn(parse, texts[0], [0, endOf(texts[0])]),
    clauseIn(parse, texts[1], [0, endOf(texts[1])]),
  ]
  return one && other
    ? sidesOf(context, [
        { sentence: first.sentence, clause: one },
        { sentence: second.sentence, clause: other },
      ])
    : null
}

const SOME_OPENING = /^(?:some|many|most)\s/i
const OTHERS_OPENING = /^(?:others?|other\s+\p{Ll}+|some other\s+\p{Ll}+)\s/iu

function endOf(sentence: string): number {
  return sentence.replace(/[.\s]+$/u, '').length
}

interface Half {
  readonly sentence: ShownSentence['sentence']
  readonly clause: Clause
}

function sidesOf(context: Context, halves: readonly [Half, Half]): readonly [Side, Side] | null {
  const { language, text } = context.article
  const sideOf = ({ sentence, clause }: Half): Side => {
    const sourceOf = (span: Span): Source => ({
      text,
      spans: [shiftSpan(span, sentence.span[0])],
      kind: 'prose',
      weight: INITIAL_WEIGHT,
    })
    return { name: lineOf(sourceOf(clause.subject)), text: phraseOf(sourceOf(clause.predicate)) }
  }
  const sides = [sideOf(halves[0]), sideOf(halves[1])] as const
  // "Some" alone refers to something that the text has mentioned before.
  if (countWords(sides[0].name.text, language) < MIN_NAME_WORDS) return null
  const isShort = sides.every(({ name, text: predicate }) => {
    const words = countWords(predicate.text, language)
    return countWords(name.text, language) <= MAX_NAME_WORDS && words >= MIN_SIDE_WORDS && words <= MAX_SIDE_WORDS
  })
  return isShort ? sides : null
}

/** Splits a clause into subject and predicate; null if the parse finds anything else. */
function clauseIn(parse: Parser, sentence: string, [from, to]: Span): Clause | null {
  const clause = sentence.slice(from, to)
  const tree = parse(clause)
  const root = rootOf(tree)
  const subject = children(tree, root).find((child) => /^nsubj/.test(tree.tokens[child]?.relation ?? ''))
  if (subject === undefined || !hasFiniteVerb(tree, root)) return null
  const [first, last] = wordRange(tree, subject)
  if (
    first !== 0 ||
    (/^(?:PRON)$/.test(tree.tokens[subject]?.upos ?? '') &&
      !/^(?:some|others?|many|most)$/i.test(tree.tokens[subject]?.text ?? ''))
  )
    return null
  const next = tree.tokens[last + 1]
  const end = tree.tokens.findLast(({ upos }) => upos !== 'PUNCT')
  if (next === undefined || end === undefined || next.upos === 'PUNCT') return null
  return {
    subject: [from, from + (tree.tokens[last]?.end ?? 0)],
    predicate: [from + next.start, from + end.end],
  }
}

function hasFiniteVerb(tree: Tree, root: number): boolean {
  return predicateAt(tree, root).some(isFiniteVerb)
}

function wordRange(tree: Tree, index: number): readonly [number, number] {
  const all = subtree(tree, index)
  return [all[0] ?? index, all.at(-1) ?? index]
}
