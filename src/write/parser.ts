import type { Grammar } from '../grammar/model.ts'
import { parse } from '../grammar/parse.ts'
import type { Tree } from '../grammar/tree.ts'
import type { Line } from '../model/draft.ts'
import type { Span } from '../model/span.ts'

/** Gives the tree of a sentence; with a place for what else is worked out of sentences, where that is remembered. */
export interface Parser {
  (sentence: string): Tree
  readonly known?: Known
}

/** What is known of sentences, by their text alone. It may be kept from one article to the next. */
export interface Known {
  readonly trees: Map<string, Tree>
  readonly shortenings: Map<string, readonly (readonly Span[])[]>
  /** What is shown of a sentence, best liked first, with spans of the sentence. */
  readonly phrases: Map<string, readonly Phrase[]>
  /** What was chosen, by all that bears on it: the places of candidates and of their lines. */
  readonly choices: Map<string, readonly (readonly [candidate: number, line: number])[]>
}

/** Some words of a sentence as a line has them. */
export type Phrase = Pick<Line, 'text' | 'spans'>

export function nothingKnown(): Known {
  return { trees: new Map(), shortenings: new Map(), phrases: new Map(), choices: new Map() }
}

/** A parser that remembers: a sentence is looked at for its title, its list and its lengths. */
export function parserOf(grammar: Grammar, known: Known = nothingKnown()): Parser {
  const treeOf = (sentence: string) => {
    const tree = known.trees.get(sentence) ?? parse(grammar, sentence)
    known.trees.set(sentence, tree)
    return tree
  }
  return Object.assign(treeOf, { known })
}
