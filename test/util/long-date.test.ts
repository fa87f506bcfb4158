import { expect, test } from 'vitest'
import { formatLongDate, impossibleDateIn } from '../../src/util/long-date.ts'

test('an ISO date is written out in the language of the talk', () => {
  expect(formatLongDate('2026-10-03', 'en')).toBe('3 October 2026')
  expect(formatLongDate('2026-10-03', 'en-US')).toBe('October 3, 2026')
  expect(formatLongDate('2026-10-03', 'de')).toBe('3. Oktober 2026')
  expect(formatLongDate('2026-10-03', 'ja')).toBe('2026年10月3日')
  expect(formatLongDate('2026-10-03', 'und')).toBe('3 October 2026')
  expect(formatLongDate('2026-10-03', 'no language')).toBe('3 October 2026')
})

test('a range of ISO dates is written out too', () => {
  expect(formatLongDate('2026-10-03/2026-10-04', 'en')).toMatch(/^3 ?– ?4 October 2026$/)
  expect(formatLongDate('2026-10-03 – 2026-11-01', 'en')).toMatch(/^3 October ?– ?1 November 2026$/)
})

test('any other text stays as it is', () => {
  for (const text of ['3 and 4 October 2026', '2026-02-31', '2026-10-04/2026-10-03', '2026', '', 'Spring to autumn'])
    expect(formatLongDate(text, 'en')).toBe(text)
})

test.each([
  ['2026-13-45', '2026-13-45'],
  ['2026-02-31', '2026-02-31'],
  ['2026-10-03/2026-10-32', '2026-10-32'],
  ['2026-10-03', null],
  ['2024-02-29 to 2024-03-01', null],
  ['Autumn 2026', null],
  ['12–14 May', null],
  ['Room 2026-13-45', null],
  ['', null],
])('an impossible date in "%s": %s', (text, expected) => {
  expect(impossibleDateIn(text)).toBe(expected)
})
