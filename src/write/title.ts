import { FUNCTION_WORDS, plain } from '../grammar/english-words.ts'
import { children, rootOf, subtree, type Token, type Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import { VAGUE } from './nouns.ts'
import type { Parser } from './parser.ts'
import { isPlaceInText } from './topic.ts'

/** A title of so many characters takes two lines in every theme that sets titles across the slide, as measured in a browser. */
export const LONGEST_TITLE = 82

/** Whether a lead only points at what follows it: "For example:", "Where:". */
export function isBareLead(text: string): boolean {
  return (
    OPEN_LEAD.test(text) ||
    NEED.test(text) ||
    /^(?:and |or |so )?(?:for (?:example|instance)|e\.g\.?|i\.e\.?|namely|such as|as follows|that is|where|with|in other words|here(?: (?:it is|they are))?|examples?|note|(?:more )?(?:notably|specifically|precisely|concretely)|in (?:addition|detail|general|particular|short)|especially|like (?:so|this)|usage|output|result|you (?:can|could|may|might|should|will))\W*$/i.test(
      text,
    )
  )
}

/** "That block of time is:" */
const OPEN_LEAD =
  /^(?:and |so )?(?:th(?:at|ese|is|ose)|it|they|which)(?: [\p{L}'’-]+){0,5} (?:are|include|includes|is|mean|means|was|were|(?:can|could|may|might|will|would) be)\W*$/iu

/** "For this we will need:" */
const NEED = /^(?:for|to do|with) (?:this|that),? (?:you|we|one)(?: \p{L}+)? (?:need|require)\W*$/iu

/** What an article calls the things it turns to, one after another. */
const TOPIC_NOUNS: ReadonlySet<string> = new Set(
  (
    'theme themes takeaway takeaways implication implications issue issues challenge challenges aspect aspects topic topics question questions ' +
    'reason reasons factor factors point points concern concerns priority priorities goal goals feature features benefit benefits advantage ' +
    'advantages problem problems lesson lessons trend trends finding findings'
  ).split(' '),
)

/**
 * The thing that a sentence only announces, in offsets of the sentence: "Another takeaway is the new law" and
 * "The new law was another theme" both announce "the new law". Null for every other sentence.
 */
export function topicOf(parse: Parser, sentence: string): Span | null {
  const tree = parse(sentence)
  const root = rootOf(tree)
  const under = children(tree, root)
  const subject = under.find((child) => tree.tokens[child]?.relation === 'nsubj')
  const copula = under.find((child) => tree.tokens[child]?.relation === 'cop')
  if (subject === undefined || copula === undefined || subject > copula) return null
  const subjectWords = phrase(tree, subject)
  const predicateWords = subtree(tree, root).filter((index) => index > copula && index <= lastWord(tree))
  if (announces(tree, subjectWords)) return nounPhrase(tree, predicateWords)
  return announces(tree, predicateWords) && /^NOUN|^PROPN/.test(tree.tokens[subject]?.upos ?? '')
    ? nounPhrase(tree, subjectWords)
    : null
}

/** A topic of more words is a sentence's length. */
const LONGEST_TOPIC = 7

/**
 * What a sentence is about: its subject, in offsets of the sentence, with the "of" that names it and nothing else behind
 * it. Null where that is a pronoun, a quotation, a time or longer than a title should be.
 */
export function subjectOf(parse: Parser, sentence: string): Span | null {
  if (/["“”()]/u.test(sentence)) return null
  const tree = parse(sentence)
  const subject = children(tree, rootOf(tree)).find((child) => /^nsubj/.test(tree.tokens[child]?.relation ?? ''))
  const head = tree.tokens[subject ?? -1]
  if (subject === undefined || head === undefined || !/^(?:NOUN|PROPN)$/.test(head.upos) || VAGUE.has(plain(head.text)))
    return null
  const words = phrase(tree, subject).filter((index) => index <= subject || isNaming(tree, subject, index))
  const [first, last] = [tree.tokens[words[0] ?? -1], tree.tokens[words.at(-1) ?? -1]]
  if (first === undefined || last === undefined || last.index - first.index + 1 > words.length) return null
  const leans =
    /^(?:this|that|these|those|such|what|which|whose|how|his|her|its|their|our|my|your|both|each|every|another|other|no|some|any|many|most|few|several|all|one|a|an|only|even|just|not)$/i
  // "the type Box<T | >", "Flight | 2566", "a woman of Vallejo | , California"
  const isTorn =
    /^[^\s.,;:!?)\]"”'’]|^\s\d|^, \p{Lu}/u.test(sentence.slice(last.end)) ||
    /^the (?:\p{L}+er|more|less)\b/iu.test(sentence.slice(first.start))
  // "Articles written years | ago", "the cost | of moving": what follows belongs to the name.
  const goesOn = /^(?:of|ago|before|later|old|away|long|after|earlier)$/i.test(tree.tokens[last.index + 1]?.text ?? '')
  // "Instead officials", "Today the mayor", "At least the keeper", "The costs of what"
  const isRagged = /^(?:ADV|ADP|SCONJ)$/.test(first.upos) || isDay(tree, first) || FUNCTION_WORDS.has(plain(last.text))
  // "The old engine burns": taken for a name, where no verb is left to go with it; "the keeper | Ann Bell", "the value 4.2".
  const next = tree.tokens[last.index + 1]
  const isHalf = !hasPredicate(tree) || /^(?:NOUN|PROPN|NUM)$/.test(next?.upos ?? '') || isNumbered(tree, last)
  return isPlaceInText(sentence.slice(first.start, last.end)) ||
    goesOn ||
    isTorn ||
    isRagged ||
    isHalf ||
    leans.test(first.text) ||
    /^the following\b/i.test(sentence.slice(first.start)) ||
    words.length > LONGEST_TOPIC ||
    words.length < LEAST_WORDS
    ? null
    : [first.start, last.end]
}

/** "Today the mayor", not "today's mayor". */
function isDay({ tokens }: Tree, { text, index }: Token): boolean {
  return /^(?:today|tonight|tomorrow|yesterday)$/i.test(text) && !/^['’]s$/.test(tokens[index + 1]?.text ?? '')
}

/** "the value 4.2"; "Rust 2.0" is a name. */
function isNumbered({ tokens }: Tree, { upos, index }: Token): boolean {
  return upos === 'NUM' && tokens[index - 1]?.upos === 'NOUN'
}

function hasPredicate(tree: Tree): boolean {
  const root = rootOf(tree)
  const helps = children(tree, root).some((child) => /^(?:aux|cop)/.test(tree.tokens[child]?.relation ?? ''))
  return helps || /^(?:VERB|AUX)$/.test(tree.tokens[root]?.upos ?? '')
}

/** The subject that a sentence begins with, where it is a name of one word or more; null for every other. */
export function nameAtStart(parse: Parser, sentence: string): Span | null {
  const found = subjectOf(parse, sentence)
  if (found !== null) return found[0] === 0 ? found : null
  const [first, next] = parse(sentence).tokens
  // "LLVM is", "HSTS increases": what has a mark or a figure behind it is half of something.
  const isName = first?.upos === 'PROPN' && /^nsubj/.test(first.relation) && /^\p{Lu}[\p{L}\d]*\p{Lu}/u.test(first.text)
  return isName && /^(?:VERB|AUX|ADV)$/.test(next?.upos ?? '') ? [first.start, first.end] : null
}

/** Whether a word behind the head belongs to its name: "the state of the art", "Ann Bell". */
function isNaming(tree: Tree, subject: number, index: number): boolean {
  for (let at = index; at !== subject; ) {
    const token = tree.tokens[at]
    if (token === undefined) return false
    const isOf = token.relation === 'nmod' && /^of$/i.test(tree.tokens[phrase(tree, at)[0] ?? -1]?.text ?? '')
    const isPlain = /^(?:flat|compound|case|det|amod|nmod:poss|nummod|fixed|conj|cc|punct)/.test(token.relation)
    if (!isOf && !isPlain) return false
    at = token.head
  }
  return true
}

/** "One of the central themes of …", "Another key takeaway": few, and about the text itself. */
function announces(tree: Tree, words: readonly number[]): boolean {
  const [first, ...rest] = words.map((index) => plain(tree.tokens[index]?.text ?? ''))
  if (first === undefined || !/^(?:one|another|a|an|the)$/.test(first)) return false
  const near = rest.slice(0, LONGEST_ANNOUNCEMENT)
  const noun = near.findIndex((word) => TOPIC_NOUNS.has(word))
  if (noun < 0) return false
  return (
    first === 'another' ||
    near[0] === 'of' ||
    near
      .slice(0, noun)
      .some((word) =>
        /^(?:another|other|key|main|central|primary|significant|important|critical|major|first|second|third|final|last|biggest|most)$/.test(
          word,
        ),
      )
  )
}

/** Words between "one" and the noun in "one of the most significant takeaways". */
const LONGEST_ANNOUNCEMENT = 6

/** A title of one word announces too little. */
const LEAST_WORDS = 2

function nounPhrase(tree: Tree, words: readonly number[]): Span | null {
  const first = tree.tokens[words[0] ?? -1]
  const last = tree.tokens[words.at(-1) ?? -1]
  if (first === undefined || last === undefined || words.length < LEAST_WORDS) return null
  const opens = /^(?:DET|NOUN|PROPN|ADJ)$/.test(first.upos) || first.xpos === 'VBG'
  return opens && !/^(?:that|whether|if|one|another|there)$/i.test(first.text) ? [first.start, last.end] : null
}

function phrase(tree: Tree, index: number): number[] {
  return subtree(tree, index).filter((each) => tree.tokens[each]?.upos !== 'PUNCT')
}

function lastWord(tree: Tree): number {
  return tree.tokens.findLastIndex((token) => token.upos !== 'PUNCT')
}
