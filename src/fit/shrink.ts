import type { Deck, FitResult, Slide } from '../model/deck.ts'
import type { Layouts, ScalableContent } from '../model/layout.ts'
import { isDivisibleByColumns } from './divide-wide-slides.ts'
import { fitsCompletely, fitsInHeight, fitsInWidth, type Gauge } from './gauge.ts'
import { withFit } from './slide-copies.ts'

/**
 * Sets tables, listings and formulas in smaller type if more of them then fit, or if fewer slides are left after
 * division. The tables of a deck that do not fit get the same size. Content that is too wide first takes the full
 * width; as a last resort, words of a table, or a formula between its terms, may break.
 */
export async function shrinkSlides(deck: Deck, gauge: Gauge, layouts: Layouts): Promise<Deck> {
  const sizes = deck.slides.flatMap((slide) => sizesIfOverfull(slide, gauge, layouts) ?? [])
  if (sizes.length === 0) return deck
  await gauge.measure(deck, sizes.flatMap(variantsOf))
  const chosen = new Map<Slide, Slide>()
  for (const { kind, group } of groupBySize(sizes)) {
    const slidesAt = (step: ScaleStep) => group.map((slideSizes) => sizeAt(slideSizes, step, gauge))
    const costs = STEPS.map((step) => costOf(slidesAt(step), gauge, layouts))
    const mayBeSmallest = kind !== 'code' || slidesAt(1).some((slide) => gauge.spillOf(slide).wrappedLine !== null)
    const step = cheapestStep(mayBeSmallest ? costs : costs.filter(isWorthSmallCode))
    for (const slideSizes of group) chosen.set(slideSizes.slide, sizeAt(slideSizes, step, gauge))
  }
  return { ...deck, slides: deck.slides.map((slide) => chosen.get(slide) ?? slide) }
}

/** A slide in every size that it may have. */
interface Sizes {
  readonly slide: Slide
  readonly kind: ScalableContent
  readonly steps: readonly [Slide, Slide, Slide]
  /**
   * Each size with breaks, inside a table's words or between a formula's terms; null if they are not allowed or would
   * not help.
   */
  readonly withBreaks: readonly (Slide | null)[]
}

const STEPS = [0, 1, 2] as const

type ScaleStep = (typeof STEPS)[number]

function kindOf<L extends Slide['layout']>(layouts: Layouts, slide: Slide<L>): ScalableContent | null {
  return layouts[slide.layout].scalableContent?.(slide.slots) ?? null
}

/** Returns a slide in every size that it may have; null if it fits, or if its content cannot be set smaller. */
function sizesIfOverfull(slide: Slide, gauge: Gauge, layouts: Layouts): Sizes | null {
  const kind = kindOf(layouts, slide)
  const spill = gauge.spillOf(slide)
  if (kind === null || fitsCompletely(spill)) return null
  const isTooWide = !fitsInWidth(spill)
  const wordsMayBreak = !isDivisibleByColumns(slide, layouts)
  const width: FitResult = isTooWide ? { isWide: true } : {}
  const steps = [
    isTooWide ? withFit(slide, width) : slide,
    withFit(slide, { ...width, step: 1 }),
    withFit(slide, { ...width, step: 2 }),
  ] as const
  const mayBreak = (step: number) => isTooWide && (kind === 'math' || (kind === 'table' && wordsMayBreak && step === 2))
  const withBreaks = steps.map((sized, step) => (mayBreak(step) ? withFit(sized, { mayBreak: true }) : null))
  return { slide, kind, steps, withBreaks }
}

function variantsOf({ steps, withBreaks }: Sizes): readonly Slide[] {
  return [...steps, ...withBreaks.filter((slide) => slide !== null)]
}

/**
 * Groups the slides that get the same size: all tables. Listings and formulas are scaled one by one: a long one must
 * not make others small.
 */
function groupBySize(sizes: readonly Sizes[]): { readonly kind: ScalableContent; readonly group: readonly Sizes[] }[] {
  const tables = sizes.filter(({ kind }) => kind === 'table')
  const others = sizes.filter(({ kind }) => kind !== 'table')
  return [
    { kind: 'table', group: tables },
    ...others.map((slideSizes) => ({ kind: slideSizes.kind, group: [slideSizes] })),
  ]
}

function sizeAt({ steps, withBreaks }: Sizes, step: ScaleStep, gauge: Gauge): Slide {
  const slide = steps[step]
  return fitsInWidth(gauge.spillOf(slide)) ? slide : (withBreaks[step] ?? slide)
}

interface Cost {
  /** The number of slides that would not fit even if divided. */
  readonly unfixable: number
  /** The number of slides after division. */
  readonly pieces: number
  /** The number of slides with a broken word or formula. */
  readonly broken: number
}

function costOf(slides: readonly Slide[], gauge: Gauge, layouts: Layouts): Cost {
  const unfixable = slides.filter((slide) => {
    const spill = gauge.spillOf(slide)
    return !fitsInWidth(spill) || (!fitsInHeight(spill) && !isDivisible(layouts, slide))
  })
  const pieces = slides.reduce((sum, slide) => {
    const { below, availableHeight } = gauge.spillOf(slide)
    return sum + (fitsInHeight(gauge.spillOf(slide)) ? 1 : Math.ceil((availableHeight + below) / availableHeight))
  }, 0)
  return { unfixable: unfixable.length, pieces, broken: slides.filter(({ slots }) => slots.mayBreak === true).length }
}

function isDivisible<L extends Slide['layout']>(layouts: Layouts, slide: Slide<L>): boolean {
  return layouts[slide.layout].divide(slide.slots) !== null
}

/**
 * Whether a step may be used for a listing whose lines do not wrap: its smallest type, only if the listing then needs
 * no division.
 */
function isWorthSmallCode({ pieces }: Cost, step: number): boolean {
  return step < 2 || pieces === 1
}

/** Returns the step with the lowest cost; on a tie, the one with the largest type. */
function cheapestStep(costs: readonly Cost[]): ScaleStep {
  return STEPS.reduce<ScaleStep>((best, step) => {
    const [one, other] = [costs[step], costs[best]]
    if (!one || !other) return best
    return (one.unfixable - other.unfixable || one.pieces - other.pieces || one.broken - other.broken) < 0 ? step : best
  }, 0)
}
