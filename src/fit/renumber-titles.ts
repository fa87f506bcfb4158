// Renumbers the titles of slides that were divided or merged.

import type { Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { numberOf, opensSeries, withNumber, withoutNumber } from '../model/numbered-title.ts'
import { haveSameBase } from './compare-titles.ts'
import { withTitle } from './slide-copies.ts'

/** Slides (`pieces`) that replace one or more others (`origins`). */
export interface TitleGroup {
  readonly origins: readonly [Slide, ...Slide[]]
  readonly pieces: readonly Slide[]
}

/**
 * Returns a function that numbers the titles of slides that continue each other: "Steps (2/3)". Titles that the writer
 * numbered are renumbered if the number of their slides has changed; all others stay the same. For the same slide and
 * title it returns the same object, so that nothing is measured twice.
 */
export function createRenumberer(slides: readonly Slide[]): (groups: readonly TitleGroup[]) => readonly TitleGroup[] {
  const firstOfSeries = seriesIn(slides)
  const copiesByTitle = new Map<Slide, Map<string, Slide>>()
  const retitle = (slide: Slide, title: Line): Slide => {
    const copies = copiesByTitle.get(slide) ?? new Map<string, Slide>()
    copiesByTitle.set(slide, copies)
    const copy = slide.slots.title?.text === title.text ? slide : (copies.get(title.text) ?? withTitle(slide, title))
    copies.set(title.text, copy)
    return copy
  }
  return (groups) => {
    // Series are identified by their first slide.
    const piecesBySeries = new Map<Slide, Slide[]>()
    const originalCounts = new Map<Slide, number>()
    const seriesOf = ({ origins: [first] }: TitleGroup) => firstOfSeries.get(first) ?? first
    for (const group of groups) {
      const series = seriesOf(group)
      const members = piecesBySeries.get(series) ?? []
      piecesBySeries.set(series, members)
      members.push(...group.pieces.filter(isTitled))
      for (const origin of group.origins.filter(isTitled)) {
        const first = firstOfSeries.get(origin) ?? series
        originalCounts.set(first, (originalCounts.get(first) ?? 0) + 1)
      }
    }
    return groups.map((group) => {
      const series = seriesOf(group)
      const members = piecesBySeries.get(series) ?? []
      if (members.length === originalCounts.get(series)) return group
      const pieces = group.pieces.map((piece) => {
        const base = withoutNumber(piece.slots.title)
        if (base === null) return piece
        return retitle(piece, withNumber(base, members.indexOf(piece) + 1, members.length))
      })
      return { ...group, pieces }
    })
  }
}

function isTitled({ slots }: Slide): boolean {
  return slots.title !== null
}

/** Maps each slide that the writer numbered to the first slide of its series. */
function seriesIn(slides: readonly Slide[]): ReadonlyMap<Slide, Slide> {
  const firstOfSeries = new Map<Slide, Slide>()
  let first: Slide | null = null
  for (const slide of slides) {
    const { title } = slide.slots
    if (title === null || numberOf(title) === null) continue
    if (first === null || first.part !== slide.part || !haveSameBase(first.slots.title, title) || opensSeries(title))
      first = slide
    firstOfSeries.set(slide, first)
  }
  return firstOfSeries
}
