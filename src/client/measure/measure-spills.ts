// Measures how far the content of each slide extends beyond the space for it.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunctionWithTools } from '../page-function.ts'
import { contentBoxes, type MeasuredPiece } from './content-boxes.ts'
import { type FrameSpill, measureFrame, type SlideSpace } from './measure-frame.ts'

const TOOLS = { contentBoxes, measureFrame }

/** How far a slide's content extends beyond the space for it, in CSS px; 0 where it fits. */
export interface Spill extends FrameSpill {
  readonly below: number
  readonly beside: number
  /** The height available to the body. */
  readonly availableHeight: number
  /** The width available to the body. */
  readonly availableWidth: number
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
export const measureSpills = pageFunctionWithTools(TOOLS, measureAll, [
  measureSpill,
  floorOf,
  areaIn,
  measureBody,
  overhangsOf,
  wrappedLineIn,
  hiddenTextIn,
  overhangOf,
  trimmedBox,
  clipsIn,
])

function measureAll(tools: typeof TOOLS): Spill[] {
  return [...document.querySelectorAll('section.page')].map((section) => {
    const slide = section.querySelector<HTMLElement>('.slide')
    const isFilled = slide?.dataset.least !== undefined
    return {
      ...measureSpill(section, tools),
      bodySize: isFilled ? Number.parseFloat(slide.style.getPropertyValue('--size')) : null,
    }
  })
}

function measureSpill(section: Element, tools: typeof TOOLS): Omit<Spill, 'bodySize'> {
  const frame = (section.querySelector('.slide') ?? section).getBoundingClientRect()
  const floor = floorOf(section, frame)
  const space = { frame, floor }
  const areas = [...section.querySelectorAll('.slide-head, .slide-body')].map((area) =>
    areaIn(area, space, tools.contentBoxes(area)),
  )
  const overhangs = areas.flatMap((area) => area.overhangs)
  const maxOf = (values: readonly number[]) => values.reduce((all, value) => Math.max(all, value), 0)
  const kicker = section.querySelector('.kicker-text')
  return {
    below: maxOf(overhangs.map(({ below }) => below)),
    beside: maxOf(overhangs.map(({ beside }) => beside)),
    ...measureBody(areas, space),
    ...tools.measureFrame(section, {
      ...space,
      pieces: areas.flatMap(({ pieces }) => pieces),
      kickerBoxes: kicker === null ? [] : tools.contentBoxes(kicker).map(({ box }) => box),
    }),
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

function areaIn(area: Element, { frame, floor }: SlideSpace, pieces: readonly MeasuredPiece[]): MeasuredArea {
  const bounds = area.getBoundingClientRect()
  const { paddingLeft, paddingRight } = getComputedStyle(area)
  const innerBounds = {
    left: bounds.left + Number.parseFloat(paddingLeft),
    right: bounds.right - Number.parseFloat(paddingRight),
    top: area.matches('.slide-body') ? bounds.top : frame.top,
    bottom: floor,
  }
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
  { frame, floor }: SlideSpace,
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

/** Lists the elements that clip their content: blocks in an area, and the area itself. */
function clipsIn(area: Element): Element[] {
  return [area, ...area.querySelectorAll(':not(span, p, tr, th, td)')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element)
    return overflowX !== 'visible' || overflowY !== 'visible'
  })
}
