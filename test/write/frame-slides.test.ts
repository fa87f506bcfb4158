import { expect, test } from 'vitest'
import { writeAgenda, writeOpening } from '../../src/write/frame-slides.ts'
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

test('the title slide of an untitled article shows its first sentence or heading, or else its file name', async () => {
  const titleOf = async (text: string) => writeOpening(await outlineOf(text), 'my-talk').title
  expect(await titleOf('The gate leaks. It has leaked since 1962.\n\n## Repairs\n\nThey cost little.\n')).toMatchObject(
    {
      text: 'The gate leaks',
      spans: [[0, 15]],
      added: [],
    },
  )
  expect((await titleOf('## Repairs\n\nThey cost little.\n\n## Plans\n\nThey cost more.\n'))?.text).toBe('Repairs')
  const long = `The gate leaks ${'and leaks '.repeat(12)}.`
  expect((await titleOf(`${long}\n\n## Repairs\n\nThey cost little.\n`))?.text).toBe('Repairs')
  expect((await titleOf(`${long}\n`))?.text).toBe('My talk')
  expect((await titleOf('To our members:\n\nThe gate leaks.\n'))?.text).toBe('To our members')
  expect((await titleOf('We need three things:\n\n- rope\n- tar\n'))?.text).toBe('My talk')
})

test.each([
  ['harbour-gate', 'The gate leaks, and the harbour pays.', 'Harbour gate'],
  ['nato_and_rutte', 'Mark Rutte leads NATO. NATO has 32 members.', 'NATO and Rutte'],
  ['lock-gates', 'The gate leaks, and so does the lock.', 'Lock gates'],
  ['gates-2', 'The gate leaks.', 'The gate leaks'],
  ['my-talk', 'The gate leaks.', 'The gate leaks'],
  ['gate-notes', 'The gate leaks.', 'The gate leaks'],
  ['gate', 'The gate leaks.', 'The gate leaks'],
])("a file name is the title if it says the topic in the article's words: %s", async (name, text, title) => {
  expect(writeOpening(await outlineOf(`${text} Nobody knows why.\n`), name).title?.text).toBe(title)
})

test('the address of the sender of an e-mail is not shown', async () => {
  const text = 'From: Ann Lee <ann@x.org>\nSubject: Night trains\n\nThey are back.\n'
  const { content } = writeOpening(await outlineOf(text, 'talk.txt'), 'talk')
  expect(content.type === 'title' && content.credits.map((line) => line.text)).toEqual(['Ann Lee'])
})

test.each([
  ['talk.txt', 'Night trains\n\nBy Ann Lee <ann@x.org>\n\nThey are back.\n', 'By Ann Lee ann@x.org'],
  ['talk.md', '# Night trains\n\nBy Ann Lee <ann@x.org>\n\nThey are back.\n', 'By Ann Lee ann@x.org'],
  [
    'talk.md',
    '---\ntitle: Night trains\nauthor: [Ann Lee <ann@x.org>, Bob Ray <mailto:bob@x.org>]\n---\n\nThey are back.\n',
    'Ann Lee ann@x.org, Bob Ray bob@x.org',
  ],
  ['talk.txt', 'Night trains\n\nBy Ann Lee <Harbour Post>\n\nThey are back.\n', 'By Ann Lee <Harbour Post>'],
])('an address in the byline of %s is shown without brackets: %j', async (path, text, credit) => {
  const { content } = writeOpening(await outlineOf(text, path), 'talk')
  expect(content.type === 'title' && content.credits.map(({ text }) => text)).toEqual([credit])
})

test('eight parts share an agenda slide, and nine have two', async () => {
  expect(await agendaOf([2, 2, 2, 2, 2, 2, 2, 2])).toEqual([8])
  expect(await agendaOf([2, 2, 2, 2, 2, 2, 2, 2, 2])).toEqual([5, 4])
})
