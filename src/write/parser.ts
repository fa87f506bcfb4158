// Parses sentences and remembers the results.

import type { Grammar } from '../grammar/model.ts'
import { parse } from '../grammar/parse.ts'
import type { Tree } from '../grammar/tree.ts'
import { type Memo, newMemo } from '../model/memo.ts'
import type { Span } from '../model/span.ts'
import type { RememberedSlides } from './chosen-slide.ts'
import type { JudgedWords } from './judge/judge.ts'
import type { Lean } from './leaning.ts'
import type { NameForm } from './noun-phrases.ts'

/** Parses sentences, and remembers the versions and titles derived from them. */
export interface Parser {
  (sentence: string): Tree
  readonly memory?: WriterMemory
}

/**
 * What the writer remembers about sentences and runs of prose. The key of each memo holds everything that its values
 * depend on, so memos may be kept from one article to the next.
 */
export interface WriterMemory {
  readonly trees: Memo<Tree>
  /** The versions of a sentence, the whole first. */
  readonly phrases: Memo<readonly Phrase[]>
  /** The titles that a sentence offers. */
  readonly titles: Memo<readonly TitlePhrase[]>
  /** What the words of a sentence add to its scores. */
  readonly scores: Memo<JudgedWords>
  /** The slides chosen for a run of prose. */
  readonly slides: Memo<RememberedSlides>
}

/** Words of a sentence as a line shows them, with spans of that sentence. */
export interface Phrase {
  readonly text: string
  readonly spans: readonly Span[]
  readonly words: number
  readonly lean: Lean | null
}

/** A title that a sentence offers. */
export interface TitlePhrase extends Phrase {
  readonly form: 'whole' | 'cut' | 'clause' | 'question' | 'topic' | NameForm
  /** Its content words. */
  readonly matter: readonly string[]
}

export function newWriterMemory(): WriterMemory {
  return {
    trees: newMemo(),
    phrases: newMemo(),
    titles: newMemo(),
    scores: newMemo(),
    slides: newMemo(),
  }
}

/**
 * Makes a parser that remembers its trees: each sentence is parsed for its titles, its versions and the list it may be
 * part of.
 */
export function parserOf(grammar: Grammar, memory: WriterMemory = newWriterMemory()): Parser {
  const treeOf = (sentence: string) => memory.trees.recall(sentence, () => parse(grammar, sentence))
  return Object.assign(treeOf, { memory })
}
