import { expect, test } from 'vitest'
import { loadEvent } from '../../src/illustrate/load-event.ts'
import { renderEventByline } from '../../src/layout/byline.ts'
import type { Event } from '../../src/model/event.ts'
import { line } from '../render/decks.ts'
import { textOf } from '../render/document.ts'

const sharedEvent: Event = {
  ...(await loadEvent('slides/events/harbour-days/event.yaml')),
  short: null,
  dates: '3 October 2026',
  place: 'Nordhavn',
  speaker: null,
}

function eventByline(event: Partial<Event>): readonly string[] {
  const context = {
    ...{ pageOf: () => null, idOf: () => null, level: 1 as const, article: { text: '', marks: [] } },
    event: { ...sharedEvent, ...event },
  }
  return renderEventByline([line('1 March 2026')], context).flatMap((row) => row.children.map(textOf))
}

test('below the date of an article, the dates of an event say whose they are', () => {
  expect(eventByline({ name: 'Harbour Days' })).toEqual(['Harbour Days, 3 October 2026', 'Nordhavn'])
  const name = 'The Fourteenth International Conference on Harbour Security'
  expect(eventByline({ name })).toEqual(['3 October 2026, Nordhavn'])
  expect(eventByline({ name, place: null })).toEqual([`${name}, 3 October 2026`])
})
