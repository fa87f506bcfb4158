import { contentWords } from '../grammar/content-words.ts'
import { isMeta } from '../grammar/english-cues.ts'
import type { Draft, Line } from '../model/draft.ts'
import type { Sentence, Weighed } from '../model/outline.ts'
import { type Candidate, candidatesOf, isDangling } from './candidates.ts'
import { furnitureOf } from './furniture.ts'
import { type Ledger, MOST_POINTS, MOST_WORDS, wordsIn } from './ledger.ts'
import { addedLine } from './line.ts'
import { repetitionAmong } from './shown.ts'
import { lineThatStands } from './stands.ts'
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

/** Fewer conclusions leave room for what the parts have said. */
const LEAST_CONCLUSIONS = 2

/**
 * What the talk comes to: its concluding sentences, and where they leave room the weightiest line of each part. Null where the
 * article concludes nothing and has too few lines that stand alone.
 */
export function writeTakeaways(ledger: Ledger, { concluding, parts, said }: Harvest): Draft | null {
  const concluded = fill(ledger, [], conclusionsIn(ledger, concluding))
  const points = inOrder(
    concluded.length < LEAST_CONCLUSIONS ? fill(ledger, concluded, partLines(ledger, parts)) : concluded,
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
    const hasRoom = taken.length < MOST_POINTS && wordsIn(ledger, [...taken, line]) < MOST_WORDS
    if (hasRoom && repetitionAmong(taken, line) < REPEATED) taken.push(line)
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
    .flatMap(({ lines }) => lines.slice(0, 1))
    .filter((line) => !isDangling(line, []))
}

/** The best line of every part, the weightiest first; then the second best of each, and the third. */
function partLines(ledger: Ledger, parts: readonly (readonly Weighed[])[]): readonly Line[] {
  const ranked = parts.map((sentences) =>
    candidatesOf(ledger, sentences)
      .flatMap((candidate) => standing(ledger, candidate) ?? [])
      .toSorted(byWorth),
  )
  return Array.from({ length: LEAST_TAKEAWAYS }, (_, round) =>
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

/** What a line of the article's own subject is worth beside others of its weight, and what one that only tells what happened. */
const ON_TOPIC = 1.3
const HAPPENED = 0.7

/** What a sentence comes to alone, and what that is worth. */
function standing(ledger: Ledger, candidate: Candidate): Standing | null {
  const found = lineThatStands(ledger, candidate)
  if (found === null) return null
  const topic = contentWords(ledger.article.title?.text ?? '')
  const isOnTopic = contentWords(found.line.text).some((word) => topic.includes(word))
  return {
    line: found.line,
    worth: found.line.weight * (isOnTopic ? ON_TOPIC : 1) * (found.tense === 'past' ? HAPPENED : 1),
  }
}

function byWeight(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((one, other) => other.sentence.weight - one.sentence.weight)
}
