import { expect, test } from 'vitest'
import { loadEvent } from '../../src/illustrate/event.ts'
import { renderEventByline } from '../../src/layout/byline.ts'
import type { Event } from '../../src/model/event.ts'
import { line } from '../render/decks.ts'
import { textOf } from '../render/document.ts'

const shared: Event = {
  ...(await loadEvent('slides/events/harbour-days/event.yaml')),
  short: null,
  dates: '3 October 2026',
  place: 'Nordhavn',
  speaker: null,
}

function shown(event: Partial<Event>): readonly string[] {
  const surroundings = {
    ...{ pageOf: () => null, idOf: () => null, level: 1 as const, article: { text: '', marks: [] } },
    event: { ...shared, ...event },
  }
  return renderEventByline([line('1 March 2026')], surroundings).flatMap((row) => row.children.map(textOf))
}

test('below the date of an article, nobody takes the dates of an event for another one', () => {
  expect(shown({ name: 'Harbour Days' })).toEqual(['Harbour Days, 3 October 2026', 'Nordhavn'])
  const name = 'The Fourteenth International Conference on Harbour Security'
  expect(shown({ name })).toEqual(['3 October 2026, Nordhavn'])
  expect(shown({ name, place: null })).toEqual([`${name}, 3 October 2026`])
})
