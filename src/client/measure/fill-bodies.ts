// Sets the type size of slide bodies: the largest at which they fit, or else the smallest.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunctionWithTools } from '../page-function.ts'
import { contentFits, countWideLines } from './content-fits.ts'
import { type ContentPiece, type SlideContent, slideContent } from './slide-content.ts'
import { unwrappedSize } from './unwrapped-size.ts'

const TOOLS = { slideContent, contentFits, countWideLines, unwrappedSize }

/** A search for the largest size of one body, among `sizes` from the index `low` to `high`. */
interface SizeSearch extends SlideContent {
  /** Identifies slides that probably get the same size. */
  readonly shape: string
  sizes: readonly number[]
  low: number
  high: number
  /** The index of the largest size known to fit; 0 until one is found. */
  best: number
  /** The index to try next; null for the middle of the range. */
  guess: number | null
}

interface SearchContext {
  readonly tools: typeof TOOLS
  /** The size in px from which on type is set as display type. */
  readonly displayType: number
}

/**
 * Sets each body on the print page shown to the largest size that fits, as far as a quick measurement can tell, if it
 * has a range of sizes (`--size-least` to `--size-most`) and no size yet. A listing whose lines would wrap is set
 * smaller than that, down to `--size-unwrapped`. The smallest size of a body is kept in `data-least`. Runs in the page.
 */
export const fillBodies = pageFunctionWithTools(TOOLS, setBodies, [
  searchAll,
  narrow,
  withoutBreaks,
  unwrapListing,
  searchIn,
  sizesOf,
  largestUnderTitle,
  shapeOf,
  lengthsIn,
  setSize,
  nextIndex,
])

function setBodies(tools: typeof TOOLS, displayType: number): void {
  const context = { tools, displayType }
  const slides = [...document.querySelectorAll<HTMLElement>('section.page > .slide')]
  // For hidden slides, the browser computes no layout, and only the few styles that are read.
  for (const slide of slides) slide.style.display = 'none'
  const searches = slides.flatMap((slide) => searchIn(slide, tools))
  // The size found for the first slide of each shape is the first guess for the others.
  const firstOfShape = new Map<string, SizeSearch>()
  for (const search of searches) if (!firstOfShape.has(search.shape)) firstOfShape.set(search.shape, search)
  for (const { slide } of firstOfShape.values()) slide.style.display = ''
  searchAll([...firstOfShape.values()], context)
  const others = searches.filter((search) => firstOfShape.get(search.shape) !== search)
  for (const slide of slides) slide.style.display = ''
  for (const search of others) search.guess = firstOfShape.get(search.shape)?.best ?? null
  searchAll(others, context)
  for (const search of searches) {
    setSize(search, search.sizes[search.best] ?? 0, displayType)
    search.slide.dataset.least = `${search.sizes[0]}`
  }
}

/** Finds the size of each slide. Each round tries sizes on all slides at once, so that it causes only one layout. */
function searchAll(searches: readonly SizeSearch[], context: SearchContext): void {
  // In other browsers, text is at most this much wider.
  const SPARE = 1.02
  const trySize = (search: SizeSearch, size: number) => setSize(search, size * SPARE, context.displayType)
  withoutBreaks(searches, () => {
    for (;;) {
      const unfinished = searches.filter(({ low, high }) => low <= high)
      if (unfinished.length === 0) break
      for (const search of unfinished) trySize(search, search.sizes[nextIndex(search)] ?? 0)
      for (const search of unfinished) narrow(search, context.tools.contentFits(search))
    }
    for (const search of searches) unwrapListing(search, (size) => trySize(search, size), context.tools)
  })
}

/** Narrows a search down after its next size was tried. */
function narrow(search: SizeSearch, fits: boolean): void {
  const index = nextIndex(search)
  if (fits) [search.best, search.low] = [index, index + 1]
  else search.high = index - 1
  // Most searches end one step above or below the guess; after that, the search is a bisection.
  if (search.guess !== null) search.guess = index === search.guess ? index + (fits ? 1 : -1) : null
}

/** Measures while no word and no line of code breaks: a size is too large if one would have to. */
function withoutBreaks(searches: readonly SizeSearch[], measure: () => void): void {
  const listings = searches.flatMap(({ slide }) => [...slide.querySelectorAll<HTMLElement>('.code')])
  // A smaller body would not keep the words of a title with a fixed size from breaking.
  const fixedTitles = searches.flatMap(({ head, includesTitle }) =>
    includesTitle ? [] : (head?.querySelector<HTMLElement>('.title') ?? []),
  )
  for (const { slide } of searches) slide.style.overflowWrap = 'normal'
  for (const title of fixedTitles) title.style.overflowWrap = 'anywhere'
  for (const listing of listings) listing.style.whiteSpace = 'pre'
  measure()
  for (const { slide } of searches) slide.style.overflowWrap = ''
  for (const title of fixedTitles) title.style.overflowWrap = ''
  for (const listing of listings) listing.style.whiteSpace = ''
}

/** Gives a listing whose lines wrap even at its smallest size a size at which they do not, if there is one. */
function unwrapListing(search: SizeSearch, trySize: (size: number) => void, tools: typeof TOOLS): void {
  const [unwrapped = 0] = lengthsIn(getComputedStyle(search.slide), ['--size-unwrapped'])
  if (search.best > 0 || !unwrapped) return
  const trial = {
    slide: search.slide,
    trySize,
    fits: () => tools.contentFits(search),
    countWideLines: () => tools.countWideLines(search),
  }
  const size = tools.unwrappedSize(trial, search.sizes[0] ?? 0, unwrapped)
  if (size !== null) search.sizes = [size]
}

/** Prepares the search for the size of a slide; none if its size is fixed. */
function searchIn(slide: HTMLElement, tools: typeof TOOLS): SizeSearch[] {
  const sizes = sizesOf(slide)
  const content = sizes.length === 0 ? null : tools.slideContent(slide)
  if (content === null) return []
  return [{ ...content, shape: shapeOf(content), sizes, low: 1, high: sizes.length - 1, best: 0, guess: null }]
}

/** Lists the sizes that the body of a slide may have, the smallest first; none if its size is fixed. */
function sizesOf(slide: HTMLElement): readonly number[] {
  // The ratio between successive sizes; smaller steps are invisible.
  const STEP = 1.07
  if (slide.style.getPropertyValue('--size') !== '') return []
  const style = getComputedStyle(slide)
  const [least = 0, most = 0] = lengthsIn(style, ['--size-least', '--size-most'])
  if (!least || !most) return []
  const largest = Math.min(most, largestUnderTitle(slide, Number(style.getPropertyValue('--title-ratio'))))
  const sizes = [least]
  for (let size = least * STEP; size <= largest; size *= STEP) sizes.push(Math.round(size))
  return sizes
}

/** Reads custom properties that are lengths, in whole px; `NaN` for those that are not set. */
function lengthsIn(style: CSSStyleDeclaration, names: readonly string[]): number[] {
  return names.map((name) => Math.round(Number(/[\d.]+(?=px)/.exec(style.getPropertyValue(name))?.[0])))
}

/**
 * Returns the largest body size at which the title is still `ratio` times as large (`--title-ratio`); infinity if the
 * theme sets no ratio.
 */
function largestUnderTitle(slide: Element, ratio: number): number {
  // The ratio never makes text too small to be read from the last row.
  const MIN_LEGIBLE_SIZE = 36
  const title = slide.querySelector('.slide-head .title')
  if (!title || !ratio) return Number.POSITIVE_INFINITY
  return Math.max(MIN_LEGIBLE_SIZE, Math.round(Number.parseFloat(getComputedStyle(title).fontSize) / ratio))
}

/** Describes the layout and the rough text lengths of a slide. Lengths vary by about a tenth within one shape. */
function shapeOf({ slide, titles, pieces }: SlideContent): string {
  const length = ({ range }: ContentPiece) => Math.round(8 * Math.log2(1 + (range?.toString().length ?? 0)))
  const totalLength = pieces.reduce((sum, { range }) => sum + (range?.toString().length ?? 0), 0)
  return [slide.dataset.layout, titles.map(length), pieces.length, Math.round(8 * Math.log2(1 + totalLength))].join(' ')
}

function setSize({ slide }: SizeSearch, size: number, displayType: number): void {
  slide.style.setProperty('--size', `${size}px`)
  slide.dataset.type = size < displayType ? 'text' : 'display'
}

function nextIndex({ low, high, guess }: SizeSearch): number {
  return guess === null || guess < low || guess > high ? (low + high) >> 1 : guess
}
