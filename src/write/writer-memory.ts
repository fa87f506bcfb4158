// The results that the writer remembers from one article to the next.

import type { Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import { type Memo, newMemo } from '../util/memo.ts'
import type { JudgedWords } from './judge/judge.ts'
import type { NameForm } from './noun-phrases.ts'
import type { Dependence } from './sentence-dependence.ts'

/**
 * Results remembered for sentences. The keys of each memo contain everything that its values depend
 * on, so memos may be kept from one article to the next.
 */
export interface WriterMemory {
  readonly trees: Memo<Tree>
  /** The versions of a sentence, the whole sentence first. */
  readonly phrases: Memo<readonly Phrase[]>
  /** The titles that a sentence offers. */
  readonly titles: Memo<readonly TitlePhrase[]>
  /** The contribution of a sentence's words to its scores. */
  readonly scores: Memo<JudgedWords>
}

/** A version of a sentence that a line can show. Its spans are offsets into the sentence. */
export interface Phrase {
  readonly text: string
  readonly spans: readonly Span[]
  readonly words: number
  readonly dependence: Dependence | null
}

/** A title that a sentence offers. */
export interface TitlePhrase extends Phrase {
  readonly form: 'whole' | 'cut' | 'clause' | 'question' | 'topic' | NameForm
  /** Its content words. */
  readonly keywords: readonly string[]
  /** The clause that follows the title in its sentence and can be the first point under it; null if there is none. */
  readonly remainder: Phrase | null
}

export function newWriterMemory(): WriterMemory {
  return {
    trees: newMemo(),
    phrases: newMemo(),
    titles: newMemo(),
    scores: newMemo(),
  }
}
