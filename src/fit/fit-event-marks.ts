// Fits the name and the edition of an event into the space for them at the top of the first and last slides.

import type { VFile } from 'vfile'
import type { Deck, FitResult, Slide } from '../model/deck.ts'
import type { Gauge } from './gauge.ts'
import { withFit } from './slide-copies.ts'

/**
 * Where the name or the edition is cut off, tries the short name, then smaller type. If neither fits, shows the name in
 * smaller type without the edition, and reports this.
 */
export async function fitEventMarks(deck: Deck, gauge: Gauge, file: VFile): Promise<Deck> {
  const marks = deck.event?.short == null ? (['small', 'name'] as const) : (['short', 'small', 'name'] as const)
  const copies = new Map(
    deck.slides
      .filter((slide) => gauge.spillOf(slide).isMarkCutOff)
      .map((slide) => [slide, marks.map((mark) => withFit(slide, { mark }))] as const),
  )
  if (copies.size === 0) return deck
  await gauge.measure(deck, [...copies.values()].flat())
  const slides = deck.slides.map((slide) => {
    const candidates = copies.get(slide) ?? [slide]
    return candidates.find((copy) => !gauge.spillOf(copy).isMarkCutOff) ?? candidates.at(-1) ?? slide
  })
  reportCutMarks(slides, gauge, file)
  return { ...deck, slides }
}

function reportCutMarks(slides: readonly Slide[], gauge: Gauge, file: VFile): void {
  const cut = slides.filter(({ slots }: { readonly slots: FitResult }) => slots.mark === 'name')
  if (cut.length === 0) return
  const fact = cut.some((slide) => gauge.spillOf(slide).isMarkCutOff)
    ? 'The name of the event is cut off at the top of the first or last slide'
    : 'The name of the event leaves no room for its edition at the top of the first or last slide'
  file.info(`${fact}. Give it a shorter "short" name.`, { source: 'lectern', ruleId: 'event-name' })
}
