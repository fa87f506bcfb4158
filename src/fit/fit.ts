// Fits the content of a deck to its slides: measures them in a browser, then divides, merges and resizes them.

import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { firstPlaceOf } from '../model/source-position.ts'
import type { Theme } from '../model/theme.ts'
import { chooseBodySizes } from './body-size.ts'
import { divideSlides } from './divide.ts'
import { divideWideSlides } from './divide-wide-slides.ts'
import { fitEventMarks } from './fit-event-marks.ts'
import { createGauge, type Gauge, type MeasurementMemory, type MeasureOptions } from './gauge.ts'
import { mergeSlides } from './merge.ts'
import { slidesOverfilledByTheme } from './overflow-from-theme.ts'
import { placeListings } from './place-listings.ts'
import { reportHiddenText } from './report-hidden-text.ts'
import { reportOverflow } from './report-overflow.ts'
import { reportWrappedCode } from './report-wrapped-code.ts'
import { shrinkSlides } from './shrink.ts'
import { withFit } from './slide-copies.ts'
import { stackBlocks } from './stack-blocks.ts'
import { applyTextSize, copiesAtTextSize } from './text-size.ts'

export interface FitOptions extends MeasureOptions {
  /** The source of the lines, for the positions of messages. */
  readonly article: Article
  /** A sentence on what to do about content that does not fit; null for the usual remedy. */
  readonly overflowRemedy?: string | null
}

/**
 * The maximum number of measuring rounds after the first. If content still spills by then, more division would not
 * help.
 */
const MAX_FURTHER_ROUNDS = 10

/**
 * Measures every slide in the browser. Listings are placed with the text before or after them if both fit, and what an
 * author has mixed on a slide stays on one slide if it fits. Slides that are too full are set in smaller type where that
 * is allowed, then divided by columns and by content until nothing changes. Then related neighbours are merged if
 * measuring shows that the merged slide fits, and every body gets the size that fills its slide. Content that still does
 * not fit is reported and marked, never cut off.
 */
export async function fit(
  deck: Deck,
  { article, overflowRemedy, ...measureOptions }: FitOptions,
  file: VFile,
): Promise<Deck> {
  const { layouts } = measureOptions
  const gauge = createGauge(measureOptions)
  const placed = await stackBlocks(await placeListings(deck, gauge), gauge, file)
  await gauge.measure(placed)
  const maxRounds = gauge.rounds() + MAX_FURTHER_ROUNDS
  const shrunk = await shrinkSlides(placed, gauge, layouts)
  const narrowed = divideWideSlides(shrunk, gauge, layouts)
  const divided = await divideSlides(narrowed, { gauge, layouts, maxRounds: maxRounds - 1 })
  reportColumns(narrowed, divided, { layouts, article, file })
  const textSizeCopies = copiesAtTextSize(divided, gauge)
  const merged = await mergeSlides(divided, { gauge, layouts, maxRounds, others: [...textSizeCopies.values()] })
  const resized = await fitEventMarks(applyTextSize(merged, textSizeCopies, gauge), gauge, file)
  remember(gauge, measureOptions.memory)
  const sizes = chooseBodySizes(resized, gauge)
  const overfilledByTheme = await slidesOverfilledByTheme(resized, gauge, measureOptions)
  const remedyFor = (slide: Slide) => overflowRemedy ?? remedyOf(measureOptions.theme, overfilledByTheme.has(slide))
  const reported = reportHiddenText(
    reportOverflow(resized, { gauge, layouts, article, remedyFor }, file),
    resized,
    gauge,
    file,
  )
  reportWrappedCode(resized, { gauge, layouts, article }, file)
  const slides = reported.slides.map((slide, index) => {
    const bodySize = sizes[index] ?? null
    return bodySize === null ? slide : withFit(slide, { bodySize })
  })
  return { ...reported, slides }
}

function remedyOf({ name, hasOwnScale }: Theme, isOverfilledByTheme: boolean): string {
  if (isOverfilledByTheme)
    return `It fits without the rules in the stylesheets of the theme "${name}". Change these rules.`
  return hasOwnScale ? 'Shorten or divide it, or make "type" in theme.yaml smaller.' : 'Shorten or divide it.'
}

interface ReportContext {
  readonly layouts: Layouts
  readonly article: Article
  readonly file: VFile
}

/** Reports columns that did not fit side by side. */
function reportColumns(deck: Deck, divided: Deck, { layouts, article, file }: ReportContext): void {
  const undivided = new Set(divided.slides)
  for (const slide of deck.slides) {
    if (slide.layout !== 'comparison' || slide.slots.columns.length < 2 || undivided.has(slide)) continue
    const place = firstPlaceOf(linesOf(layouts, slide), article)
    file.info(
      `The columns of the slide "${slide.id}" do not fit side by side, so each has its own slide. Shorten them.`,
      { place, source: 'lectern', ruleId: 'columns' },
    )
  }
}

/**
 * Replaces the measurements in the memory with those of this deck, so that the memory does not grow with every change.
 */
function remember(gauge: Gauge, memory: MeasurementMemory | undefined): void {
  memory?.clear()
  for (const [key, spill] of gauge.measurements()) memory?.set(key, spill)
}
