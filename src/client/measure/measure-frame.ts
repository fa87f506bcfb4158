// Measures the text around the content of a slide: the name of the part, and the details of the event.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'
import type { MeasuredPiece } from './content-boxes.ts'

/** The measurements of the text around the content of a slide. */
export interface FrameSpill {
  /** Whether the name of the part overlaps other text or the foot, or extends beyond the slide. */
  readonly kickerSpills: boolean
  /** Whether the name of the part, in the foot, overlaps the dates or the hashtag of the event. */
  readonly kickerOverlapsEvent: boolean
  /** Whether the name or the edition of the event is cut off at the top of the slide. */
  readonly isMarkCutOff: boolean
}

/** A slide, and the bottom of the space for its content. */
export interface SlideSpace {
  readonly frame: DOMRect
  readonly floor: number
}

/** A slide whose content has been measured. */
export interface MeasuredSlide extends SlideSpace {
  readonly pieces: readonly MeasuredPiece[]
  /** The boxes of the name of the part. */
  readonly kickerBoxes: readonly DOMRect[]
}

/** Measures the text around the content of a slide. Runs in the page. */
export const measureFrame = pageFunction(measure, [
  kickerSpills,
  kickerOverlapsEvent,
  isMarkCutOff,
  footBoxes,
  isFootNameCutOff,
])

function measure(section: Element, slide: MeasuredSlide): FrameSpill {
  return {
    kickerSpills: kickerSpills(section, slide),
    kickerOverlapsEvent: kickerOverlapsEvent(section, slide),
    isMarkCutOff: isMarkCutOff(section),
  }
}

/**
 * Whether the name of the part extends beyond the slide or from the space for content into the foot, overlaps other
 * text, or takes up the space for the event's name.
 */
function kickerSpills(section: Element, { frame, floor, pieces, kickerBoxes }: MeasuredSlide): boolean {
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
  return kickerBoxes.some(
    (box) =>
      foot.some((other) => overlaps(box, other)) ||
      box.bottom > bottomFor(box) ||
      box.right > frame.right ||
      box.left < frame.left ||
      pieces.some((piece) => overlaps(box, piece.box)),
  )
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

function kickerOverlapsEvent(section: Element, { kickerBoxes }: MeasuredSlide): boolean {
  // In px. Words that are closer read as one line.
  const GAP = 24
  const eventDetails = [...section.querySelectorAll('.foot-dates, .foot-hashtag')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => element.getBoundingClientRect())
  return kickerBoxes.some((box) =>
    eventDetails.some(
      (detail) =>
        box.right + GAP > detail.left &&
        box.left < detail.right + GAP &&
        box.bottom > detail.top &&
        box.top < detail.bottom,
    ),
  )
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
