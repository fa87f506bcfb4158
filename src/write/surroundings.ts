import { type Ground, groundOf } from '../grammar/ground.ts'
import type { Sentence } from '../model/outline.ts'

/** The section that a group stands in, as its words are weighed. */
export interface Surroundings {
  readonly ground: Ground
  /** Where in the ground a sentence stands, by where it starts in the article. */
  readonly places: ReadonlyMap<number, number>
}

/** Counts the section for an article's title, once. */
export type Survey = (title: string) => Surroundings

/** What surrounds the sentences of a section, under its heading. */
export function surveyOf(sentences: readonly Sentence[], heading: string, language: string): Survey {
  const known = new Map<string, Surroundings>()
  return (title) => {
    const found = known.get(title) ?? {
      ground: groundOf(sentences, { heading, title, language }),
      places: new Map(sentences.map(({ span }, index) => [span[0], index])),
    }
    known.set(title, found)
    return found
  }
}
