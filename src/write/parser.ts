import type { Grammar } from '../grammar/model.ts'
import { parse } from '../grammar/parse.ts'
import type { Tree } from '../grammar/tree.ts'
import type { Line } from '../model/draft.ts'
import { type Memo, newMemo } from '../model/memo.ts'
import type { Span } from '../model/span.ts'

/** Gives the tree of a sentence; with a place for what else is worked out of sentences, where that is remembered. */
export interface Parser {
  (sentence: string): Tree
  readonly known?: Known
}

/** What is known of sentences, by their text alone. It may be kept from one article to the next. */
export interface Known {
  readonly trees: Memo<Tree>
  readonly shortenings: Memo<readonly (readonly Span[])[]>
  /** What is shown of a sentence, best liked first, with spans of the sentence. */
  readonly phrases: Memo<readonly Phrase[]>
  /** What was chosen, by all that bears on it: the places of candidates and of their lines. */
  readonly choices: Memo<readonly (readonly [candidate: number, line: number])[]>
  /** The words of a line that carry matter. */
  readonly matter: Memo<readonly string[]>
  /** How many words a line has. */
  readonly counts: Memo<number>
  /** Whether a sentence of a kind tells an audience something. */
  readonly telling: Memo<boolean>
  /** The terms that some sentences share, by the sentences. */
  readonly topics: Memo<readonly Topic[]>
}

/** A name for something, and where one of several sentences says it. */
export interface Topic {
  /** Which sentence. */
  readonly index: number
  /** In offsets of that sentence. */
  readonly span: Span
  /** Its words that carry matter. */
  readonly words: readonly string[]
  /** How many of the sentences say it. */
  readonly times: number
}

/** Some words of a sentence as a line has them. */
export type Phrase = Pick<Line, 'text' | 'spans'>

export function nothingKnown(): Known {
  return {
    trees: newMemo(),
    shortenings: newMemo(),
    phrases: newMemo(),
    choices: newMemo(),
    matter: newMemo(),
    counts: newMemo(),
    telling: newMemo(),
    topics: newMemo(),
  }
}

/** A parser that remembers: a sentence is looked at for its title, its list and its lengths. */
export function parserOf(grammar: Grammar, known: Known = nothingKnown()): Parser {
  const treeOf = (sentence: string) => known.trees.recall(sentence, () => parse(grammar, sentence))
  return Object.assign(treeOf, { known })
}
