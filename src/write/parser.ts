import type { Grammar } from '../grammar/model.ts'
import { parse } from '../grammar/parse.ts'
import type { Tree } from '../grammar/tree.ts'

/** Gives the tree of a sentence. */
export type Parser = (sentence: string) => Tree

/** A parser that remembers, in `trees`: a sentence is looked at for its title, its list and its lengths. */
export function parserOf(grammar: Grammar, trees: Map<string, Tree> = new Map()): Parser {
  return (sentence) => {
    const known = trees.get(sentence)
    if (known !== undefined) return known
    const tree = parse(grammar, sentence)
    trees.set(sentence, tree)
    return tree
  }
}
