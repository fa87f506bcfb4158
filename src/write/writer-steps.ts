// The steps of the writer, between which it can be interrupted.

import type { Outline } from '../model/outline.ts'

/** The range of the article that a step of the writer works on. */
export interface StepRange {
  readonly offset: number
  readonly characters: number
}

/** Work that pauses before each step and yields the step's range. */
export type StepGenerator<T> = Generator<StepRange, T>

/** Returns the range of a step that works on the whole article. */
export function wholeArticle({ article }: Outline): StepRange {
  return { offset: 0, characters: article.text.length }
}
