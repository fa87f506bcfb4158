import { expect, test } from 'vitest'
import { contentWords } from '../../src/grammar/content-words.ts'
import type { Line } from '../../src/model/draft.ts'
import { isAboutAll } from '../../src/write/prose-title.ts'

function isOver(title: string, points: readonly string[]): boolean {
  const lines = points.map((text): Line => ({ text, spans: [], added: [], kind: 'prose', weight: 1 }))
  return isAboutAll(contentWords(title), lines)
}

test('a term stands over points that all name it, or go on about it', () => {
  expect(isOver('Tide gauges', ['The tide gauge is old', 'Nobody reads the tide gauges'])).toBe(true)
  expect(isOver('Tide gauges', ['The tide gauge is old', 'It is read by hand'])).toBe(true)
  expect(isOver('Tide gauges', ['The tide gauge is old', 'A tide gauge is dear', 'Gauges rust'])).toBe(true)
  expect(isOver('Tide gauges', ['The tide gauge is old'])).toBe(true)
})

test('and over no other points', () => {
  expect(isOver('Tide gauges', ['The tide gauge is old', 'The keeper rows at noon'])).toBe(false)
  expect(isOver('Tide gauges', ['The old gauge is shut', 'The tide gauge is old'])).toBe(false)
  expect(isOver('Tide gauges', ['The keeper rows at noon'])).toBe(false)
})
