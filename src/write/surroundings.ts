import { type Ground, groundKey, groundOf, type Heads } from '../grammar/ground.ts'
import type { Sentence } from '../model/outline.ts'

/** The section that a group stands in, as its words are weighed. */
export interface Surroundings {
  readonly ground: () => Ground
  /** All that bears on the ground. */
  readonly key: string
  /** Where in the ground a sentence stands, by where it starts in the article. */
  readonly places: ReadonlyMap<number, number>
}

/** Counts the section for an article's title, once. */
export type Survey = (title: string) => Surroundings

/** What surrounds the sentences of a section, under its heading. */
export function surveyOf(sentences: readonly Sentence[], heading: string, language: string): Survey {
  const known = new Map<string, Surroundings>()
  return (title) => {
    const found = known.get(title) ?? surroundingsOf(sentences, { heading, title, language })
    known.set(title, found)
    return found
  }
}

function surroundingsOf(sentences: readonly Sentence[], heads: Heads): Surroundings {
  const counted: Ground[] = []
  return {
    ground() {
      const ground = counted[0] ?? groundOf(sentences, heads)
      counted[0] = ground
      return ground
    },
    key: groundKey(sentences, heads),
    places: new Map(sentences.map(({ span }, index) => [span[0], index])),
  }
}
