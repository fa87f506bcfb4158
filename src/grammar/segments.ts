// Splits text into words or sentences with `Intl.Segmenter`.

import { localeOf } from './locale.ts'

/** A word or sentence, or the text between two words, with its offset. */
export interface Segment {
  readonly text: string
  readonly start: number
  readonly isWordLike: boolean
}

/**
 * Lists the segments that `Intl.Segmenter` finds, one after another, in linear time. Node copies the whole input for
 * each segment, which would take quadratic time, so the segmenter gets the text in windows.
 */
export function segmentsOf(text: string, language: string, granularity: 'word' | 'sentence'): readonly Segment[] {
  const segmenter = new Intl.Segmenter(localeOf(language), { granularity })
  const segments: Segment[] = []
  let start = 0
  let width = WINDOW
  while (start < text.length) {
    const found = completeSegments(segmenter, text, { start, end: start + width })
    segments.push(...found)
    const last = found.at(-1)
    width = last === undefined ? 2 * width : WINDOW
    start = last === undefined ? start : last.start + last.text.length
  }
  return segments
}

/** The length of a window, in UTF-16 code units: longer than most sentences. */
const WINDOW = 1000

/** Lists the segments that end within the window. There are none if the window is too narrow for the first. */
function completeSegments(
  segmenter: Intl.Segmenter,
  text: string,
  window: { start: number; end: number },
): readonly Segment[] {
  const found: Segment[] = []
  for (const { segment, index, isWordLike = false } of segmenter.segment(text.slice(window.start, window.end))) {
    const start = window.start + index
    if (start + segment.length === window.end && window.end < text.length) break
    found.push({ text: segment, start, isWordLike })
    // A window that was widened for one long segment is too wide for the many short ones after it.
    if (window.end - window.start > WINDOW) break
  }
  return found
}

/** Matches a letter of a script without spaces between words. */
export const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
