import type { Slide } from '../model/deck.ts'
import type { SourcedText } from '../model/styled-text.ts'

/**
 * The numbers of the numbered items on a slide, keyed by the offset in the article's text at which each item begins.
 */
export type ItemNumbers = ReadonlyMap<number, number>

/** Finds the numbered items on a slide; empty if it has none. */
export function numbersOn({ slots }: Slide): ItemNumbers {
  const points = 'points' in slots ? (slots.points ?? []) : []
  return new Map(
    points.flatMap((point): [number, number][] => {
      const [start] = 'line' in point ? (point.line.spans[0] ?? []) : []
      return 'ordinal' in point && point.ordinal !== undefined && start !== undefined ? [[start, point.ordinal]] : []
    }),
  )
}

/**
 * Returns the number of the first of these items, inferred from those that are numbered on the slide; null if none of
 * them is, or if their numbers do not form one sequence.
 */
export function firstNumber(items: readonly SourcedText[], numbers: ItemNumbers): number | null {
  const candidates = items.flatMap(({ spans }, index) => {
    const [start = 0, end = 0] = [spans[0]?.[0], spans.at(-1)?.[1]]
    return [...numbers].flatMap(([offset, number]) => (offset >= start && offset < end ? [number - index] : []))
  })
  const [first] = candidates
  return first !== undefined && first > 0 && candidates.every((candidate) => candidate === first) ? first : null
}
