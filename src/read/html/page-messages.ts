// The messages about what is left out of a page.

import type { VFile } from 'vfile'
import { LIMITS, type LimitMessage } from '../limits.ts'
import type { Transcript } from './transcript.ts'

export const INLINE_SVG: LimitMessage = {
  ruleId: 'picture',
  reason: 'This picture is embedded in the page as SVG and is left out. Save it as a file and show it with an img tag.',
}

export const TOO_DEEP: LimitMessage = {
  ruleId: 'too-deep',
  reason: `From here on, elements are nested more than ${LIMITS.elementNesting} levels deep, and only the text of deeper ones is read. Use fewer levels.`,
}

export const FAR_TOO_DEEP: LimitMessage = {
  ruleId: 'too-deep',
  reason: `Elements are nested more than ${LIMITS.openElements} levels deep, so the page is read only up to here. Save it as text instead.`,
}

export const TOO_MANY_ELEMENTS: LimitMessage = {
  ruleId: 'too-long',
  reason: `The page has more than ${LIMITS.pageElements} elements and is read only up to here. Split it.`,
}

export const TOO_MUCH_TEXT: LimitMessage = {
  ruleId: 'too-long',
  reason: 'The page has more text than can be spoken in a day and is read only up to here. Split it.',
}

/** The place of a message, and the file that it is about. */
interface MessageContext {
  /** The offset in the HTML. */
  readonly index: number
  readonly transcript: Transcript
  readonly file: VFile
}

/** Reports what is left out, at its place in the file. */
export function report({ ruleId, reason }: LimitMessage, { index, transcript, file }: MessageContext): void {
  const { line, column } = transcript.point(index)
  file.message(reason, { place: { line, column }, source: 'lectern', ruleId })
}
