import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { partNames, write } from '../../src/write/write.ts'

const BODY = 'The lock has two gates of oak and iron. Forty boats from the islands pass the lock every day.'
const QUAY = 'The quay carries four cranes. Ships wait for the tide in the roads.'
const LIGHT = 'The light turns twice a minute. Its lamp burns gas from the works of the town.'

test('a heading with nothing under it is no part, and is said before the next', async () => {
  const article = await read(
    new TextEncoder().encode(
      `# The harbour\n\nIt is old.\n\n## Works\n\n### Locks\n\n## Gate\n\n${BODY}\n\n## Quay\n\n${QUAY}\n\n## Light\n\n${LIGHT}\n`,
    ),
    new VFile({ path: 'talk.md' }),
  )
  const outlined = outline(article)
  const drafts = write(outlined, { grammar: null, name: 'talk', minutes: null })
  expect(partNames(outlined).map(({ text }) => text)).toEqual(['Gate', 'Quay', 'Light'])
  const agenda = drafts.find(({ purpose }) => purpose === 'agenda')?.content
  expect(agenda?.type === 'agenda' && agenda.entries.map(({ line, part }) => [line.text, part])).toEqual([
    ['Gate', 1],
    ['Quay', 2],
    ['Light', 3],
  ])
  const before = drafts.slice(
    0,
    drafts.findIndex(({ part }) => part === 1),
  )
  expect(before.flatMap(({ said }) => said.map(({ text }) => text))).toEqual(expect.arrayContaining(['Works', 'Locks']))
})
