import { contentWords } from '../grammar/content-words.ts'
import { connectiveLength, isContrast } from '../grammar/english-cues.ts'
import { isElliptical } from '../grammar/english-ellipsis.ts'
import { isExpletive } from '../grammar/english-expletive.ts'
import { pointsElsewhere } from '../grammar/english-reference.ts'
import { DANGLING_STARTS, plain } from '../grammar/english-words.ts'
import { spareWordsOf } from '../grammar/spare-words.ts'
import { countWords } from '../grammar/words.ts'
import type { Line } from '../model/draft.ts'
import type { Weighed } from '../model/outline.ts'
import type { Span } from '../model/span.ts'
import { shorteningsByWords } from './by-words.ts'
import type { Ledger } from './ledger.ts'
import { lineOf } from './line.ts'
import type { Phrase } from './parser.ts'
import { shortenings } from './shorten.ts'
import { isFragment, isTelling } from './telling.ts'

/** A sentence that may be shown, at each length that reads. */
export interface Candidate {
  readonly sentence: Weighed
  /** Its place among the sentences of its group. */
  readonly index: number
  /** The length liked best first. The sentence is shortened when they are first asked for. */
  readonly lines: readonly Line[]
}

/** The sentences of a group that say something to an audience. */
export function candidatesOf(ledger: Ledger, sentences: readonly Weighed[]): Candidate[] {
  const telling = sentences.flatMap((sentence, index) => {
    return isTelling(ledger, sentence) ? [candidateOf(ledger, sentence, index)] : []
  })
  const whole = telling.filter(({ sentence }) => !isFragment(ledger, sentence))
  return whole.length > 0 ? whole : telling
}

function candidateOf(ledger: Ledger, sentence: Weighed, index: number): Candidate {
  const state: { lines: readonly Line[] | null } = { lines: null }
  return {
    sentence,
    index,
    get lines() {
      state.lines ??= linesFor(ledger, sentence)
      return state.lines
    },
  }
}

/** A point of this many words can be taken in while the speaker goes on. */
export const EASY_WORDS = 14

/** A sentence's lines: the fullest that is still easy to take in, then from the shortest to the whole. */
export function linesFor(ledger: Ledger, { text, span: [start], kind, weight }: Weighed): Line[] {
  const known = ledger.parse?.known?.phrases
  const make = () => phrasesOf(ledger, text)
  const phrases = known?.recall(text, make) ?? make()
  return phrases.map((phrase) => ({
    text: phrase.text,
    spans: phrase.spans.map((span) => shift(span, start)),
    added: [],
    kind: kind === 'item' ? 'item' : 'prose',
    weight,
  }))
}

/** A sentence as it stands; null where it opens with a word that ties it to the one before ("However, ..."). */
export function wholeLine(ledger: Ledger, { span, kind, text, weight }: Weighed): Line | null {
  if (connectiveLength(text) > 0) return null
  return lineOf({ text: ledger.article.text, spans: [span], kind: kind === 'item' ? 'item' : 'prose', weight })
}

function phrasesOf({ parse, article }: Ledger, sentence: string): readonly Phrase[] {
  const lengths: readonly (readonly Span[])[] =
    parse === null ? shorteningsByWords(article.language, sentence) : shortenings(parse, sentence)
  const lines = lengths.map((spans) => lineOf({ text: sentence, spans, kind: 'prose', weight: 0 }))
  const lengthOf = spareWordsOf(article.language)?.connectiveLength ?? connectiveLength
  const liked = preferred(lines, (line) => lengthOf(line.text) === 0)
  const easy = liked.findLast((line) => countWords(line.text, article.language) <= EASY_WORDS)
  return easy === undefined ? liked : [easy, ...liked.filter((line) => line !== easy)]
}

/** The lines that pass; all of them where none does. */
export function preferred(lines: readonly Line[], passes: (line: Line) => boolean): readonly Line[] {
  const passing = lines.filter(passes)
  return passing.length > 0 ? passing : lines
}

/** A span of a sentence as a span of the article. */
export function shift([start, end]: Span, by: number): Span {
  return [start + by, end + by]
}

/** Whether a line leans on something that a reader of the slide has not read, as far as the words of its language tell. */
export function leansOn({ article, parse }: Ledger, line: Line, slide: readonly Line[]): boolean {
  if (isDangling(line, slide) || spareWordsOf(article.language)?.leans(line.text) === true) return true
  if (parse === null) return false
  const tree = parse(line.text)
  const before = slide.map(({ text }) => text)
  // "Yes, …" answers a question that is read before it.
  if (/^(?:yes|no)\b/i.test(line.text) && /[?？]$/u.test(before.at(-1) ?? '')) return false
  return isElliptical(tree, line.text) || pointsElsewhere(tree, { before, about: article.title?.text ?? '' })
}

/** Whether a line leans on something that a reader of the slide has not read, in English: "They also agreed", "But it failed". */
export function isDangling(line: Line, slide: readonly Line[]): boolean {
  if (isContrast(line.text) || CONSEQUENCE.test(line.text) || pointsBack(line, slide)) return true
  if (isExpletive(line.text)) return false
  const [first, second] = line.text.split(/\s+/)
  if (first === undefined || !DANGLING_STARTS.has(plain(first))) return false
  if (!/^(?:this|that|these|those|such|his|her|its|their|both|another|other)$/i.test(first)) return true
  if (second === undefined) return true
  const [noun] = contentWords(second)
  if (noun === undefined) return true
  // "That gate" is one that a line tells of; a heading names the kind.
  const named = /^that$/i.test(first) ? slide.filter(({ kind }) => kind !== 'heading') : slide
  return !/^both$/i.test(first) && !named.some((other) => contentWords(other.text).includes(noun))
}

/** Whether a word inside a line stands for several things, or for a whole statement, that nothing before it on the slide names. */
function pointsBack({ text }: Line, slide: readonly Line[]): boolean {
  if (STATEMENT.test(text) || SCENE.test(text) || POINTER.test(text)) return true
  if (!namesOthers(text, slide)) return true
  const at = text.search(/\b(?:them|they|their|themselves)\b/i)
  return (
    at > 0 && !SEVERAL.test([...slide.map((other) => other.text), text.slice(0, at).replace(VERB_BEFORE, '')].join(' '))
  )
}

/** Whether what a line calls "these gauges" is named before on the slide or in the line: "sold under these names" is not. */
function namesOthers(text: string, slide: readonly Line[]): boolean {
  const [, before = '', noun = ''] = /^(.+)\b(?:these|those)\s+([\p{L}-]+)/iu.exec(text) ?? []
  const [word] = contentWords(noun)
  return (
    word === undefined ||
    [...slide.map((other) => other.text), before].some((each) => contentWords(each).includes(word))
  )
}

/** "the example above", "There is also another rule" */
const POINTER =
  /\b(?:code|command|diagram|example|figure|image|list|listing|output|picture|program|screenshot|section|snippet|table|instruction|step|option|link|note|tip|excerpt|text|post|chart|graph|video)s? (?:above|below)\b|\bthe (?:above|below) \p{L}+|\bthe [\p{L}-]+s? (?:above|below)(?=[,.;:)]|$| (?:are|can|contains?|describes?|has|have|illustrates?|is|may|shows?|was|were|will)\b)|\b(?:above|below)-mentioned\b|\bas (?:described|discussed|explained|mentioned|noted|outlined|seen|shown) (?:above|below|earlier)\b|\(see (?:above|below)\)|\b(?:described|details?|discussed|explained|collected|compiled|found|given|information|listed|outlined|shown) (?:above|below|here)\b|^there(?: is|['’]s| are) also\b|^the (?:former|latter|other|remaining)\b|^(?:I|it|that|we)\b.*\b(?:you|me|us|him|her|them) too\W*$|^here,? (?:I|we|you)\b|^\p{L}+ing (?:it|that|them|this)\b|\bhow (?:it|that|they|this) (?:\p{L}+s|\p{L}+ed)$|\b(?:notice|note|see) how (?:it|that|they|this)\b|^in (?:both|either|each|such|that|these|this|those) (?:case|example|instance|scenario|situation)s?\b|^in (?:all|any|both|each|either|many|most|one|some) of (?:them|these|those|which)\b|\b(?:are|feels?|is|looks?|seems?|was|were|works?) (?:(?:almost|exactly|much|pretty|quite|rather|very) )?(?:alike|different|similar|the same)$/iu

/** "Over the years it seals the floor" */
const SCENE =
  /^(?:once|when|because|although|unless|if) (?:it|he|she|they|this|that|these|those)\b(?! (?:is|was) (?:possible|time|clear|important))|^(?:after|as|at|before|by|during|for|from|in|on|over|since|through|until|with|within) [^,]{2,50}?,? (?:it|he|she|they|this|that|these|those) (?!(?:is|was|would be|will be) (?:important|clear|possible|hard|easy|time|that)\b)/i

/** "Most lines do not manage that" */
const STATEMENT =
  /\b(?:do|does|did|doing|done|know|say|says|said|think|thinks|hope|hopes|believe|believes) so(?=$|[.,;:!?])|\b(?:do|does|did|manage|manages|mean|means|know|knew|like|want|wanted|explain|explains|prevent|prevents|change|changes|address|addresses|achieve|achieves|avoid|avoids|fix|fixes|handle|handles|solve|solves|support|supports) (?:that|this)(?=$|[.,;:!?]| (?:at|by|for|from|in|on|with)\b)|\b(?:that|this) (?:back|up|down|off|out|away)\b/i

/** "keeps" before "them" is a verb, not several keeps. */
const VERB_BEFORE = /\S+\s*$/

/** A plural, or a pair. */
const SEVERAL = /\b(?:\p{L}{2,}s|people|children|men|women|police|team|both|and|every\w*|any\w*|some\w*|who|one)\b/iu

/** What follows from a sentence that is not there. */
const CONSEQUENCE =
  /^(?:(?:for (?:example|instance)|in other words|that is|specifically|namely|in particular|more precisely|put differently),|to \p{L}+(?: \p{L}+)? (?:this|that|these|them|it),? (?=\p{L})|as a (?:consequence|result),|accordingly|consequently|hence|in this way|thus|therefore|that is why|(?:because|as a result) of (?:that|this)|so,? (?!far\b|long\b|much\b|many\b))/iu
