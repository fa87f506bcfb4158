// Sets the type size of slide bodies: the largest at which they fit, or else the smallest.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'

/** A text node or a box, and the element whose edges it must not cross. */
interface ContentPiece {
  readonly element: Element
  /** Null for a box. */
  readonly range: Range | null
  /**
   * The cell, item, paragraph, heading, listing or formula that contains it; for a box or other text, the whole area.
   */
  readonly column: Element
}

/** A search for the largest size of one body, among `sizes` from the index `low` to `high`. */
interface SizeSearch {
  readonly slide: HTMLElement
  /** Whether the title gets the same size; in other layouts, the title has a fixed size. */
  readonly includesTitle: boolean
  /** Identifies slides that probably get the same size. */
  readonly shape: string
  sizes: readonly number[]
  readonly head: Element | null
  readonly body: Element
  readonly titles: readonly ContentPiece[]
  readonly pieces: readonly ContentPiece[]
  readonly rows: readonly Element[]
  low: number
  high: number
  /** The index of the largest size known to fit; 0 until one is found. */
  best: number
  /** The index to try next; null for the middle of the range. */
  guess: number | null
}

interface Edges {
  readonly start: number
  readonly end: number
}

/**
 * Sets each body on the print page shown to the largest size that fits, as far as a quick measurement can tell, if it
 * has a range of sizes (`--size-least` to `--size-most`) and no size yet. A listing whose lines would wrap is set
 * smaller than that, down to `--size-unwrapped`. The smallest size of a body is kept in `data-least`. Runs in the page.
 */
export const fillBodies = pageFunction(setBodies, [
  searchAll,
  searchIn,
  largestUnderTitle,
  shapeOf,
  textsIn,
  edgesOf,
  crossesSide,
  fitsAtSize,
  unwrapListing,
  fitsWrapped,
  lengthsIn,
  isAbove,
  inkEnd,
  setSize,
  nextIndex,
])

function setBodies(displayType: number): void {
  const slides = [...document.querySelectorAll<HTMLElement>('section.page > .slide')]
  // For hidden slides, the browser computes no layout, and only the few styles that are read.
  for (const slide of slides) slide.style.display = 'none'
  const searches = slides.flatMap(searchIn)
  // The size found for the first slide of each shape is the first guess for the others.
  const firstOfShape = new Map<string, SizeSearch>()
  for (const search of searches) if (!firstOfShape.has(search.shape)) firstOfShape.set(search.shape, search)
  for (const { slide } of firstOfShape.values()) slide.style.display = ''
  searchAll([...firstOfShape.values()], displayType)
  const others = searches.filter((search) => firstOfShape.get(search.shape) !== search)
  for (const slide of slides) slide.style.display = ''
  for (const search of others) search.guess = firstOfShape.get(search.shape)?.best ?? null
  searchAll(others, displayType)
  for (const search of searches) {
    setSize(search, search.sizes[search.best] ?? 0, displayType)
    search.slide.dataset.least = `${search.sizes[0]}`
  }
}

/** Finds the size of each slide. Each round tries sizes on all slides at once, so that it causes only one layout. */
function searchAll(searches: readonly SizeSearch[], displayType: number): void {
  // In other browsers, text is at most this much wider.
  const SPARE = 1.02
  const listings = searches.flatMap(({ slide }) => [...slide.querySelectorAll<HTMLElement>('.code')])
  // A size is too large if a word or a line of code would have to break.
  for (const { slide } of searches) slide.style.overflowWrap = 'normal'
  // A smaller body would not keep the words of a title with a fixed size from breaking.
  const fixedTitles = searches.flatMap(({ head, includesTitle }) =>
    includesTitle ? [] : (head?.querySelector<HTMLElement>('.title') ?? []),
  )
  for (const title of fixedTitles) title.style.overflowWrap = 'anywhere'
  for (const listing of listings) listing.style.whiteSpace = 'pre'
  for (;;) {
    const unfinished = searches.filter(({ low, high }) => low <= high)
    if (unfinished.length === 0) break
    for (const search of unfinished) setSize(search, (search.sizes[nextIndex(search)] ?? 0) * SPARE, displayType)
    for (const search of unfinished) {
      const size = nextIndex(search)
      const fits = fitsAtSize(search)
      if (fits) [search.best, search.low] = [size, size + 1]
      else search.high = size - 1
      // Most searches end one step above or below the guess; after that, the search is a bisection.
      if (search.guess !== null) search.guess = size === search.guess ? size + (fits ? 1 : -1) : null
    }
  }
  for (const search of searches) unwrapListing(search, SPARE, displayType)
  for (const { slide } of searches) slide.style.overflowWrap = ''
  for (const title of fixedTitles) title.style.overflowWrap = ''
  for (const listing of listings) listing.style.whiteSpace = ''
}

function searchIn(slide: HTMLElement): SizeSearch[] {
  // The ratio between successive sizes; smaller steps are invisible.
  const STEP = 1.07
  const body = slide.querySelector('.slide-body')
  if (body === null || slide.style.getPropertyValue('--size') !== '') return []
  const style = getComputedStyle(slide)
  const [least = 0, most = 0] = lengthsIn(style, ['--size-least', '--size-most'])
  if (!least || !most) return []
  const head = slide.querySelector('.slide-head')
  const largest = Math.min(most, largestUnderTitle(head, Number(style.getPropertyValue('--title-ratio'))))
  const sizes = [least]
  for (let size = least * STEP; size <= largest; size *= STEP) sizes.push(Math.round(size))
  const titles = head === null ? [] : [...head.querySelectorAll('.title, .subtitle')].flatMap(textsIn)
  const boxes = [...body.querySelectorAll('img, svg, table, pre')].filter((box) => box.closest('.katex') === null)
  const formulas = [...body.querySelectorAll('.formula')]
  const pieces = [
    ...textsIn(body),
    ...boxes.map((element) => ({ element, range: null, column: body })),
    ...formulas.flatMap((column) =>
      [...column.querySelectorAll('.base')].map((element) => ({ element, range: null, column })),
    ),
  ]
  const rows = [...body.querySelectorAll('li, .side')]
  const includesTitle = slide.matches('[data-layout="title"], [data-layout="part"], [data-layout="closing"]')
  const range = { low: 1, high: sizes.length - 1, best: 0, guess: null }
  return [
    { slide, includesTitle, shape: shapeOf(slide, titles, pieces), sizes, head, body, titles, pieces, rows, ...range },
  ]
}

/** Reads custom properties that are lengths, in whole px; `NaN` for those that are not set. */
function lengthsIn(style: CSSStyleDeclaration, names: readonly string[]): number[] {
  return names.map((name) => Math.round(Number(/[\d.]+(?=px)/.exec(style.getPropertyValue(name))?.[0])))
}

/**
 * If lines of a listing wrap even at its smallest size, replaces that size with the largest smaller size at which no
 * line wraps. Type that is too small for the last row is worse than a few lines that wrap. If there is no such size,
 * the lines keep their size and wrap.
 */
function unwrapListing(search: SizeSearch, spare: number, displayType: number): void {
  // In px: if lines wrap even at the first size, up to one line in six may wrap at the second.
  const [MIN_COMFORTABLE_SIZE, WRAPPED_SIZE] = [22, 24]
  const { slide, sizes, best, pieces, body } = search
  const [least = 0] = sizes
  const [unwrapped = 0] = lengthsIn(getComputedStyle(slide), ['--size-unwrapped'])
  if (best > 0 || !unwrapped) return
  const wideLinesAt = (size: number) => {
    setSize(search, size * spare, displayType)
    const wide = pieces.filter((piece) => {
      const box = (piece.range ?? piece.element).getBoundingClientRect()
      return crossesSide(piece, box, edgesOf(piece.column), edgesOf(body))
    })
    return new Set(wide.map(({ element }) => element.closest('.code-line'))).size
  }
  const largestUnwrapped = (from: number, to: number) => {
    for (let size = from; size >= to; size--) if (wideLinesAt(size) === 0) return size
    return null
  }
  const mayWrap = () =>
    wideLinesAt(WRAPPED_SIZE) <= Math.ceil(slide.querySelectorAll('.code-line').length / 6) && fitsWrapped(search)
  const size =
    largestUnwrapped(least, Math.max(unwrapped, MIN_COMFORTABLE_SIZE)) ??
    (mayWrap() ? WRAPPED_SIZE : largestUnwrapped(Math.min(least, MIN_COMFORTABLE_SIZE - 1), unwrapped))
  if (size !== null) search.sizes = [size]
}

/** Whether a listing whose lines may wrap fits at its present size. */
function fitsWrapped(search: SizeSearch): boolean {
  const listings = [...search.slide.querySelectorAll<HTMLElement>('.code')]
  for (const listing of listings) listing.style.whiteSpace = ''
  const fits = fitsAtSize(search)
  for (const listing of listings) listing.style.whiteSpace = 'pre'
  return fits
}

/**
 * Returns the largest body size at which the title is still `ratio` times as large (`--title-ratio`); infinity if the
 * theme sets no ratio.
 */
function largestUnderTitle(head: Element | null, ratio: number): number {
  // The ratio never makes text too small to be read from the last row.
  const MIN_LEGIBLE_SIZE = 36
  const title = head?.querySelector('.title')
  if (!title || !ratio) return Number.POSITIVE_INFINITY
  return Math.max(MIN_LEGIBLE_SIZE, Math.round(Number.parseFloat(getComputedStyle(title).fontSize) / ratio))
}

/** Describes the layout and the rough text lengths of a slide. Lengths vary by about a tenth within one shape. */
function shapeOf(slide: HTMLElement, titles: readonly ContentPiece[], pieces: readonly ContentPiece[]): string {
  const length = ({ range }: ContentPiece) => Math.round(8 * Math.log2(1 + (range?.toString().length ?? 0)))
  const totalLength = pieces.reduce((sum, { range }) => sum + (range?.toString().length ?? 0), 0)
  return [slide.dataset.layout, titles.map(length), pieces.length, Math.round(8 * Math.log2(1 + totalLength))].join(' ')
}

function textsIn(area: Element): ContentPiece[] {
  const BLOCKS = 'td, th, li, p, h1, h2, h3'
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  const pieces: ContentPiece[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (element === null || (node.textContent ?? '').trim() === '' || element.closest('.katex') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    pieces.push({ element, range, column: element.closest(`${BLOCKS}, pre`) ?? area })
  }
  return pieces
}

/** Whether the visible part of a piece ends above a line. */
function isAbove({ element, range }: ContentPiece, box: DOMRect, end: number): boolean {
  // The boxes of letters extend about this far below the visible letters.
  const LEADING = 6
  // From this size on, type may be set so tightly that its boxes are taller than its lines.
  const MIN_DISPLAY_SIZE = 40
  if (range === null) return box.bottom <= end
  // Reading styles is slow, so they are read only where they can make a difference.
  if (box.bottom - LEADING <= end) return true
  const { fontSize, lineHeight } = getComputedStyle(element)
  const size = Number.parseFloat(fontSize)
  if (size < MIN_DISPLAY_SIZE) return false
  const [line] = range.getClientRects()
  const height = Math.min(line?.height ?? 0, size, Number.parseFloat(lineHeight) || size)
  return box.bottom - ((line?.height ?? 0) - height) / 2 - LEADING <= end
}

/**
 * Returns the lowest point of the letters of a title whose size is being searched for, plus a little space below them.
 */
function inkEnd({ element, range }: ContentPiece): number {
  const SPACE_IN_EM = 0.06
  const context = document.createElement('canvas').getContext('2d')
  if (range === null || context === null) return Number.NEGATIVE_INFINITY
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const { fontBoundingBoxDescent, actualBoundingBoxDescent } = context.measureText(range.toString())
  const baseline = range.getBoundingClientRect().bottom - fontBoundingBoxDescent
  return baseline + actualBoundingBoxDescent + SPACE_IN_EM * Number.parseFloat(fontSize)
}

function edgesOf(element: Element): Edges {
  const { left, right } = element.getBoundingClientRect()
  // A row may extend beyond its own box; a listing must not run into its padding.
  if (!element.matches('pre, .slide-body, .slide-head')) return { start: left, end: right }
  const { paddingLeft, paddingRight } = getComputedStyle(element)
  return { start: left + Number.parseFloat(paddingLeft), end: right - Number.parseFloat(paddingRight) }
}

/**
 * Whether a piece crosses a side edge of its column or area. A trailing space may cross it, because it is invisible: if
 * text seems too wide, its words are measured one by one.
 */
function crossesSide({ range }: ContentPiece, box: DOMRect, column: Edges, area: Edges): boolean {
  // Large type hangs into the margin by at most this much, so that its stems align with it.
  const HANG = 16
  const TOLERANCE = 0.5
  const isRtl = document.documentElement.dir === 'rtl'
  const start = Math.max(column.start, area.start - (isRtl ? 0 : HANG)) - TOLERANCE
  const end = Math.min(column.end, area.end + (isRtl ? HANG : 0)) + TOLERANCE
  const isOutside = ({ left, right }: DOMRect) => left < start || right > end
  if (range === null || !isOutside(box)) return isOutside(box)
  const node = range.startContainer
  const word = document.createRange()
  return [...(node.textContent ?? '').matchAll(/\S+/g)].some(({ index, 0: text }) => {
    word.setStart(node, index)
    word.setEnd(node, index + text.length)
    return [...word.getClientRects()].some(isOutside)
  })
}

function fitsAtSize({ slide, includesTitle, head, body, titles, pieces, rows }: SizeSearch): boolean {
  const TOLERANCE = 0.5
  const slideBox = slide.getBoundingClientRect()
  const end = body.getBoundingClientRect().bottom - Number.parseFloat(getComputedStyle(body).paddingBottom) + TOLERANCE
  // A title that is larger than its area overlaps what is next to it.
  const titleEnd = Math.min(head?.getBoundingClientRect().bottom ?? slideBox.bottom, slideBox.bottom) + TOLERANCE
  const [titleEdges, bodyEdges] = [edgesOf(head ?? body), edgesOf(body)]
  // Content at the end of its body, such as a byline, is pushed over the title if there is no room, or onto the tails
  // of its letters, which hang below tight lines.
  const top = body.getBoundingClientRect().top
  const isUnderTitle = includesTitle && titleEnd <= top + 2 * TOLERANCE
  const start = Math.max(top - TOLERANCE, ...(isUnderTitle ? titles.map(inkEnd) : []))
  const columns = new Map<Element, Edges>([
    [body, bodyEdges],
    [head ?? body, titleEdges],
  ])
  const isInside = (piece: ContentPiece, area: Edges, bottom: number) => {
    const box = (piece.range ?? piece.element).getBoundingClientRect()
    if (!isAbove(piece, box, bottom)) return false
    const column = columns.get(piece.column) ?? edgesOf(piece.column)
    columns.set(piece.column, column)
    return !crossesSide(piece, box, column, area)
  }
  return (
    [...body.children].every((child) => child.getBoundingClientRect().top >= start) &&
    titles.every((piece) => isInside(piece, titleEdges, titleEnd)) &&
    rows.every((row) => row.getBoundingClientRect().bottom <= end) &&
    pieces.every((piece) => isInside(piece, bodyEdges, end))
  )
}

function setSize({ slide }: SizeSearch, size: number, displayType: number): void {
  slide.style.setProperty('--size', `${size}px`)
  slide.dataset.type = size < displayType ? 'text' : 'display'
}

function nextIndex({ low, high, guess }: SizeSearch): number {
  return guess === null || guess < low || guess > high ? (low + high) >> 1 : guess
}
