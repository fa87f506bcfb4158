import { expect, test } from 'vitest'
import { writeAgenda } from '../../src/write/frame.ts'
import { outlineOf, parse } from '../support/written.ts'

/** The number of entries on each agenda slide of a talk with parts that have names of this many words. */
async function agendaOf(lengths: readonly number[]): Promise<readonly number[]> {
  const names = lengths.map((length, at) => Array.from({ length }, (_, index) => `Word${at}x${index}`).join(' '))
  const { article, parts } = await outlineOf(`# Talk\n\n${names.map((name) => `## ${name}\n\nIt holds.\n`).join('\n')}`)
  const headings = parts.flatMap(({ section }) => section.heading ?? [])
  const drafts = writeAgenda({ article, parse }, headings, new Set(names.map((_, index) => index + 1)))
  return drafts.map(({ content }) => (content.type === 'agenda' ? content.entries.length : 0))
}

test('an agenda slide has at most 45 words, its title with the number included', async () => {
  expect(await agendaOf([15, 15, 13])).toEqual([3])
  expect(await agendaOf([15, 15, 14])).toEqual([2, 1])
})

test('a long name does not share its slide with more than fits', async () => {
  expect(await agendaOf([30, 30, 2])).toEqual([1, 2])
})

test('a talk with fewer than three parts has no agenda', async () => {
  expect(await agendaOf([3, 3])).toEqual([])
})
