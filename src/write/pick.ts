import { contentWords } from '../grammar/content-words.ts'
import { isNamedAgain } from '../grammar/english-reference.ts'
import type { Ground } from '../grammar/ground.ts'
import { WEIGHTS } from '../grammar/salience-weights.ts'
import type { Line } from '../model/draft.ts'
import type { Weighed } from '../model/outline.ts'
import { type Candidate, EASY_WORDS, leansOn, preferred } from './candidates.ts'
import { choose } from './choose.ts'
import type { Group } from './group.ts'
import { type Ledger, MOST_POINTS, MOST_WORDS, wordsIn } from './ledger.ts'
import { onlyCounts } from './only-counts.ts'
import type { Title } from './prose-title.ts'
import { repetition, repetitionAmong } from './shown.ts'

/** What points are asked for: those of a group, under a title. */
export interface Ask {
  readonly group: Group
  readonly title: Title
  readonly candidates: readonly Candidate[]
}

/** Fewer points than this make a thin slide. */
export const LEAST_POINTS = 2

/** The lines worth most together, each understood by who has read those before it; of none an earlier slide holds the share `most`, 0 to 1. */
export function pick(ledger: Ledger, { group, title, candidates }: Ask, most: number): Line[] {
  const { ground, key, places } = group.survey(ledger.article.title?.text ?? '')
  const said = title.line === null ? [] : [title.line]
  const fresh = candidates.map((candidate) => ({
    ...candidate,
    lines: LENGTHS.reduceRight(
      (lines, longest) => preferred(lines, (line) => wordsIn(ledger, [line]) <= longest),
      preferred(candidate.lines, isUnbracketed),
    ).filter((line) => repetition(ledger.shown, line) < most),
  }))
  const place = ({ sentence }: Candidate) => places.get(sentence.span[0]) ?? 0
  const bearing = JSON.stringify([
    key,
    most,
    title.covers,
    title.answer,
    said.map(({ text }) => text),
    fresh.map((candidate) => [
      candidate.index,
      place(candidate),
      candidate.lines.map(({ text }) => text),
      group.sentences[candidate.index + 1]?.text ?? '',
    ]),
  ])
  const known = ledger.parse?.known?.choices
  const chosen = known?.get(bearing)
  if (chosen !== undefined) return chosen.flatMap(([candidate, line]) => fresh[candidate]?.lines[line] ?? [])
  const lines = chooseWhole(ledger, { group, title, candidates: fresh, said, most, ground: ground(), place })
  known?.set(
    bearing,
    lines.map((line) => placeOf(line, fresh)),
  )
  return lines
}

interface Pick extends Ask {
  readonly said: readonly Line[]
  readonly most: number
  readonly ground: Ground
  readonly place: (candidate: Candidate) => number
}

/** What is worth most of some candidates, without the half of anything. */
function chooseWhole(ledger: Ledger, asked: Pick): Line[] {
  const { group, title, candidates, said, most, ground, place } = asked
  const { parse, article } = ledger
  const known = contentWords(`${article.title?.text ?? ''} ${group.under}`)
  const isAgain = (line: Line, index: number, before: readonly Line[]) =>
    parse !== null &&
    isNamedAgain(
      parse(line.text),
      group.sentences.slice(0, index).map(({ text }) => parse(text)),
      [...known, ...before.flatMap(({ text }) => contentWords(text))],
    )
  const lines = choose({
    candidates,
    ground,
    place,
    weights: WEIGHTS,
    said,
    least: LEAST_POINTS,
    most: MOST_POINTS,
    easy: EASY_WORDS,
    admits: (line, { index, sentence }, taken) => {
      const slide = [...said, ...taken.values()]
      const isAnswer = index === title.answer && OF_WHAT_WAS_ASKED.test(line.text)
      const followsShown = taken.has(index - 1) || title.covers.includes(index - 1) || isAnswer
      const before = [...said, ...[...taken].flatMap(([at, each]) => (at < index ? [each] : []))]
      return (
        wordsIn(ledger, [...slide, line]) <= MOST_WORDS &&
        (followsShown || !(leansOn(ledger, line, before) || isAgain(line, index, before))) &&
        (!(announces(sentence) || onlyCounts(line.text) || SUPPOSES.test(line.text)) || taken.has(index + 1)) &&
        repetitionAmong(ledger.shown, slide, line) < most
      )
    },
  })
  const chosen = lines.flatMap((line) => candidates.find((each) => each.lines.includes(line))?.index ?? [])
  const half = chosen.find((index, at) => {
    const line = lines[at]
    if (line === undefined || chosen.includes(index + 1)) return false
    return (
      isDenialIn(group, line, index) ||
      isBeforeIn(group, line, index) ||
      (asks(line) && (!lines.every(asks) || (lines.length === 1 && ASKS_ONLY.test(line.text))))
    )
  })
  return half === undefined
    ? lines
    : chooseWhole(ledger, { ...asked, candidates: candidates.filter(({ index }) => index !== half) })
}

/** "What is a gauge?" "It is a pipe." */
const OF_WHAT_WAS_ASKED = /^(?:(?:no|yes)[,.!] )?(?:he|it|its|she|that|their|these|they|this|those)\b/i

/** Whether a sentence says that something follows it, and nothing without that: "We need these:" */
function announces({ text }: Weighed): boolean {
  return /[:：]$/u.test(text)
}

/** "Let's say that a boat comes in at night": what happens then is the matter. */
const SUPPOSES =
  /\blet(?:['’]s| us) (?:assume|imagine|pretend|say|suppose)\b[^:;]*$|^(?:(?:and|but|for example|now|so),? )?(?:assume|imagine|picture|say|suppose)(?: that)? (?:an?|for|he|I|it|one|our|she|some\w*|that|the|there|they|this|two|we|you|your)\b[^?:;]*$/i

/** "FM: What changes in May?", and not "The keeper has a plan: what if the gate is shut?" */
const ASKS_ONLY =
  /^(?:[^\s:?]{1,20}: )?(?:(?:and|but|so),? )?(?:are|can|could|did|do|does|has|have|how|if|is|should|was|were|what|when|where|which|who|why|will|would)\b/i

/** A question needs its answer beside it, unless a slide asks several. */
function asks({ kind, text }: Line): boolean {
  return kind === 'prose' && /[?？]!?["”’]?$/u.test(text)
}

/** What says only that something is not so where the next sentence says what is: "The question isn't if boats sail." "It's when." */
function isDenialIn({ sentences }: Group, { text }: Line, index: number): boolean {
  return DENIES.test(text) && CORRECTS.test(sentences[index + 1]?.text ?? '')
}

const DENIES = /(?:n['’]t| not) (?:about|because|if|just|merely|only|simply|that|whether)\b/i
const CORRECTS = /^(?:it|they)(?:['’](?:s|re)| (?:is|are|was|were))\b|^(?:rather|instead|on the contrary)\b/i

/** What says only how things were where the next sentence says how they are: "Previously the gates were moved by hand." "Now …" */
function isBeforeIn({ sentences }: Group, { text }: Line, index: number): boolean {
  return WAS.test(text) && IS_NOW.test(sentences[index + 1]?.text ?? '')
}

const WAS =
  /^(?:previously|formerly|originally|initially|historically|traditionally|at first|in the past|(?:before|prior to|until|up to) (?:now|this|that|then|the|v?\d|\p{Lu}))\b/iu
const IS_NOW =
  /\b(?:instead|no longer|now|nowadays|today)\b|^(?:Now|Today)\b|^(?:As of|From|In|Since|Starting (?:from|in|with)|To (?:fix|help|solve)|With) (?:here|that|the|this|v?\d|\p{Lu})/u

/** Where a line stands among those of some candidates. */
function placeOf(line: Line, candidates: readonly Candidate[]): readonly [candidate: number, line: number] {
  const candidate = candidates.findIndex(({ lines }) => lines.includes(line))
  return [candidate, candidates[candidate]?.lines.indexOf(line) ?? -1]
}

/** The lengths in words that are liked, best first: of a sentence that has one of the first, no longer one is shown. */
const LENGTHS: readonly number[] = [EASY_WORDS, 18, 24]

/** What stands in brackets can be said, unless it is a figure. */
function isUnbracketed({ text }: Line): boolean {
  return !/\([^()\d]*\)/.test(text)
}
