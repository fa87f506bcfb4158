// Renumbers the titles of slides that the author has removed, moved or retitled: "Steps (3/3)" becomes "Steps (2/2)".

import type { Line } from '../model/draft.ts'
import { numberOf, opensSeries, withNumber, withoutNumber } from '../model/numbered-title.ts'
import type { SlideWithSources } from './find-sources.ts'
import type { OriginalSlide } from './original-slides.ts'

/**
 * Renumbers the titles that Lectern numbered, if slides of a series have been removed or are in another order. Hidden
 * slides and titles that the author wrote do not count.
 */
export function renumberTitles(
  slides: readonly SlideWithSources[],
  originals: readonly OriginalSlide[],
): readonly SlideWithSources[] {
  const titles = new Map<SlideWithSources, Line>()
  for (const series of seriesIn(originals)) {
    const members = slides.filter((slide) => isMember(slide, series))
    if (members.every(({ original }, index) => original === series[index]) && members.length === series.length) continue
    for (const [index, slide] of members.entries()) {
      const base = withoutNumber(slide.reading.title)
      if (base !== null) titles.set(slide, withNumber(base, index + 1, members.length))
    }
  }
  return slides.map((slide) => {
    const title = titles.get(slide)
    return title === undefined ? slide : { ...slide, reading: { ...slide.reading, title } }
  })
}

/** Groups the slides with numbered titles as Lectern wrote them. */
function seriesIn(originals: readonly OriginalSlide[]): readonly (readonly OriginalSlide[])[] {
  const series: OriginalSlide[][] = []
  for (const original of originals) {
    const [title] = original.lines
    if (title === undefined || numberOf(title.line) === null) continue
    if (opensSeries(title.line)) series.push([original])
    else series.at(-1)?.push(original)
  }
  return series
}

function isMember(
  { parsed, reading: { title }, original }: SlideWithSources,
  series: readonly OriginalSlide[],
): boolean {
  const isShown = parsed.options.hidden !== true
  return isShown && title !== null && numberOf(title) !== null && original !== null && series.includes(original)
}
