import type { Deck, LayoutName, Slide } from '../model/deck.ts'
import { withoutNumber } from '../model/numbered-title.ts'
import type { Gauge } from './gauge.ts'

/**
 * Chooses a body size for each slide from its measurement; all slides of one list get the size chosen for the fullest
 * of them. A size is null if the theme sets no range of sizes for the slide.
 */
export function chooseBodySizes({ slides }: Deck, gauge: Gauge): readonly (number | null)[] {
  const measured = slides.map((slide) => gauge.spillOf(slide).bodySize)
  const listStarts: number[] = []
  for (const [index, slide] of slides.entries()) {
    const before = slides[index - 1]
    listStarts.push(before !== undefined && continuesList(before, slide) ? (listStarts[index - 1] ?? index) : index)
  }
  const smallest = new Map<number, number>()
  for (const [index, size] of measured.entries()) {
    const start = listStarts[index] ?? index
    if (size !== null) smallest.set(start, Math.min(size, smallest.get(start) ?? size))
  }
  return measured.map((size, index) => (size === null ? null : (smallest.get(listStarts[index] ?? index) ?? size)))
}

/** Whether a slide continues the list on the slide before it. */
function continuesList(before: Slide, slide: Slide): boolean {
  if (before.layout !== slide.layout || before.part !== slide.part) return false
  if (DIVIDED_ID.test(slide.id)) return true
  const [title, next] = [withoutNumber(before.slots.title), withoutNumber(slide.slots.title)]
  return LISTS.has(slide.layout) && !isProse(before) && !isProse(slide) && next !== null && next.text === title?.text
}

/** The layouts of which several under one title make a list: not listings, statements or figures. */
const LISTS: ReadonlySet<LayoutName> = new Set(['agenda', 'points', 'takeaways', 'timeline', 'comparison', 'table'])

/** Matches the id of a slide that was split off from another. */
const DIVIDED_ID = /-more-\d+$/

/** Whether a slide shows sentences, which do not look like the continuation of a list. */
function isProse({ layout, slots }: Slide): boolean {
  return layout === 'points' && slots.points.every(({ line }) => line.kind === 'prose')
}
