// Chooses the form of a slide: a timeline, a comparison, a quotation or a number.

import type { Content, Line } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'
import type { Context } from '../context.ts'
import { INITIAL_WEIGHT, versionsOf } from '../sentence-versions.ts'
import { comparisonForm } from './comparison.ts'
import type { FormFinder, ShownSentence } from './form.ts'
import { numberForm } from './number.ts'
import { quotationForm } from './quotation.ts'
import { timelineForm } from './timeline.ts'

/** All forms except the number, the more specific first. */
const FORMS: readonly FormFinder[] = [timelineForm, comparisonForm, quotationForm]

/**
 * Finds the form that all the points of a slide share: a timeline, a comparison, a quotation or a number; null if there
 * is none.
 */
export function formOf(context: Context, shown: readonly ShownSentence[]): Content | null {
  for (const find of FORMS) {
    const content = wholeForm(context, shown, find)
    if (content !== null) return content
  }
  return shown.length <= 2 ? numberIn(context, shown) : null
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
  return wholeForm(context, shown, timelineForm)
}

const MAX_EVENTS = 6

/** Finds the form of all shown sentences; null if it fits only some of them. */
function wholeForm(context: Context, shown: readonly ShownSentence[], find: FormFinder): Content | null {
  const match = find(context, shown)
  return match !== null && match.from === 0 && match.to === shown.length - 1 ? match.content : null
}

/**
 * Makes the content of a slide from the figure in the first sentence, with the second as its context; null if there is
 * no such figure.
 */
function numberIn(context: Context, [first, second]: readonly ShownSentence[]): Content | null {
  const match = first === undefined ? null : numberForm(context, [first])
  if (match?.content.type !== 'number') return null
  const contextLine: Line | null = second?.lines[0] ?? null
  return { ...match.content, context: contextLine }
}
