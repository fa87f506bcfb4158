import { expect, test } from 'vitest'
import { onlyCounts } from '../../src/write/only-counts.ts'
import { draftsOf } from '../support/written.ts'

test.each([
  'There are several reasons.',
  'The town is running three experiments',
  'Our talks with forty keepers brought up a few repeating issues.',
  'Locks are dear for a variety of reasons',
  'Locks are dear for many reasons',
  'There are two ways to open the gate',
  'Rowing at night had an unexpected advantage!',
  'We look for the following experience.',
])('"%s" says nothing without what it counts', (text) => {
  expect(onlyCounts(text)).toBe(true)
})

test.each([
  'The lock has two gates.',
  'The two problems of the lock are rust and silt.',
  'One reason is rust.',
  'The gauge shows the depth across multiple parts.',
  'The gate jams in some cases.',
  'The gate broke in the following week.',
])('"%s" says something', (text) => {
  expect(onlyCounts(text)).toBe(false)
})

test('what only counts is shown with what it counts, or not at all', async () => {
  const text =
    '# The harbour\n\n## The lock\n\nOur talks with keepers brought up a few repeating issues.\n\n## The light\n\nThe light turns twice a minute. Its lamp burns gas from the works.\n'
  const shown = JSON.stringify((await draftsOf(text)).map(({ title, content }) => ({ title, content })))
  expect(shown).not.toContain('repeating issues')
  expect(shown).toContain('twice a minute')
})
