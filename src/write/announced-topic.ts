// Finds the topic that a sentence announces.

import { normaliseWord } from '../grammar/english-words.ts'
import { children, isNoun, rootOf, subtree, type Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import { wordSet } from '../util/word-set.ts'
import type { Parser } from './parser.ts'

/** Nouns that announce a topic. */
const TOPIC_NOUNS: ReadonlySet<string> = wordSet(
  'theme themes takeaway takeaways implication implications issue issues challenge challenges aspect aspects topic topics question questions ' +
    'reason reasons factor factors point points concern concerns priority priorities goal goals feature features benefit benefits advantage ' +
    'advantages problem problems lesson lessons trend trends finding findings',
)

/**
 * Returns the topic that a sentence only announces, as offsets into the sentence: "Another takeaway is the new law" and
 * "The new law was another theme" both announce "the new law". Null for every other sentence.
 */
export function topicOf(parse: Parser, sentence: string): Span | null {
  const tree = parse(sentence)
  const root = rootOf(tree)
  const dependents = children(tree, root)
  const subject = dependents.find((child) => tree.tokens[child]?.relation === 'nsubj')
  const copula = dependents.find((child) => tree.tokens[child]?.relation === 'cop')
  if (subject === undefined || copula === undefined || subject > copula) return null
  const subjectWords = wordsUnder(tree, subject)
  const predicateWords = subtree(tree, root).filter((index) => index > copula && index <= lastWord(tree))
  if (announcesTopic(tree, subjectWords)) return nounPhrase(tree, predicateWords)
  return announcesTopic(tree, predicateWords) && isNoun(tree.tokens[subject]) ? nounPhrase(tree, subjectWords) : null
}

/**
 * Whether words announce a topic, as in "One of the central themes of …" and "Another key takeaway". Such an opening is
 * about the text itself.
 */
function announcesTopic(tree: Tree, words: readonly number[]): boolean {
  const [first, ...rest] = words.map((index) => normaliseWord(tree.tokens[index]?.text ?? ''))
  if (first === undefined || !/^(?:one|another|a|an|the)$/.test(first)) return false
  const firstWords = rest.slice(0, MAX_NOUN_DISTANCE)
  const noun = firstWords.findIndex((word) => TOPIC_NOUNS.has(word))
  if (noun < 0) return false
  return (
    first === 'another' ||
    firstWords[0] === 'of' ||
    firstWords
      .slice(0, noun)
      .some((word) =>
        /^(?:another|other|key|main|central|primary|significant|important|critical|major|first|second|third|final|last|biggest|most)$/.test(
          word,
        ),
      )
  )
}

/**
 * How many words after the first may contain the noun. In "one of the most significant takeaways", it is the fifth of
 * them.
 */
const MAX_NOUN_DISTANCE = 6

/** The minimum number of words in a topic, since a single word is not informative enough as a title. */
const MIN_WORDS = 2

function nounPhrase(tree: Tree, words: readonly number[]): Span | null {
  const first = tree.tokens[words[0] ?? -1]
  const last = tree.tokens[words.at(-1) ?? -1]
  if (first === undefined || last === undefined || words.length < MIN_WORDS) return null
  const isNominal = /^(?:DET|NOUN|PROPN|ADJ)$/.test(first.upos) || first.xpos === 'VBG'
  return isNominal && !/^(?:that|whether|if|one|another|there)$/i.test(first.text) ? [first.start, last.end] : null
}

function wordsUnder(tree: Tree, index: number): number[] {
  return subtree(tree, index).filter((each) => tree.tokens[each]?.upos !== 'PUNCT')
}

function lastWord(tree: Tree): number {
  return tree.tokens.findLastIndex((token) => token.upos !== 'PUNCT')
}
