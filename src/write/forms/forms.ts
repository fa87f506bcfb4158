// Chooses the form of a slide: a timeline, a comparison, a quotation or a number.

import type { Content } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'
import type { Context } from '../context.ts'
import { INITIAL_WEIGHT, versionsOf } from '../sentence-versions.ts'
import type { ShownSentence } from './form.ts'
import { numberIn } from './number.ts'
import { quotationIn } from './quotation.ts'
import { timelineIn } from './timeline.ts'

/**
 * Finds the form that all the points of a slide share: a timeline, a quotation or a number; null if there is none.
 */
export function formOf(context: Context, shown: readonly ShownSentence[]): Content | null {
  const [first, second, ...others] = shown
  const timeline = timelineIn(context, shown)
  if (timeline !== null || first === undefined || others.length > 0) return timeline
  const quotation = second === undefined ? quotationIn(context, first) : null
  const number = quotation === null ? numberIn(context, first) : null
  // A second sentence is the context of the number.
  return quotation ?? (number && { ...number, context: second?.lines[0] ?? null })
}

/**
 * Makes a timeline from the sentences if each describes an event with its date, in order, and they fit on a slide; null
 * otherwise.
 */
export function timelineOf(context: Context, sentences: readonly Sentence[]): Content | null {
  if (sentences.length > MAX_EVENTS) return null
  const shown = sentences.map((sentence): ShownSentence => {
    return { sentence, lines: versionsOf(context, sentence).map(({ line }) => line), weight: INITIAL_WEIGHT }
  })
  return timelineIn(context, shown)
}

const MAX_EVENTS = 6
