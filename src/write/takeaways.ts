import { contentWords } from '../grammar/content-words.ts'
import { isMeta } from '../grammar/english-cues.ts'
import { children, rootOf, subtree } from '../grammar/tree.ts'
import type { Draft, Line } from '../model/draft.ts'
import type { Sentence, Weighed } from '../model/outline.ts'
import { type Candidate, candidatesOf, isDangling } from './candidates.ts'
import { furnitureOf } from './furniture.ts'
import { type Ledger, MOST_POINTS, MOST_WORDS, repetition, wordsIn } from './ledger.ts'
import { addedLine } from './line.ts'
import { LONGEST_TITLE } from './title.ts'

/** What takeaways are drawn from. */
export interface Harvest {
  /** The sentences that conclude the article or a part of it. */
  readonly concluding: readonly Weighed[]
  /** Of each part, and of what stands before the first, the sentences of its slides. */
  readonly parts: readonly (readonly Weighed[])[]
  /** What is said over the slide and over no other. */
  readonly said: readonly Sentence[]
}

/** So many things are worth a slide where nobody says what the talk comes to. */
const LEAST_TAKEAWAYS = 3

/**
 * What the talk comes to: its concluding sentences, and where they leave room the weightiest line of each part. Null where the
 * article concludes nothing and has too few lines that stand alone.
 */
export function writeTakeaways(ledger: Ledger, { concluding, parts, said }: Harvest): Draft | null {
  const concluded = fill(ledger, [], conclusionsIn(ledger, concluding))
  const points = inOrder(
    concluded.length < LEAST_TAKEAWAYS ? fill(ledger, concluded, partLines(ledger, parts)) : concluded,
  )
  if (points.length === 0 || (concluded.length === 0 && points.length < LEAST_TAKEAWAYS)) return null
  const claim = concluded.length > 2 ? points.find((line) => line.text.length <= LONGEST_TITLE) : undefined
  const title = claim ?? addedLine(furnitureOf(ledger.article.language).takeaways)
  return {
    type: 'draft',
    purpose: 'takeaways',
    part: 0,
    title,
    content: { type: 'takeaways', points: points.filter((line) => line !== claim) },
    said,
  }
}

/** A line of which another holds this much says the same. */
const REPEATED = 0.6

/** A takeaway of more words is one only where there are no shorter ones. */
const EASY_TAKEAWAY = 20

/** Takes what says something new while there is room. */
function fill(ledger: Ledger, had: readonly Line[], lines: readonly Line[]): readonly Line[] {
  const taken = [...had]
  for (const line of [...lines.filter((each) => wordsIn(ledger, [each]) <= EASY_TAKEAWAY), ...lines]) {
    const words = taken.map(({ text }) => contentWords(text))
    const hasRoom = taken.length < MOST_POINTS && wordsIn(ledger, [...taken, line]) < MOST_WORDS
    if (hasRoom && repetition(words, line) < REPEATED) taken.push(line)
  }
  return taken
}

function inOrder(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) => startOf(one) - startOf(other))
}

function startOf({ spans }: Line): number {
  return spans[0]?.[0] ?? 0
}

/** The shortest length of each concluding sentence that leans on nothing, the weightiest first. */
function conclusionsIn(ledger: Ledger, concluding: readonly Weighed[]): readonly Line[] {
  const telling = concluding.filter(({ text }) => !isMeta(text))
  return byWeight(candidatesOf(ledger, telling))
    .flatMap(({ lines }) => lines.toSorted((one, other) => one.text.length - other.text.length).slice(0, 1))
    .filter((line) => !isDangling(line, []))
}

/** The best line of every part, the weightiest first; of few parts also the second best and the third. */
function partLines(ledger: Ledger, parts: readonly (readonly Weighed[])[]): readonly Line[] {
  const ranked = parts.map((sentences) =>
    candidatesOf(ledger, sentences)
      .flatMap((candidate) => lineThatStands(ledger, candidate) ?? [])
      .toSorted(byWorth),
  )
  const rounds = parts.length < LEAST_TAKEAWAYS ? LEAST_TAKEAWAYS : 2
  return Array.from({ length: rounds }, (_, round) =>
    ranked.flatMap((lines) => lines[round] ?? []).toSorted(byWorth),
  ).flatMap((round) => round.map(({ line }) => line))
}

interface Standing {
  readonly line: Line
  readonly worth: number
}

function byWorth(one: Standing, other: Standing): number {
  return other.worth - one.worth
}

/** A line of more words is a point of its part, not what is left of it; one of fewer is a topic. */
const MOST_LINE_WORDS = 14
const LEAST_LINE_WORDS = 5

/** What a line of the article's own subject is worth beside others of its weight, and what one that only tells what happened. */
const ON_TOPIC = 1.3
const HAPPENED = 0.7

/** The fullest length of a sentence that is short, and says at the end of a talk what it says. */
function lineThatStands(ledger: Ledger, { sentence, lines }: Candidate): Standing | null {
  if (sentence.kind !== 'prose' || UNFIT.test(sentence.text)) return null
  const fitting = lines.filter((line) => {
    const words = wordsIn(ledger, [line])
    return words >= LEAST_LINE_WORDS && words <= MOST_LINE_WORDS && !isDangling(line, []) && !LEANS.test(line.text) && !OURS.test(line.text)
  })
  const line = fitting.toSorted((one, other) => other.text.length - one.text.length)[0]
  const tense = line === undefined ? null : tenseOf(ledger, line.text)
  if (line === undefined || tense === null) return null
  const topic = contentWords(ledger.article.title?.text ?? '')
  const isOnTopic = contentWords(line.text).some((word) => topic.includes(word))
  return { line, worth: line.weight * (isOnTopic ? ON_TOPIC : 1) * (tense === 'past' ? HAPPENED : 1) }
}

/** When a line says that something is so, its subject first; null for one that says no such thing. Orders are for now. */
function tenseOf({ parse }: Ledger, line: string): 'past' | 'present' | null {
  if (parse === null) return 'present'
  const tree = parse(line)
  const root = rootOf(tree)
  const under = children(tree, root)
  const verbs = [root, ...under.filter((child) => /^(?:aux|cop)/.test(tree.tokens[child]?.relation ?? ''))]
  const finite = verbs.map((index) => tree.tokens[index]?.xpos ?? '').find((tag) => /^(?:VBD|VBP|VBZ|MD)$/.test(tag))
  const subject = under.find((child) => /^nsubj/.test(tree.tokens[child]?.relation ?? ''))
  if (subject === undefined) return root === 0 && tree.tokens[0]?.xpos === 'VB' && !ASIDE.test(line) ? 'present' : null
  if (finite === undefined || subtree(tree, subject)[0] !== 0) return null
  return finite === 'VBD' ? 'past' : 'present'
}

/** Orders that send the reader elsewhere. */
const ASIDE =
  /^(?:check|click|compare|consider|contact|follow|go|join|keep|look|note|read|remember|see|use|visit|watch)\b/i

function byWeight(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((one, other) => other.sentence.weight - one.sentence.weight)
}

/** Questions, leads, quotations, examples, code, and what the author tells of the author, are no summary. */
const UNFIT =
  /[?:“”"_[\]{}=<>|*\\]|\(\)|\p{L}\.\p{L}|^(?:for (?:example|instance)|imagine|suppose|say|thanks?|many (?:people|thanks))\b|\b(?:I|my|me|mine)\b/iu

/** What the authors did is theirs. */
const OURS = /^(?:we|let)\b/i

/** Words that point at something said before; at the end of a talk nobody knows at what. Late in a line they mostly point into it. */
const LEANS =
  /\b(?:he|she|him|his|her|this|these|those|such|here|there|above|below|following|also|then|now|once again)\b|^(?:\S+ ){0,4}(?:it|its|they|them|their)\b|\bthat(?:$| (?:is|was|will|would|can|could|has|had)\b)|^(?:the )?(?:that|first|second|third|last|former|latter|others?|another|both|same|rest|result|answer|reason|change|idea|code)\b/iu
