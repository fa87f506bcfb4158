import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Line } from '../model/draft.ts'
import type { RenderContext } from '../model/layout.ts'
import { phrase } from './markup.ts'

/** Renders the article's credits, such as speaker and date, in one row; empty if there are none. */
export function renderByline(credits: readonly Line[], context: RenderContext): readonly Element[] {
  return rowOf(credits.map((line) => h('p.credit', phrase(line, context))))
}

/**
 * Renders the event's speaker and role, dates and place in a separate row, omitting those that the credits contain. If
 * the credits have a date too, the event's name precedes its dates where there is room for it.
 */
export function renderEventByline(credits: readonly Line[], { event }: RenderContext): readonly Element[] {
  if (event === null) return []
  const creditTexts = credits.map(({ text }) => text.toLowerCase())
  const isNew = (fact: string) => !creditTexts.some((text) => text.includes(fact.toLowerCase()))
  const { speaker, dates, place } = event
  const speakerAndRole =
    speaker === null ? [] : [speaker.name, speaker.role].filter((fact) => fact !== null && isNew(fact))
  const isDated = credits.some(({ text }) => /\d/.test(text))
  const name = event.short ?? event.name
  const datesAndPlace = [dates, place].filter((fact) => fact !== null && isNew(fact))
  // A long name would leave no room for the place, which shows just as well that the dates belong to the event.
  const hasRoom = name.length <= MAX_NAME_LENGTH || datesAndPlace.length < 2
  const needsName = isDated && dates !== null && isNew(dates)
  const [first, ...others] = datesAndPlace
  const facts = !needsName ? datesAndPlace : hasRoom ? [`${name}, ${first}`, ...others] : [datesAndPlace.join(', ')]
  return rowOf(
    [...(speakerAndRole.length === 0 ? [] : [speakerAndRole.join(', ')]), ...facts].map((fact) =>
      h('p.credit.event-credit', fact),
    ),
  )
}

/** The maximum length, in characters, of a name that leaves room for dates and place. */
const MAX_NAME_LENGTH = 32

function rowOf(entries: readonly Element[]): readonly Element[] {
  return entries.length === 0 ? [] : [h('div.byline', [...entries])]
}
