import type { Outline } from '../model/outline.ts'

/** The text that a step of the writer is about: a stretch of the article, or all of it. */
export interface StepPlace {
  readonly offset: number
  readonly characters: number
}

/** Work that pauses before each step and yields the step's place. */
export type StepGenerator<T> = Generator<StepPlace, T>

/** Returns the place of a step that is about the whole article. */
export function wholeArticle({ article }: Outline): StepPlace {
  return { offset: 0, characters: article.text.length }
}
