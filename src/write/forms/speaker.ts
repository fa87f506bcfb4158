// Finds the speaker of a quotation.

import { countWords } from '../../grammar/count-words.ts'
import { normaliseWord, SPEECH_VERBS } from '../../grammar/english-words.ts'
import { isNoun, subtree, type Token, type Tree } from '../../grammar/tree.ts'
import type { Sentence } from '../../model/outline.ts'
import { type Span, shiftSpan } from '../../model/span.ts'
import type { Context } from '../context.ts'

const MAX_SPEAKER_WORDS = 16

/**
 * Returns the span of the speaker, who is the subject of a verb of saying; null if that is not a name or if the clause
 * says anything else.
 */
export function speakerOf({ parse }: Context, sentence: Sentence, [from, to]: Span): Span | null {
  const clause = sentence.text.slice(from, to)
  const words = clause.replace(/^[\s,.:;–—-]+|[\s,.:;–—-]+$/gu, '')
  if (words === '' || parse === null || countWords(words, 'en') > MAX_SPEAKER_WORDS) return null
  const offset = from + clause.indexOf(words)
  const tree = parse(words)
  const verb = tree.tokens.find(({ text }) => SPEECH_VERBS.has(normaliseWord(text)))
  // After its verb, a subject looks like an object: "said Ada Marsh".
  const isSubject = verb?.index === 0 ? /^(?:nsubj|obj)/ : /^nsubj/
  const subject = tree.tokens.find(({ relation, head }) => isSubject.test(relation) && head === verb?.index)
  if (verb === undefined || verb.head !== -1 || subject === undefined || !isNoun(subject)) return null
  const all = wordsUnder(tree, subject)
  const [first, last] = [all[0], all.at(-1)]
  // If the speaker is not named here, they were named before.
  if (!all.some(({ upos }) => upos === 'PROPN') || /^(?:PRP\$|DT)$/.test(first?.xpos ?? '')) return null
  // Anything else that the clause says, such as when or to whom, would be lost.
  const isOutside = tree.tokens.some((token) => token.upos !== 'PUNCT' && token !== verb && !all.includes(token))
  if (first === undefined || last === undefined || isOutside) return null
  return shiftSpan([offset + first.start, offset + last.end], sentence.span[0])
}

function wordsUnder(tree: Tree, { index }: Token): readonly Token[] {
  return subtree(tree, index).flatMap((each) => tree.tokens[each] ?? [])
}
