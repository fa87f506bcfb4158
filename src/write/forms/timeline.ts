// Finds timelines: events with their dates, in order.

import { countWords } from '../../grammar/count-words.ts'
import { MONTHS } from '../../grammar/english-words.ts'
import type { Content, Moment } from '../../model/draft.ts'
import { shiftSpan } from '../../model/span.ts'
import type { Context } from '../context.ts'
import { lineOf } from '../line.ts'
import type { ShownSentence } from './form.ts'

/**
 * Makes a timeline from three or more sentences or items that each open with a date or time later than the previous one;
 * null if they do not. Up to two sentences in between may say more about the earlier event.
 */
export function timelineIn(context: Context, shown: readonly ShownSentence[]): Content | null {
  const all = shown.map((each) => momentIn(context, each))
  const moments = all.filter((moment) => moment !== null)
  const isDated = all.every((moment, index) => moment !== null || isBetweenEvents(all, index))
  const isInOrder = moments.every((moment, index) => {
    const before = moments[index - 1]
    return before === undefined || (moment.time > before.time && moment.scale === before.scale)
  })
  return moments.length >= MIN_MOMENTS && moments.length <= MAX_MOMENTS && isDated && isInOrder
    ? { type: 'timeline', moments }
    : null
}

/** Whether the sentence at `index` is one of at most `MAX_SENTENCES_BETWEEN` between two events. */
function isBetweenEvents(all: readonly (DatedMoment | null)[], index: number): boolean {
  const before = all.findLastIndex((moment, at) => at < index && moment !== null)
  const after = all.findIndex((moment, at) => at > index && moment !== null)
  return before >= 0 && after >= 0 && after - before <= MAX_SENTENCES_BETWEEN + 1
}

const MIN_MOMENTS = 3
const MAX_MOMENTS = 8

/** The maximum number of sentences between two events: with more, the text has moved on to something else. */
const MAX_SENTENCES_BETWEEN = 2

interface DatedMoment extends Moment {
  /** Years, with month and day as a fraction, or hours of one day. */
  readonly time: number
  readonly scale: 'years' | 'hours'
}

/** The minimum and maximum number of words in the description of an event. */
const MIN_WORDS = 3
const MAX_WORDS = 24

function momentIn(context: Context, each: ShownSentence): DatedMoment | null {
  const { sentence } = each
  const match = OPENING.exec(sentence.text)
  const [whole = '', preposition = '', date = ''] = match ?? []
  const clock = CLOCK.exec(date)
  const time = clock === null ? timeOf(date) : Number(clock[1]) + Number(clock[2]) / 60
  if (time === null) return null
  const start = sentence.span[0]
  const end = start + whole.length
  const makeLine = (spans: readonly (readonly [number, number])[]) =>
    lineOf({
      text: context.article.text,
      spans,
      kind: sentence.kind === 'item' ? 'item' : 'prose',
      weight: each.weight,
    })
  // A version without the date is better than the rest of the sentence.
  const linesWithoutDate = each.lines.filter(({ spans }) => (spans[0]?.[0] ?? 0) >= end)
  const rest = makeLine([[end, sentence.span[1]]])
  const what =
    linesWithoutDate
      .toSorted((one, other) => one.text.length - other.text.length)
      .find((line) => countWords(line.text, context.article.language) <= MAX_WORDS) ?? rest
  const words = countWords(what.text, context.article.language)
  if (words < MIN_WORDS || words > MAX_WORDS) return null
  return {
    time,
    scale: clock === null ? 'years' : 'hours',
    when: makeLine([shiftSpan([preposition.length, preposition.length + date.length], start)]),
    what,
  }
}

const MONTH = `(?:${MONTHS.join('|')}|${MONTHS.map((name) => `${name.slice(0, 3)}\\.?`).join('|')})`
const YEAR = String.raw`(?:1[0-9]|20)\d{2}`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`
const CLOCK = /^(\d{1,2}):(\d\d)/
const DATE = String.raw`(?:${DAY}\s+)?${MONTH}\s+${YEAR}|${MONTH}\s+${DAY},?\s+${YEAR}|${YEAR}(?:-\d\d-\d\d)?`
const TIME = String.raw`\d{1,2}:\d\d(?:\s[A-Z]{2,4}\b|\s[ap]m\b)?`
const OPENING = new RegExp(
  String.raw`^((?:(?:In|On|By|Since|Around|At)\s+)?)((?:(?:early|mid|late)[ -])?(?:${DATE}|${TIME}))(?:,\s+|\s*:\s+|\s+[–—-]\s+)`,
  'u',
)

function timeOf(date: string): number | null {
  const numeric = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  if (numeric !== null) return Number(numeric[1]) + (Number(numeric[2]) - 1) / MONTHS.length + Number(numeric[3]) / 400
  const year = new RegExp(YEAR).exec(date)?.[0]
  if (year === undefined) return null
  const month = MONTHS.findIndex((name) => date.includes(name.slice(0, 3)))
  const day = Number(/\b\d{1,2}(?=st|nd|rd|th|\b)(?!\d)/.exec(date.replace(year, ''))?.[0] ?? 0)
  return Number(year) + Math.max(month, 0) / MONTHS.length + day / 400
}
