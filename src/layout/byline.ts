import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Line } from '../model/draft.ts'
import type { Surroundings } from '../model/layout.ts'
import { phrase } from './markup.ts'

/** Renders the article's credits, such as speaker and date, in one row; empty if there are none. */
export function byline(credits: readonly Line[], surroundings: Surroundings): readonly Element[] {
  return rowOf(credits.map((line) => h('p.credit', phrase(line, surroundings))))
}

/**
 * Renders the event's speaker and role, dates and place in a row of their own, without those that the credits contain.
 * If the credits have a date, the event's name shows that these dates are the event's.
 */
export function eventByline(credits: readonly Line[], { event }: Surroundings): readonly Element[] {
  if (event === null) return []
  const said = credits.map(({ text }) => text.toLowerCase())
  const isNew = (fact: string) => !said.some((text) => text.includes(fact.toLowerCase()))
  const { speaker, dates, place } = event
  const who = speaker === null ? [] : [speaker.name, speaker.role].filter((word) => word !== null && isNew(word))
  const isDated = credits.some(({ text }) => /\d/.test(text))
  const name = event.short ?? event.name
  const own = [dates, place].filter((fact) => fact !== null && isNew(fact))
  // There is no room for a long name and a place; the place alone also shows that the dates are the event's.
  const isShort = name.length <= LONGEST_NAME || own.length < 2
  const isNamed = isDated && dates !== null && isNew(dates)
  const [when, ...where] = own
  const facts = !isNamed ? own : isShort ? [`${name}, ${when}`, ...where] : [own.join(', ')]
  return rowOf(
    [...(who.length === 0 ? [] : [who.join(', ')]), ...facts].map((fact) => h('p.credit.event-credit', fact)),
  )
}

/** The maximum length of a name that leaves space for dates and place, in characters. */
const LONGEST_NAME = 32

function rowOf(entries: readonly Element[]): readonly Element[] {
  return entries.length === 0 ? [] : [h('div.byline', [...entries])]
}
