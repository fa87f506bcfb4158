// Scans the lines of Markdown.

import { closesFence, FENCE } from './fence.ts'

/** A line of Markdown, and the construct that encloses it. */
export interface ScannedLine {
  readonly text: string
  /** The offset of the line in the whole text. */
  readonly start: number
  /** Whether the line is outside listings, opens or closes one, or is inside one. */
  readonly state: 'outside' | 'opens listing' | 'closes listing' | 'listing'
  /** Whether a fence, rather than one of the `ListingMarks`, began the listing. */
  readonly isFenced: boolean
  /** Whether the line is outside listings but in an HTML block, which ends at the next blank line. */
  readonly isHtml: boolean
}

/**
 * Marks that open and close a listing, in addition to fences. An opening mark without a closing mark after it is
 * ignored.
 */
export interface ListingMarks {
  readonly opens: RegExp
  readonly closes: RegExp
}

/** Lists the lines of Markdown, each with the construct that encloses it. */
export function scan(text: string, marks?: ListingMarks): readonly ScannedLine[] {
  const lines = text.split('\n')
  const lastClose = marks === undefined ? -1 : lines.findLastIndex((line) => marks.closes.test(line))
  let fence: string | undefined
  let isInMarkedListing = false
  let isHtml = false
  let start = 0
  return lines.map((line, index): ScannedLine => {
    const base = { text: line, start }
    start += line.length + 1
    if (isInMarkedListing) {
      isInMarkedListing = !marks?.closes.test(line)
      return { ...base, state: isInMarkedListing ? 'listing' : 'closes listing', isFenced: false, isHtml: false }
    }
    if (fence !== undefined) {
      const isClosed = closesFence(line, fence)
      if (isClosed) fence = undefined
      return { ...base, state: isClosed ? 'closes listing' : 'listing', isFenced: true, isHtml: false }
    }
    isInMarkedListing = index < lastClose && marks?.opens.test(line) === true
    if (isInMarkedListing) return { ...base, state: 'opens listing', isFenced: false, isHtml: false }
    fence = FENCE.exec(line)?.[1]
    if (fence !== undefined) return { ...base, state: 'opens listing', isFenced: true, isHtml: false }
    isHtml = line.trim() !== '' && (isHtml || startsHtml(line))
    return { ...base, state: 'outside', isFenced: false, isHtml }
  })
}

/** Whether a line begins an HTML block. */
function startsHtml(line: string): boolean {
  return HTML_BLOCK.test(line)
}

const HTML_BLOCK =
  /^ {0,3}<\/?(?:table|thead|tbody|tr|td|th|div|p|ul|ol|li|dl|dt|dd|details|summary|section|h[1-6]|center|figure)[\s/>]/i

/** Whether a line has no words. The text before the first line and after the last counts as blank. */
export function isBlank(line: ScannedLine | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}

/** Lists the lines outside listings. */
export function linesOutsideListings(text: string): readonly ScannedLine[] {
  return scan(text).filter(({ state }) => state === 'outside')
}
