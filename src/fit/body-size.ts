import type { Deck, Slide } from '../model/deck.ts'
import { withoutNumber } from '../model/numbered-title.ts'
import type { Gauge } from './gauge.ts'

/**
 * Chooses the body size of each slide from its measurement: all slides of one list get the size of the fullest. Null if
 * the theme has only one size.
 */
export function chooseBodySizes({ slides }: Deck, gauge: Gauge): readonly (number | null)[] {
  const measured = slides.map((slide) => gauge.spillOf(slide).bodySize)
  const lists: number[] = []
  for (const [index, slide] of slides.entries()) {
    const before = slides[index - 1]
    lists.push(before !== undefined && continuesList(before, slide) ? (lists[index - 1] ?? index) : index)
  }
  const smallest = new Map<number, number>()
  for (const [index, size] of measured.entries()) {
    const list = lists[index] ?? index
    if (size !== null) smallest.set(list, Math.min(size, smallest.get(list) ?? size))
  }
  return measured.map((size, index) => (size === null ? null : (smallest.get(lists[index] ?? index) ?? size)))
}

/** Whether a slide continues the list on the slide before it. Two listings under one title are not a list. */
function continuesList(before: Slide, slide: Slide): boolean {
  if (before.layout !== slide.layout || before.part !== slide.part) return false
  if (DIVIDED_ID.test(slide.id)) return true
  const [title, next] = [withoutNumber(before.slots.title), withoutNumber(slide.slots.title)]
  return !isProse(slide) && slide.layout !== 'code' && next !== null && next.text === title?.text
}

/** The id of a slide that was divided from another. */
const DIVIDED_ID = /-more-\d+$/

/** Whether a slide shows sentences, which do not look like a list that continues. */
function isProse({ layout, slots }: Slide): boolean {
  return layout === 'points' && slots.points.every(({ line }) => line.kind === 'prose')
}
