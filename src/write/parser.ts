import type { Grammar } from '../grammar/grammar.ts'
import { parse } from '../grammar/parse.ts'
import type { Tree } from '../grammar/tree.ts'
import { newWriterMemory, type WriterMemory } from './writer-memory.ts'

/** Parses a sentence. `memory` keeps the results for the sentences parsed so far. */
export interface Parser {
  (sentence: string): Tree
  readonly memory?: WriterMemory
}

/** Makes a parser that remembers its trees, because several steps parse the same sentence. */
export function parserOf(grammar: Grammar, memory: WriterMemory = newWriterMemory()): Parser {
  const treeOf = (sentence: string) => memory.trees.recall(sentence, () => parse(grammar, sentence))
  return Object.assign(treeOf, { memory })
}
