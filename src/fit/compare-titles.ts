import type { Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { withoutNumber } from '../model/numbered-title.ts'

/**
 * Whether the titles of two slides show that the slides belong together. A slide without a title belongs with any
 * other.
 */
export function areUnderOneTitle({ slots: { title } }: Slide, { slots: { title: next } }: Slide): boolean {
  return next === null || title === null || haveSameBase(title, next)
}

/** Whether two titles differ only in their numbers. */
export function haveSameBase(one: Line | null, other: Line | null): boolean {
  const base = withoutNumber(one)
  return base !== null && base.text === withoutNumber(other)?.text
}
