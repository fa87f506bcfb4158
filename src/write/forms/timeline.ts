import { countWords } from '../../grammar/words.ts'
import type { Moment } from '../../model/draft.ts'
import { type Candidate, shift } from '../candidates.ts'
import type { Ledger } from '../ledger.ts'
import { lineOf } from '../line.ts'
import type { FormFinder } from './form.ts'

/** Three or more sentences or items that follow each other, each opening with a date, each later than the one before. */
export const timelineForm: FormFinder = (ledger, candidates) => {
  const moments = candidates.map((candidate) => momentIn(ledger, candidate))
  for (let from = 0; from < moments.length; from++) {
    const run = runFrom(moments, from)
    if (run.length >= LEAST_MOMENTS) {
      return { content: { type: 'timeline', moments: run }, from, to: from + run.length - 1 }
    }
  }
  return null
}

const LEAST_MOMENTS = 3
const MOST_MOMENTS = 8

interface Dated extends Moment {
  /** Years, with the month and the day as its fraction. */
  readonly time: number
}

function runFrom(moments: readonly (Dated | null)[], from: number): readonly Moment[] {
  const run: Dated[] = []
  for (const moment of moments.slice(from, from + MOST_MOMENTS)) {
    const before = run.at(-1)
    if (moment === null || (before !== undefined && moment.time <= before.time)) break
    run.push(moment)
  }
  return run
}

/** What happened is told in so many words. */
const LEAST_WORDS = 3
const MOST_WORDS = 24

function momentIn(ledger: Ledger, { sentence, lines }: Candidate): Dated | null {
  const match = OPENING.exec(sentence.text)
  const [whole = '', preposition = '', date = ''] = match ?? []
  const time = timeOf(date)
  if (time === null) return null
  const start = sentence.span[0]
  const end = start + whole.length
  const make = (spans: readonly (readonly [number, number])[]) =>
    lineOf({
      text: ledger.article.text,
      spans,
      kind: sentence.kind === 'item' ? 'item' : 'prose',
      weight: sentence.weight,
    })
  // A shortening that has dropped its date, else the rest of the sentence as it stands.
  const without = lines.filter(({ spans }) => (spans[0]?.[0] ?? 0) >= end)
  const rest = make([[end, sentence.span[1]]])
  const what =
    without
      .toSorted((one, other) => other.text.length - one.text.length)
      .find((line) => countWords(line.text, ledger.article.language) <= MOST_WORDS) ?? rest
  const words = countWords(what.text, ledger.article.language)
  if (words < LEAST_WORDS || words > MOST_WORDS) return null
  return { time, when: make([shift([preposition.length, preposition.length + date.length], start)]), what }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const MONTH = `(?:${MONTHS.join('|')}|${MONTHS.map((name) => `${name.slice(0, 3)}\\.?`).join('|')})`
const YEAR = String.raw`(?:1[0-9]|20)\d{2}`
const OPENING = new RegExp(
  String.raw`^((?:(?:In|On|By|Since|Around)\s+)?)((?:(?:early|mid|late)[ -])?(?:\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}\s+${YEAR}|${MONTH}\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?${YEAR}|${YEAR}))(?:,\s+|\s*:\s+|\s+[–—-]\s+)`,
  'u',
)

function timeOf(date: string): number | null {
  const year = new RegExp(YEAR).exec(date)?.[0]
  if (year === undefined) return null
  const month = MONTHS.findIndex((name) => date.includes(name.slice(0, 3)))
  const day = Number(/\b\d{1,2}(?=st|nd|rd|th|\b)(?!\d)/.exec(date.replace(year, ''))?.[0] ?? 0)
  return Number(year) + Math.max(month, 0) / MONTHS.length + day / 400
}
