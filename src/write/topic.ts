import { contentWords } from '../grammar/content-words.ts'
import { FUNCTION_WORDS, plain } from '../grammar/english-words.ts'
import type { Token, Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import { VAGUE } from './nouns.ts'
import type { Parser, Topic } from './parser.ts'

/** A term that is said in one sentence only is not what several are about. */
const LEAST_TIMES = 2

/**
 * The terms of two words and more that several sentences say, such as "sprint planning", what is said most first and the longer
 * before the shorter.
 */
export function topicsAmong(parse: Parser, sentences: readonly string[]): readonly Topic[] {
  const key = sentences.join('\n')
  const find = () => findTopics(parse, sentences)
  return parse.known?.topics.recall(key, find) ?? find()
}

function findTopics(parse: Parser, sentences: readonly string[]): readonly Topic[] {
  const said = sentences.map((sentence) => between(contentWords(sentence)))
  return sentences
    .flatMap((sentence, index) =>
      termsIn(parse(sentence), sentence).map((span): Topic => {
        const words = contentWords(sentence.slice(...span))
        return { index, span, words, times: said.filter((each) => each.includes(between(words))).length }
      }),
    )
    .filter(({ words, times }) => words.length >= LEAST_WORDS && times >= LEAST_TIMES)
    .toSorted((one, other) => worth(other) - worth(one))
}

/** How far into a text the words of a topic stand, one after another: 0 at its beginning, 1 at its end. Null where they do not. */
export function placeIn(text: string, { words }: Topic): number | null {
  const all = contentWords(text)
  const at = all.findIndex((_, index) => words.every((word, offset) => all[index + offset] === word))
  return at < 0 ? null : at / all.length
}

function between(words: readonly string[]): string {
  return ` ${words.join(' ')} `
}

function worth({ words, times }: Topic): number {
  return words.length * (times - 1)
}

const LEAST_WORDS = 2
const MOST_WORDS = 5

/** Each noun with some or all of the words right before it that qualify it. */
function termsIn(tree: Tree, sentence: string): Span[] {
  return tree.tokens.flatMap((last) => {
    if (!isNoun(last) || VAGUE.has(plain(last.text)) || goesOn(tree, last, sentence) || isDenied(tree, last)) return []
    const words = qualified(tree, last)
    return words.flatMap((first, index) =>
      isTerm(words.slice(index)) && !isWithin(tree, first) ? [[first.start, last.end] as const] : [],
    )
  })
}

function isNoun({ upos, relation }: Token): boolean {
  return /^(?:NOUN|PROPN)$/.test(upos) && !/^(?:obl|nmod):/.test(relation)
}

/** A noun after the words that hang on it or on what stands between. */
function qualified({ tokens }: Tree, last: Token): readonly Token[] {
  let from = last.index
  for (let token = tokens[from - 1]; token !== undefined && qualifies(token, last, tokens); token = tokens[from - 1])
    from = token.index
  return tokens.slice(from, last.index + 1)
}

function qualifies(token: Token, last: Token, tokens: readonly Token[]): boolean {
  if (token.upos === 'PUNCT') return token.text === '-'
  const isName = /^flat/.test(tokens[token.index + 1]?.relation ?? '')
  const hangs = token.head > token.index && token.head <= Math.max(last.index, last.head)
  return isName || (hangs && /^(?:amod|compound)/.test(token.relation))
}

function isTerm(words: readonly Token[]): boolean {
  const [first] = words
  if (first === undefined || words.length > MOST_WORDS || TELLING_APART.has(plain(first.text))) return false
  if (isPlaceInText(words.map(({ text }) => text).join(' ')) || ADVERB.test(first.text)) return false
  return words.every(({ text }) => WORD.test(text) && !FUNCTION_WORDS.has(plain(text))) && first.text !== '-'
}

/** Whether a phrase only names where something stands: "Chapter 18", "Figure 3". */
export function isPlaceInText(phrase: string): boolean {
  return /^(?:appendix|chapter|example|fig(?:ure)?|issue|lesson|listing|page|part|section|step|table|volume|week)\.? (?:\d+|[ivx]+)$/i.test(
    phrase,
  )
}

/** "rapidly", "over-eagerly"; what is daily or friendly may be a thing's name. */
const ADVERB = /(?<!^(?:dai|ear|fami|friend|month|on|quarter|week|year))ly$/i

const WORD = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}’'.+#-]*[\p{L}\p{N}+#])?|-)$/u

/** Words that set a thing apart from others of its kind, which stand elsewhere, or say how it is liked. */
const TELLING_APART: ReadonlySet<string> = new Set(
  (
    'same other such many several few more most less least certain various first second third last next previous own different whole entire good great ' +
    'better best particular similar additional further following above actual real main common possible able new old big little small high low ' +
    'large single specific current recent key important only very full existing overall final latest'
  ).split(' '),
)

/** Whether a term goes on behind: "months | ago", "the council | 's plan". */
function goesOn({ tokens }: Tree, last: Token, sentence: string): boolean {
  const next = tokens[last.index + 1]?.text ?? ''
  return (
    // "the video formats | team"
    last.relation === 'compound' ||
    /^(?:ago|before|later|old|away|long|after|earlier|['’]s?)$/i.test(next) ||
    /^[\p{L}\p{N}_(-]/u.test(sentence.slice(last.end))
  )
}

/** Whether what is said is that there is none, or too little of it: "a lack of feedback", "without new feedback". */
function isDenied({ tokens, dependents }: Tree, last: Token): boolean {
  const own = (dependents[last.index] ?? []).map((index) => plain(tokens[index]?.text ?? ''))
  return (
    /^(?:absence|end|lack|loss|shortage)$/.test(plain(tokens[last.head]?.text ?? '')) ||
    own.some((word) => NONE.test(word))
  )
}

const NONE = /^(?:no|not|without|neither|nor|never)$/

/** Whether it starts inside a longer name or a joined word: "No | FEAR Act". */
function isWithin({ tokens }: Tree, first: Token): boolean {
  const before = tokens[first.index - 1]
  if (before === undefined) return false
  const isJoined = before.end === first.start && /[\p{L}\p{N}_-]$/u.test(before.text)
  const isCapital = /^\p{Lu}/u
  return isJoined || (before.index > 0 && isCapital.test(first.text) && isCapital.test(before.text))
}
