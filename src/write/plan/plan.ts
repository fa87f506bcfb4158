// Plans the slides of a section by searching for the greatest total value.

import type { Line } from '../../model/draft.ts'
import type { Candidate } from './candidates.ts'
import { mentionsIn } from './mentions.ts'
import {
  clampLogOdds,
  finishedValue,
  growPartials,
  type PartialSlide,
  type RunFacts,
  withoutPoints,
} from './partial-slides.ts'
import { type TitleOptions, titlesFor } from './slide-titles.ts'

/** A slide of prose. Its notes cover units `from` to `to` (exclusive); the slide shows some of them. */
export interface PlannedSlide {
  readonly title: Line | null
  readonly points: readonly Line[]
  readonly from: number
  readonly to: number
  readonly value: number
}

/** The maximum number of units in the notes of a slide, including those that it does not show. */
const MAX_UNITS = 14

/** Finds the slides of a run of prose with the greatest total value. Takes time linear in the number of units. */
export function plan(candidates: readonly Candidate[], titleOptions: TitleOptions): readonly PlannedSlide[] {
  // The first unit that can be shown comes right after the heading.
  const index = candidates.findIndex(({ standalone, followUp }) => standalone !== null || followUp !== null)
  const options = {
    ...titleOptions,
    first: index < 0 ? candidates.length : index,
    anchors: anchorsOf(candidates),
    mentions: mentionsIn(candidates, MAX_UNITS),
  }
  const count = candidates.length
  const best: { value: number; slide: PlannedSlide | null; next: number }[] = []
  best[count] = { value: 0, slide: null, next: count }
  for (let from = count - 1; from >= 0; from--) {
    const after = best[from + 1]
    let choice = { value: after?.value ?? 0, slide: null as PlannedSlide | null, next: from + 1 }
    if (from === 0 || candidates[from]?.standalone !== null || (candidates[from]?.titles.length ?? 0) > 0)
      for (const slide of slidesFrom(candidates, from, options)) {
        const value = slide.value + (best[slide.to]?.value ?? 0)
        if (value > choice.value) choice = { value, slide, next: slide.to }
      }
    best[from] = choice
  }
  const slides: PlannedSlide[] = []
  for (let index = 0; index < count; ) {
    const { slide, next } = best[index] ?? { slide: null, next: count }
    if (slide !== null) slides.push(slide)
    index = next
  }
  return slides
}

/** Finds the anchor of each unit (see `RunFacts.anchors`). */
function anchorsOf(candidates: readonly Candidate[]): readonly number[] {
  const anchors: number[] = []
  for (const index of candidates.keys())
    anchors.push(candidates[index - 1]?.isDependent === true ? (anchors[index - 1] ?? index) : index - 1)
  return anchors
}

/** Finds the best slide from unit `from` to each unit where it may end. */
function slidesFrom(
  candidates: readonly Candidate[],
  from: number,
  options: TitleOptions & RunFacts,
): readonly PlannedSlide[] {
  const { objective } = options
  const ends = new Map<number, PlannedSlide>()
  const startValue = objective.start * clampLogOdds(candidates[from]?.scores.starts ?? 0)
  for (const title of titlesFor(candidates, from, options)) {
    const growth = { title, keywords: new Set(title.keywords), options }
    let partials: readonly PartialSlide[] = [withoutPoints(title, title.value - objective.slide + startValue)]
    for (let index = from; index < Math.min(candidates.length, from + MAX_UNITS); index++) {
      partials = growPartials(candidates, index, { ...growth, partials })
      // A slide does not end before the unit that its title is taken from.
      if (index < title.unit) continue
      for (const partial of partials) {
        // The title and the rest of its sentence alone would be one sentence torn in two.
        if (partial.units.length === 0) continue
        const value = finishedValue(partial, growth)
        const best = ends.get(index + 1)
        if (best === undefined || value > best.value)
          ends.set(index + 1, { title: title.line, points: partial.points, from, to: index + 1, value })
      }
    }
  }
  return [...ends.values()]
}
