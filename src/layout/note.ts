import { countWords } from '../grammar/count-words.ts'
import type { Note } from '../model/deck.ts'
import type { Sentence } from '../model/outline.ts'
import { secondsFor } from '../model/pace.ts'

/** Makes a note from these sentences, with the time it takes to say them. */
export function noteOf(sentences: readonly Sentence[], language: string): Note {
  const spoken = sentences.filter(({ kind }) => !UNSPOKEN_KINDS.has(kind))
  const words = spoken.reduce((sum, { text }) => sum + countWords(text, language), 0)
  return { sentences, seconds: secondsFor(words), cue: null }
}

/** Kinds of text that nobody reads aloud. */
const UNSPOKEN_KINDS: ReadonlySet<Sentence['kind']> = new Set(['row', 'code', 'math'])
