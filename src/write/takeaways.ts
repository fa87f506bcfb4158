import { contentWords } from '../grammar/content-words.ts'
import { isMeta } from '../grammar/english-cues.ts'
import { children, rootOf, subtree, type Token, type Tree } from '../grammar/tree.ts'
import type { Draft, Line } from '../model/draft.ts'
import type { Sentence, Weighed } from '../model/outline.ts'
import { type Candidate, candidatesOf, leansOn } from './candidates.ts'
import { furnitureOf } from './furniture.ts'
import { type Ledger, MOST_POINTS, MOST_WORDS, wordsIn } from './ledger.ts'
import { addedLine, lineOf, passageLine } from './line.ts'
import { repetitionAmong } from './shown.ts'
import { lineThatStands } from './stands.ts'
import { LONGEST_TITLE } from './title.ts'

/** What takeaways are drawn from. */
export interface Harvest {
  /** The sentences that conclude the article or a part of it. */
  readonly concluding: readonly Weighed[]
  /** Of each part its heading, empty for none, and the sentences of its slides. */
  readonly parts: readonly { readonly heading: string; readonly sentences: readonly Weighed[] }[]
  /** What is said over the slide and over no other. */
  readonly said: readonly Sentence[]
}

/** So many things are liked best, and are worth a slide where nobody says what the talk comes to. */
const LIKED_TAKEAWAYS = 3

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
  const least = concluded.length > 0 ? 1 : LIKED_TAKEAWAYS
  if (points.length < least) return null
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

/** Words kept free for each takeaway that is still wanted. */
const KEPT_FREE = 10

/** Takes what says something new while there is room for it, and at first for what is still wanted after it. */
function fill(ledger: Ledger, had: readonly Line[], lines: readonly Line[]): readonly Line[] {
  const taken = [...had]
  const easy = lines.filter((each) => wordsIn(ledger, [each]) <= EASY_TAKEAWAY)
  for (const [round, line] of [easy, lines, lines].flatMap((each, index) =>
    each.map((line) => [index, line] as const),
  )) {
    const kept = round === 2 ? 0 : Math.max(0, LIKED_TAKEAWAYS - taken.length - 1) * KEPT_FREE
    const hasRoom = taken.length < MOST_POINTS && wordsIn(ledger, [...taken, line]) + kept < MOST_WORDS
    if (hasRoom && repetitionAmong(ledger.shown, taken, line) < REPEATED) taken.push(line)
  }
  return taken
}

function inOrder(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) => startOf(one) - startOf(other))
}

function startOf({ spans }: Line): number {
  return spans[0]?.[0] ?? 0
}

/** The shortest length of each concluding sentence that leans on nothing but the name of the talk, the weightiest first. */
function conclusionsIn(ledger: Ledger, concluding: readonly Weighed[]): readonly Line[] {
  const telling = concluding.filter(({ text }) => !isMeta(text))
  const { title } = ledger.article
  const known = title === null || title === undefined ? [] : [passageLine(title, 'heading')]
  return byWeight(candidatesOf(ledger, telling))
    .flatMap(({ sentence, lines }) => remindedIn(ledger, sentence) ?? lines.slice(0, 1))
    .filter((line) => !leansOn(ledger, line, known))
}

/** What a conclusion reminds of: "Strong walls are dear", of "The flood is a reminder that strong walls are dear". */
function remindedIn(
  { article: { text } }: Ledger,
  { span: [start, end], weight, text: sentence }: Weighed,
): Line | null {
  const opening = REMINDER.exec(sentence)?.[0]
  if (opening === undefined || /[“”"?]/u.test(sentence)) return null
  return lineOf({ text, spans: [[start + opening.length, end]], kind: 'prose', weight })
}

/** What is a reminder of something, or shows it, leaves no doubt that it is so. */
const REMINDER =
  /^(?!(?:if|when|while)\b)(?:(?!\b(?:can|cannot|could|hardly|may|might|never|no|nobody|not|nothing|should|to|would)\b|n['’]t\b)[^,;:]){2,80}? (?:(?:is|are|serves? as|stands? as|remains?) (?:an? |the )?(?:[\p{L}-]+ )?(?:proof|reminder|reminders)|reminds us|proves|makes (?:it )?(?:abundantly |very )?clear) that (?=[\p{L}\p{N}])/iu

/** The best line of every part, the weightiest first; then the second best of each, and the third. */
function partLines(ledger: Ledger, parts: Harvest['parts']): readonly Line[] {
  const spread = spreadIn(parts)
  const ranked = weightiest(parts).map(({ heading, sentences }) => {
    const matter = new Set(contentWords(`${ledger.article.title?.text ?? ''} ${heading}`))
    return candidatesOf(ledger, sentences)
      .flatMap((candidate) => standing(ledger, candidate, { matter, spread }) ?? [])
      .toSorted(byWorth)
  })
  return Array.from({ length: LIKED_TAKEAWAYS }, (_, round) =>
    ranked.flatMap((lines) => lines[round] ?? []).toSorted(byWorth),
  ).flatMap((round) => round.map(({ line }) => line))
}

/** Of more parts than this the lines of the weightiest alone are looked at. */
const MOST_PARTS = 24

function weightiest(parts: Harvest['parts']): Harvest['parts'] {
  const weightOf = ({ sentences }: Harvest['parts'][number]) =>
    sentences.reduce((most, { weight }) => Math.max(most, weight), 0)
  const first = new Set(parts.toSorted((one, other) => weightOf(other) - weightOf(one)).slice(0, MOST_PARTS))
  return parts.filter((part) => first.has(part))
}

/** What a line is measured against: the words that name its part and the article, and those that several parts say. */
interface Ground {
  readonly matter: ReadonlySet<string>
  readonly spread: ReadonlySet<string>
}

/** The words that more than one part says. */
function spreadIn(parts: Harvest['parts']): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { sentences } of parts)
    for (const word of new Set(sentences.flatMap(({ text }) => contentWords(text))))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].flatMap(([word, count]) => (count > 1 ? [word] : [])))
}

interface Standing {
  readonly line: Line
  readonly worth: number
}

function byWorth(one: Standing, other: Standing): number {
  return other.worth - one.worth
}

/** What a line is worth of which no other part says a word, beside one whose every word another part says too. */
const LEAST_SHARE = 0.5

/** What a line of its part's own matter is worth beside others of its weight, */
const ON_TOPIC = 1.3
/** one that opens its paragraph, */
const OPENS = 1.1
/** one that only tells what happened, */
const HAPPENED = 0.7
/** one that is about a thing or a person whom only the part knows, */
const PARTICULAR = 0.6
/** one that is a step of some procedure, */
const STEP = 0.6
/** and one that begins its part, beside one from its middle: there a part says what it is about. */
const FIRST = 1.2
const FIRST_SENTENCES = 3

/** What a sentence comes to alone, and what that is worth. */
function standing(ledger: Ledger, candidate: Candidate, { matter, spread }: Ground): Standing | null {
  const found = lineThatStands(ledger, candidate)
  if (found === null || BESIDE.some((pattern) => pattern.test(found.line.text))) return null
  const words = contentWords(found.line.text)
  const isOnTopic = words.some((word) => matter.has(word))
  const shared = words.filter((word) => spread.has(word)).length / Math.max(words.length, 1)
  const subject = ledger.parse === null ? null : subjectOf(ledger.parse(found.line.text))
  const isOneOf = subject !== null && isParticular(subject, matter)
  // "The pump broke": which of them only its part knows.
  const [determiner, noun] = subject ?? []
  const isOfPart = isOneOf && subject.length === 2 && /^the$/i.test(determiner?.text ?? '')
  if (isOfPart && !contentWords(noun?.text ?? '').some((word) => spread.has(word))) return null
  // What somebody did once is a story; what it came to has a figure.
  if (isOneOf && found.tense === 'past' && !/\d/.test(found.line.text)) return null
  // A word of code, or one example's name or figure, is a detail; so is what shares no word with any part of the talk.
  const isOfAll = isOnTopic || shared > 0
  if (!isOfAll || found.line.text.split(/\s+/).some((word) => isDetail(word, matter))) return null
  return {
    line: found.line,
    worth:
      found.line.weight *
      (isOnTopic ? ON_TOPIC : 1) *
      (LEAST_SHARE + shared) *
      (candidate.sentence.opens || candidate.sentence.role === 'thesis' ? OPENS : 1) *
      (found.tense === 'past' ? HAPPENED : 1) *
      (isOneOf ? PARTICULAR : 1) *
      (subject?.length === 0 ? STEP : 1) *
      (candidate.index < FIRST_SENTENCES ? FIRST : 1),
  }
}

/** A word of code or of one example: "node1", "MutableHeapNumber", "0.2", "x"; not what the part is named after. */
function isDetail(word: string, matter: ReadonlySet<string>): boolean {
  return (
    /\p{L}\d|\p{Ll}\p{Lu}|^\d+\.\d(?!\d\d)|^[b-hj-z]$/u.test(word) &&
    !contentWords(word).some((each) => matter.has(each))
  )
}

/** Thanks, offers, examples and where to find what. */
const BESIDE = [
  /\b(?:available (?:at|for|from|here|in|on|to)|can be found|for (?:example|instance)|(?:bugs?|issues?|PRs?) #?\d+|(?:credits?|thanks|kudos) (?:goes?|to)|thank you|was remixed|stay tuned|feel free|feedback|(?:blog|this) (?:post|article))\b/i,
  /^(?:in (?:that|this) case|notice|you(?: can| might| may|['’]ll)? (?:immediately )?(?:see|notice)|by comparison|(?:analogous|additional|further) )|\b(?:too|as well|either|by comparison|sure)$/i,
  /^(?:how|what|when|where|which|who|why) /i,
  // What says where more is said, a step at a keyboard, and how things would go.
  /\bmore (?:details?|info|information|on this)\b|\bin (?:more|greater) detail\b|\b(?:article|book|docs|documentation|FAQ|guide|handbook|manual|page|playbook|proposal|README|tutorial|website|wiki)s? (?:also )?(?:contains?|covers?|describes?|details|documents|explains?|gives|has|have|includes?|lists?|offers?|provides?|shows?|walks)\b|\b(?:described|documented|explained|listed|outlined) (?:at|in|on) (?:our|the)\b/i,
  /^you can (?:also )?(?:find|read|see)\b.*\b(?:at|in|on) (?:our|the|this)\b/i,
  /^(?:choose|click|download|drag|enter|fill in|find|install|log (?:in|into|on)|navigate|paste|press|scroll|select|share|sign (?:in|up)|start with|take (?:a|note|notes|some)|tell (?:me|us)|type)\b|(?:^|\s)--\w/i,
  /^(?!.*\b(?:if|otherwise|unless|without)\b).*\bwould\b/i,
]

/** The words of a line's subject, with what hangs on it; none where it has none, as an order. */
function subjectOf(tree: Tree): readonly Token[] {
  const subject = children(tree, rootOf(tree)).find((child) => /^nsubj/.test(tree.tokens[child]?.relation ?? ''))
  return subject === undefined ? [] : subtree(tree, subject).flatMap((index) => tree.tokens[index] ?? [])
}

/** "The kit", "Ann Bell": one of them, and none that the article or the part is named after. */
function isParticular(subject: readonly Token[], matter: ReadonlySet<string>): boolean {
  const [first] = subject
  const isNamed = contentWords(subject.map(({ text }) => text).join(' ')).some((word) => matter.has(word))
  const isOne = /^the$/i.test(first?.text ?? '') || subject.some(({ upos }) => upos === 'PROPN')
  return isOne && !isNamed
}

function byWeight(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((one, other) => other.sentence.weight - one.sentence.weight)
}
