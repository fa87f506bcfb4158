// Measures how far the content of each slide extends beyond the space for it.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'

/** How far a slide's content extends beyond the space for it, in CSS px; 0 where it fits. */
export interface Spill {
  readonly below: number
  readonly beside: number
  /** The height available to the body. */
  readonly availableHeight: number
  /** The width available to the body. */
  readonly availableWidth: number
  /** Whether the name of the part overlaps other text or the foot, or extends beyond the slide. */
  readonly kickerSpills: boolean
  /** Whether the name of the part, in the foot, overlaps the dates or the hashtag of the event. */
  readonly kickerOverlapsEvent: boolean
  /** Whether the name or the edition of the event is cut off at the top of the slide. */
  readonly isMarkCutOff: boolean
  /** The height of the body's content, including what does not fit. */
  readonly contentHeight: number
  /**
   * The largest of the theme's sizes at which the body fits, or else the smallest, in CSS px; null if the theme sets no
   * range of sizes for it.
   */
  readonly bodySize: number | null
  /** The index of the first line of code that wraps because it must, among the slide's lines of code; null if none does. */
  readonly wrappedLine: number | null
  /** Text in the head or the body that a rule of the theme hides; null if there is none. */
  readonly hiddenText: string | null
}

/** A line of text or a box on the slide. */
interface MeasuredPiece {
  readonly box: DOMRect
  readonly element: Element
  /** Null for a box. */
  readonly text: string | null
  /** The cell, item, paragraph or heading that the text must not extend beyond; null for a box or a formula. */
  readonly column: DOMRect | null
}

interface Bounds {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** How far a box extends beyond the space for it, in CSS px; negative if it is inside. */
interface Overhang {
  readonly beside: number
  readonly below: number
}

/** The measurements of the head or the body of a slide. */
interface MeasuredArea {
  readonly element: Element
  readonly pieces: readonly MeasuredPiece[]
  readonly overhangs: readonly Overhang[]
}

/**
 * Measures how far the content of every slide on the print page shown extends beyond the space for it, in order. Runs
 * in the page.
 */
export const measureSpills = pageFunction(measureAll, [
  measureSpill,
  floorOf,
  areaIn,
  measureBody,
  overhangsOf,
  kickerSpills,
  kickerOverlapsEvent,
  wrappedLineIn,
  hiddenTextIn,
  footBoxes,
  isFootNameCutOff,
  isMarkCutOff,
  overhangOf,
  trimmedBox,
  linesOf,
  contentOf,
  clipsIn,
])

function measureAll(): Spill[] {
  return [...document.querySelectorAll('section.page')].map((section) => {
    const slide = section.querySelector<HTMLElement>('.slide')
    const isFilled = slide?.dataset.least !== undefined
    return {
      ...measureSpill(section),
      bodySize: isFilled ? Number.parseFloat(slide.style.getPropertyValue('--size')) : null,
    }
  })
}

function measureSpill(section: Element): Omit<Spill, 'bodySize'> {
  const frame = (section.querySelector('.slide') ?? section).getBoundingClientRect()
  const floor = floorOf(section, frame)
  const areas = [...section.querySelectorAll('.slide-head, .slide-body')].map((area) => areaIn(area, frame, floor))
  const overhangs = areas.flatMap((area) => area.overhangs)
  const maxOf = (values: readonly number[]) => values.reduce((all, value) => Math.max(all, value), 0)
  return {
    below: maxOf(overhangs.map(({ below }) => below)),
    beside: maxOf(overhangs.map(({ beside }) => beside)),
    ...measureBody(areas, frame, floor),
    kickerSpills: kickerSpills(
      section,
      frame,
      floor,
      areas.flatMap(({ pieces }) => pieces),
    ),
    kickerOverlapsEvent: kickerOverlapsEvent(section),
    isMarkCutOff: isMarkCutOff(section),
    wrappedLine: wrappedLineIn(section),
    hiddenText: hiddenTextIn(section),
  }
}

/**
 * Returns the bottom of the space for content: the top of the foot, or the slide's bottom edge less the height of the
 * foot, whichever is higher. Without a foot, it is the slide's bottom edge.
 */
function floorOf(section: Element, frame: DOMRect): number {
  const foot = [...section.querySelectorAll('.slide-foot, .slide-strip')]
    .map((row) => row.getBoundingClientRect())
    .find((row) => row.height > 0 && row.top > frame.top + frame.height / 2)
  return foot === undefined ? frame.bottom : Math.min(foot.top, frame.bottom - foot.height)
}

function areaIn(area: Element, frame: DOMRect, floor: number): MeasuredArea {
  const bounds = area.getBoundingClientRect()
  const { paddingLeft, paddingRight } = getComputedStyle(area)
  const innerBounds = {
    left: bounds.left + Number.parseFloat(paddingLeft),
    right: bounds.right - Number.parseFloat(paddingRight),
    top: area.matches('.slide-body') ? bounds.top : frame.top,
    bottom: floor,
  }
  const pieces = contentOf(area)
  const rules = [...area.querySelectorAll('li')].filter(
    (item) => Number.parseFloat(getComputedStyle(item).borderBottomWidth) > 0,
  )
  const clips = clipsIn(area).flatMap((clip) => {
    const visible = clip.getBoundingClientRect()
    return pieces.filter(({ element }) => clip.contains(element)).map(({ box }) => overhangOf(box, visible))
  })
  return {
    element: area,
    pieces,
    overhangs: [
      ...pieces.flatMap((piece) => overhangsOf(piece, innerBounds)),
      ...rules.map((item) => ({ below: item.getBoundingClientRect().bottom - floor, beside: 0 })),
      ...clips,
    ],
  }
}

/** Returns the space for the body, and the height that the body needs. */
function measureBody(
  areas: readonly MeasuredArea[],
  frame: DOMRect,
  floor: number,
): Pick<Spill, 'availableHeight' | 'availableWidth' | 'contentHeight'> {
  const body = areas.find(({ element }) => element.matches('.slide-body'))
  if (body === undefined)
    return {
      availableHeight: Math.max(1, floor - frame.top),
      availableWidth: Math.max(1, frame.width),
      contentHeight: 0,
    }
  const { left, right, top } = body.element.getBoundingClientRect()
  const { paddingLeft, paddingRight, paddingTop } = getComputedStyle(body.element)
  const boxes = body.pieces.map(({ box }) => box)
  const lowest = boxes.reduce((end, { bottom }) => Math.max(end, bottom), Number.NEGATIVE_INFINITY)
  const highest = boxes.reduce((start, { top }) => Math.min(start, top), Number.POSITIVE_INFINITY)
  return {
    availableHeight: Math.max(1, floor - (top + Number.parseFloat(paddingTop))),
    availableWidth: Math.max(1, right - Number.parseFloat(paddingRight) - (left + Number.parseFloat(paddingLeft))),
    contentHeight: Math.max(0, lowest - highest),
  }
}

function overhangsOf({ box, text, element, column }: MeasuredPiece, innerBounds: Bounds): Overhang[] {
  const untrimmed = overhangOf(box, innerBounds)
  const overhang = untrimmed.below > 0 && text !== null ? overhangOf(trimmedBox(box, element), innerBounds) : untrimmed
  // A word that leaves its cell or paragraph overlaps what is next to it.
  return column === null ? [overhang] : [overhang, { below: 0, beside: overhangOf(box, column).beside }]
}

/**
 * Whether the name of the part extends beyond the slide or from the space for content into the foot, overlaps other
 * text, or takes up the space for the event's name.
 */
function kickerSpills(section: Element, frame: DOMRect, floor: number, pieces: readonly MeasuredPiece[]): boolean {
  // A line box extends about this many px above and below its glyphs.
  const LEADING = 6
  const kicker = section.querySelector('.kicker-text')
  if (kicker === null) return false
  // The name may be in the foot, but must not cross its edge.
  const bottomFor = (box: DOMRect) => (box.top < floor ? floor : frame.bottom)
  const overlaps = (box: DOMRect, other: DOMRect) =>
    box.right > other.left + 1 &&
    box.left < other.right - 1 &&
    box.bottom > other.top + LEADING &&
    box.top < other.bottom - LEADING
  const foot = footBoxes(section)
  const isInFoot = kicker.getBoundingClientRect().top >= floor
  if (isInFoot && isFootNameCutOff(section)) return true
  return contentOf(kicker).some(
    ({ box }) =>
      foot.some((other) => overlaps(box, other)) ||
      box.bottom > bottomFor(box) ||
      box.right > frame.right ||
      box.left < frame.left ||
      pieces.some((piece) => overlaps(box, piece.box)),
  )
}

function kickerOverlapsEvent(section: Element): boolean {
  // In px. Words that are closer read as one line.
  const GAP = 24
  const kicker = section.querySelector('.kicker-text')
  if (kicker === null) return false
  const eventDetails = [...section.querySelectorAll('.foot-dates, .foot-hashtag')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => element.getBoundingClientRect())
  return contentOf(kicker).some(({ box }) =>
    eventDetails.some(
      (detail) =>
        box.right + GAP > detail.left &&
        box.left < detail.right + GAP &&
        box.bottom > detail.top &&
        box.top < detail.bottom,
    ),
  )
}

function wrappedLineIn(section: Element): number | null {
  const lines = [...section.querySelectorAll('.code-line')]
  const index = lines.findIndex((line) => {
    const lineHeight = Number.parseFloat(getComputedStyle(line).lineHeight)
    return !line.matches('.may-wrap') && line.getBoundingClientRect().height > 1.5 * lineHeight
  })
  return index === -1 ? null : index
}

/** Returns the first text in the head or the body that should be visible but is not; null if there is none. */
function hiddenTextIn(section: Element): string | null {
  const NOT_READ_AS_TEXT = '.unseen, .katex, svg, [aria-hidden="true"]'
  for (const area of section.querySelectorAll('.slide-head, .slide-body')) {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim()
      const element = node.parentElement
      if (text === '' || element === null || element.closest(NOT_READ_AS_TEXT) !== null) continue
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return text
    }
  }
  return null
}

/** Returns the boxes of the elements that are shown in the foot. */
function footBoxes(section: Element): DOMRect[] {
  return [...section.querySelectorAll('.foot-name, .foot-progress, .foot-number')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => element.getBoundingClientRect())
}

/** Whether there is too little room for the name of the event in the foot. */
function isFootNameCutOff(section: Element): boolean {
  const name = section.querySelector('.foot-name')
  return name !== null && name.scrollWidth > name.clientWidth + 1
}

/** Whether the name or the edition of the event is cut off at the top of the slide. */
function isMarkCutOff(section: Element): boolean {
  const mark = section.querySelector('.slide-mark')
  if (mark === null) return false
  const { bottom } = mark.getBoundingClientRect()
  return [...mark.querySelectorAll('.mark-name, .mark-edition')].some((words) => {
    // Boxes of text are taller than their lines.
    const halfLine = Number.parseFloat(getComputedStyle(words).lineHeight) / 2
    const range = document.createRange()
    range.selectNodeContents(words)
    const isBelow = [...range.getClientRects()].some((line) => (line.top + line.bottom) / 2 + halfLine > bottom + 1)
    return isBelow || words.scrollWidth > words.clientWidth + 1
  })
}

/** Returns how far a box extends beyond the sides of a space, and above or below it. */
function overhangOf(box: DOMRect, space: Bounds): Overhang {
  // Large type hangs into the margin by at most this much, so that its stems align with it.
  const HANG = 16
  const isRtl = document.documentElement.dir === 'rtl'
  const [start, end] = isRtl
    ? [box.right - space.right, space.left - box.left]
    : [space.left - box.left, box.right - space.right]
  return { beside: Math.max(start - HANG, end), below: Math.max(box.bottom - space.bottom, space.top - box.top) }
}

/**
 * Trims the box of large type by the empty space above and below its letters, because the boxes of tight lines overlap.
 */
function trimmedBox(box: DOMRect, element: Element): DOMRect {
  // From this size on, type may be set so tightly that its boxes are taller than its lines.
  const MIN_DISPLAY_SIZE = 40
  const { fontSize, lineHeight } = getComputedStyle(element)
  const size = Number.parseFloat(fontSize)
  if (size < MIN_DISPLAY_SIZE) return box
  const height = Math.min(box.height, size, Number.parseFloat(lineHeight) || size)
  return new DOMRect(box.left, box.top + (box.height - height) / 2, box.width, height)
}

/**
 * Returns the boxes of a text node: one per line, or one per word if it seems too wide, so that trailing spaces do not
 * count.
 */
function linesOf(node: Node, { left, right }: DOMRect): DOMRect[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  const boxes = [...range.getClientRects()]
  if (boxes.every((box) => box.right <= right && box.left >= left)) return boxes
  return [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    return [...range.getClientRects()]
  })
}

/** Lists the content of an area: lines of text, and boxes such as images. */
function contentOf(area: Element): MeasuredPiece[] {
  const BLOCKS = 'td, th, li, p, h1, h2, h3'
  const FORMULAS = ':is(.column, .across) .formula'
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  const pieces: MeasuredPiece[] = []
  let block: Element = area
  let column = area.getBoundingClientRect()
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    const element = node.parentElement
    if (text === '' || element === null || element.closest('.unseen') !== null) continue
    const nearest = element.closest(`${BLOCKS}, ${FORMULAS}`) ?? area
    if (nearest !== block) column = nearest.getBoundingClientRect()
    block = nearest
    const mustStayInColumn = nearest !== area && (nearest.matches(FORMULAS) || element.closest('.katex') === null)
    for (const box of linesOf(node, column))
      if (box.width > 0) pieces.push({ box, element, text, column: mustStayInColumn ? column : null })
  }
  for (const element of area.querySelectorAll('img, svg, table:not(.unseen), pre')) {
    // A root sign is drawn much longer than it looks, and clipped.
    if (element.closest('.katex') === null)
      pieces.push({ box: element.getBoundingClientRect(), element, text: null, column: null })
  }
  return pieces
}

/** Lists the elements that clip their content: blocks in an area, and the area itself. */
function clipsIn(area: Element): Element[] {
  return [area, ...area.querySelectorAll(':not(span, p, tr, th, td)')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element)
    return overflowX !== 'visible' || overflowY !== 'visible'
  })
}
