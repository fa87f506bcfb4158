import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { partNames, write } from '../../src/write/write.ts'

const BODY =
  'The harbour authority will close the old lock in May after engineers found cracks in both of its gates. The repair costs four million pounds and takes six months.'
const QUAY =
  'The quay carries four cranes and earns the town two million pounds a year. A fifth crane will double what ships can unload in a day.'
const LIGHT =
  'The light must be replaced before the winter because its lamp burns gas from works that no longer exist. A new lamp saves the town a tenth of its budget for power.'

test('a heading with nothing under it is not a part, and goes to the notes before the next', async () => {
  const article = await read(
    new TextEncoder().encode(
      `# The harbour\n\nIt is old.\n\n## Works\n\n### Locks\n\n## Gate\n\n${BODY}\n\n## Quay\n\n${QUAY}\n\n## Light\n\n${LIGHT}\n`,
    ),
    new VFile({ path: 'talk.md' }),
  )
  const outlined = outline(article)
  const drafts = write(outlined, { grammar: loadGrammar(), name: 'talk', minutes: null })
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
  expect(before.flatMap(({ noteSentences }) => noteSentences.map(({ text }) => text))).toEqual(
    expect.arrayContaining(['Works', 'Locks']),
  )
})
