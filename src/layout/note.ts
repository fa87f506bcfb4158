import { countSpokenWords } from '../grammar/spoken-words.ts'
import type { Note, Slide } from '../model/deck.ts'
import type { Sentence } from '../model/outline.ts'
import { secondsFor } from '../model/pace.ts'

/** Makes a note from these sentences, with the time it takes to say them. */
export function noteOf(sentences: readonly Sentence[], language: string): Note {
  return { sentences, seconds: secondsFor(countSpokenWords(sentences, language)), cue: null }
}

/**
 * Gives a slide at least the time that an audience needs to look at its table, chart, listing, formula or picture.
 * Returns other slides unchanged.
 */
export function withTimeToLook<S extends Pick<Slide, 'layout' | 'slots' | 'note'>>(slide: S): S {
  const { layout, slots, note } = slide
  const isFormula = 'statement' in slots && slots.statement.kind === 'math'
  if (!isFormula && !DISPLAYS.has(layout)) return slide
  return { ...slide, note: { ...note, seconds: Math.max(note.seconds, SECONDS_TO_LOOK) } }
}

const DISPLAYS: ReadonlySet<Slide['layout']> = new Set<Slide['layout']>(['table', 'chart', 'code', 'image'])

/** In seconds. Such a slide stays on the screen at least this long. */
const SECONDS_TO_LOOK = 10
