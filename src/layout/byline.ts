import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Line } from '../model/draft.ts'
import type { Event } from '../model/event.ts'
import type { Surroundings } from '../model/layout.ts'
import { phrase } from './markup.ts'

/** Who speaks, when and where: the article's credits, then what the event adds to them; nothing where there is neither. */
export function byline(
  credits: readonly Line[],
  factsOf: (event: Event, credits: string) => readonly string[],
  surroundings: Surroundings,
): readonly Element[] {
  const said = credits.map(({ text }) => text).join('\n')
  const facts = surroundings.event === null ? [] : factsOf(surroundings.event, said)
  const entries = [
    ...credits.map((line) => h('p.credit', phrase(line, surroundings))),
    ...facts.filter((fact) => !isSaid(fact, said)).map((fact) => h('p.credit.event-credit', fact)),
  ]
  return entries.length === 0 ? [] : [h('div.byline', entries)]
}

/** On the first slide: the speaker and the role, the days, the place. */
export function openingFacts({ speaker, dates, place }: Event, said: string): readonly string[] {
  const role = speaker?.role ?? null
  const who = speaker === null ? null : isSaid(speaker.name, said) ? role : withRole(speaker.name, role)
  return [who, dates, place].filter((fact) => fact !== null)
}

/** On the last slide: the speaker, and where to reach them. */
export function closingFacts({ speaker }: Event): readonly string[] {
  return [speaker?.name, speaker?.contact].filter((fact) => typeof fact === 'string')
}

function withRole(name: string, role: string | null): string {
  return role === null ? name : `${name}, ${role}`
}

function isSaid(fact: string, said: string): boolean {
  return said.toLowerCase().includes(fact.toLowerCase())
}
