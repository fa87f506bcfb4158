import { contentWords } from '../grammar/content-words.ts'
import { connectiveLength } from '../grammar/english-cues.ts'
import { children, isFiniteVerb, predicateAt, rootOf, subtree } from '../grammar/tree.ts'
import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { type Candidate, leansOn } from './candidates.ts'
import { type Ledger, wordsIn } from './ledger.ts'
import type { Parser } from './parser.ts'

/** A line that says something to somebody who has read nothing else. */
export interface Standing {
  readonly line: Line
  readonly tense: 'past' | 'present'
}

/** The fullest length of a sentence that is short and stands alone; null where it has none. */
export function lineThatStands(ledger: Ledger, candidate: Candidate): Standing | null {
  const { sentence } = candidate
  if (sentence.kind !== 'prose' || UNFIT.test(sentence.text)) return null
  // Where nobody can tell what leans, the first sentence of a paragraph leans least.
  if (ledger.parse === null && sentence.role !== 'thesis') return null
  // Its lengths are worked out now, and not before.
  const fitting = candidate.lines.filter((line) => {
    const words = wordsIn(ledger, [line])
    return words >= LEAST_WORDS && words <= MOST_WORDS && !leans(ledger, line)
  })
  const line = fitting.toSorted((one, other) => other.text.length - one.text.length)[0]
  const tense = line === undefined ? null : tenseOf(ledger, line.text)
  return line === undefined || tense === null ? null : { line, tense }
}

/** A line and the sentences that its slide says. */
export interface Alone {
  readonly line: Line
  readonly sentences: readonly Sentence[]
}

/** Whether a line may be all that a slide says. In a language that nobody parses, whatever is short may. */
export function standsAlone(ledger: Ledger, { line, sentences }: Alone): boolean {
  return opens(sentences, line) && isMessage(ledger, line) && !isOneOfMany(ledger, line.text)
}

/**
 * Whether a line may be all that a slide says under a heading, which names what it is about: where the article says no more there
 * either, and tells something. What is to be done is a step of something.
 */
export function standsUnder(ledger: Ledger, { heading, line, sentences }: Alone & { readonly heading: Line }): boolean {
  const [only, ...others] = sentences
  if (only === undefined || others.length > 0 || ELSEWHERE.test(heading.text)) return false
  if (POINTS.test(only.text) || COUNTS.test(line.text) || isCutShort(only, line) || hasPointer(ledger, line.text))
    return false
  const isNamed = !leansOn(ledger, line, [heading]) && !isOfBefore(heading, line)
  return (
    opens(sentences, line) &&
    isShortAndWhole(ledger, line) &&
    isNamed &&
    isTold(ledger, line.text) &&
    !isName(ledger, line.text)
  )
}

/**
 * Whether a line is what some sentences begin with. What comes later is said of what came before, and so is what begins with
 * "and"; what has lost its beginning ("By default, …") is true of less than it says.
 */
function opens([first]: readonly Sentence[], line: Line): boolean {
  return first !== undefined && line.spans[0]?.[0] === first.span[0] && connectiveLength(first.text) === 0
}

/** Whether a sentence goes on where its line ends, and not after a comma: what follows may be all that it is about. */
function isCutShort({ text, span: [start] }: Sentence, line: Line): boolean {
  // The full stop of the whole is kept when what stands before it goes.
  const worded = line.spans.map(([from, to]) => [from - start, to - start] as const)
  const end = worded.findLast((span) => /[\p{L}\p{N}]/u.test(text.slice(...span)))?.[1] ?? 0
  return /^\s*[\p{L}\p{N}]/u.test(text.slice(end))
}

/** Whether a line names a thing and says nothing of it: "The text that will be shown", "A list of boats". */
function isName(ledger: Ledger, text: string): boolean {
  const tokens = ledger.parse?.(text).tokens ?? []
  const verbs = tokens.filter(isFiniteVerb)
  const [first] = verbs
  const isClause = /^(?:that|which|who)$/i.test(tokens[(first?.index ?? 0) - 1]?.text ?? '')
  return (
    first === undefined ||
    (isClause && verbs.length === 1) ||
    /^(?:an?|the) (?:list|name|number|set|type) of\b/i.test(text)
  )
}

/** "We should add this to the site" */
function hasPointer({ parse }: Ledger, text: string): boolean {
  const tokens = parse?.(text).tokens ?? []
  return tokens.some(
    (token) => token.upos === 'PRON' && /^(?:that|these|this|those)$/i.test(token.text) && token.xpos === 'DT',
  )
}

/** A line that ends in things of which it only says how many there are: they follow. "It has several parts", "lots of options" */
const COUNTS =
  /\b(?:several|various|many|multiple|different|lots of|a (?:couple|few|lot|number|range|set|variety) (?:of )?|two|three|four|five|six) (?:\p{L}[\p{L}-]* ){0,4}\p{Ll}+s$/iu

/** "all the versions listed above", "from here", "let's start", and two lines that have lost what was between: "Names The list has" */
const POINTS = /\b(?:above|below|earlier|following|here)\b|^let['’]s\b|:\s*$|\p{Ll} (?:An?|It|The|This|We|You) \p{Ll}/u

/** Under these headings stands what belongs nowhere else. */
const ELSEWHERE =
  /^(?:(?:additional|further|more|other|related|useful) )?(?:acknowledge?ments?|contact|credits?|feedback|help|links?|questions?|reading|references?|resources?|see also)$/i

function isShortAndWhole(ledger: Ledger, line: Line): boolean {
  const words = wordsIn(ledger, [line])
  const isShort = words >= LEAST_ALONE && words <= MOST_ALONE
  return (
    isShort &&
    !UNFIT.test(line.text) &&
    !REFERS.test(line.text) &&
    !NEWS.test(line.text) &&
    !/\p{Ll}ing$/u.test(line.text)
  )
}

/** Whether a line is about "this work" where the heading names none. */
function isOfBefore(heading: Line, line: Line): boolean {
  const [, noun = ''] = /\bthis ([\p{L}-]+)/iu.exec(line.text) ?? []
  const words = contentWords(heading.text)
  return contentWords(noun).some((word) => !words.includes(word))
}

/** What only says where something is to be found. */
const REFERS =
  /^here\b|\bfollowing\b|\b(?:can|may) be found (?:at|in|on)\b|^for [^,]{2,60},? (?:see|visit)\b|^the (?:first|last|next|second|third)(?: one)? (?:is|was)\b|\bavailable (?:as of|at|for|from|in|on)\b|\bfeel free to\b|^(?:one|you) can find\b|\bprovides? (?:an? )?(?:example|guidance|information|more|overview|resource)|\bhas (?:an? |some )?(?:excellent|fantastic|good|great|useful) |\bto$/i

/** What the listeners have done, and which version of a thing is now in use, is news and no message. */
const NEWS =
  /^you(?:['’]ve| (?:have|may have|might have|probably))\b|\b(?:bumped|updated|upgraded) to (?:version )?v?\d/i

/** The same of a line that the article says to be a message, whatever it is about. */
export function isMessage(ledger: Ledger, line: Line): boolean {
  if (!isShortAndWhole(ledger, line) || leans(ledger, line)) return false
  return isTold(ledger, line.text)
}

function isTold(ledger: Ledger, text: string): boolean {
  return ledger.parse === null || (tenseOf(ledger, text) === 'present' && !isOrder(ledger.parse, text))
}

/** Whether a line is about the one thing of its kind that was spoken of before: "The ship joins two others". */
function isOneOfMany({ parse, article }: Ledger, text: string): boolean {
  const [first, noun, ...rest] = parse?.(text).tokens ?? []
  if (first?.text.toLowerCase() !== 'the' || noun?.upos !== 'NOUN' || /^(?:NOUN|PROPN|ADP)$/.test(rest[0]?.upos ?? ''))
    return false
  const named = contentWords(article.title?.text ?? '')
  return !contentWords(noun.text).some((word) => named.includes(word))
}

/** A message of more words is none. */
const MOST_ALONE = 15
const LEAST_ALONE = 5

function leans(ledger: Ledger, line: Line): boolean {
  return leansOn(ledger, line, []) || LEANS.test(line.text) || OURS.test(line.text)
}

/** A line of more words is one of several that belong together; one of fewer is a topic. */
const MOST_WORDS = 18
const LEAST_WORDS = 5

/** When a line says that something is so, its subject first; null for one that says no such thing. Orders are for now. */
function tenseOf({ parse }: Ledger, line: string): 'past' | 'present' | null {
  if (parse === null) return 'present'
  const tree = parse(line)
  const root = rootOf(tree)
  const under = children(tree, root)
  const finite = predicateAt(tree, root).find(isFiniteVerb)
  const subject = under.find((child) => /^[nc]subj/.test(tree.tokens[child]?.relation ?? ''))
  if (subject === undefined) return root === 0 && tree.tokens[0]?.xpos === 'VB' && !ASIDE.test(line) ? 'present' : null
  if (finite === undefined || subtree(tree, subject)[0] !== 0) return null
  return finite.xpos === 'VBD' ? 'past' : 'present'
}

function isOrder(parse: Parser, line: string): boolean {
  return /^VBP?$/.test(parse(line).tokens[0]?.xpos ?? '')
}

/** Orders that send the reader elsewhere. */
const ASIDE =
  /^(?:check|click|compare|consider|contact|follow|go|join|keep|look|note|read|remember|see|try|use|visit|watch)\b/i

/** Questions, leads, quotations, examples, code, and what the author tells of the author, are no summary. */
const UNFIT =
  /[?!:“”"_[\]{}=<>|*\\]|\(\)|[\p{L}\d]\.\p{L}|^(?:for (?:example|instance)|imagine|suppose|say|thanks?|many (?:people|thanks))\b|\b(?:I|my|me|mine)\b/iu

/** What the authors did is theirs. */
const OURS = /^(?:we|let)\b/i

/** Words that point at something said before; at the end of a talk nobody knows at what. Late in a line they mostly point into it. */
const LEANS =
  /\b(?:he|she|him|his|her|this|these|those|such|here|there|above|below|following|also|can even|then|now|once again)\b|^(?:\S+ ){0,4}(?:it|its|they|them|their)\b|\bthat['’]s why\b|\bthat(?:$| (?:is|was|will|would|can|could|has|had)\b)|^(?:some|few|most|several)\b|^(?:the )?(?:that|first|second|third|last|former|latter|others?|another|both|same|rest|result|answer|reason|change|idea|code)\b/iu
