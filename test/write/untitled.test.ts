import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'

const FIRST = 'Our harbour closed its old lock in the spring of 2024'
const TEXT = `${FIRST}. The lock had served forty boats a day for ninety years. Its gates had rusted through, and the pump failed twice in one winter.

The council voted for a new lock in May. It will cost nine million and open in 2027, because the river bed has to be cleared first.

Boats will wait at the upper quay until then. The keeper publishes the times every Monday.
`

async function linesIn(path: string, value: string): Promise<readonly (readonly string[])[]> {
  const { deck } = await convert(new VFile({ path, value }), { formats: ['json'] }, { browser: null })
  return deck.slides.map((slide) => linesOf(layouts, slide).map(({ text }) => text))
}

test.each(['draft.md', 'draft.txt'])('the sentence that is the title of %s is not shown again', async (path) => {
  const [title, ...others] = await linesIn(path, TEXT)
  expect(title).toEqual([FIRST])
  expect(others.flat()).toContain('The lock had served forty boats a day for ninety years')
  expect(others.flat().filter((line) => line.includes(FIRST))).toEqual([])
})

test('it is shown if the file name gives the title', async () => {
  const [title, ...others] = await linesIn('old-lock.md', TEXT)
  expect(title).toEqual(['Old lock'])
  expect(others.flat()).toContain(FIRST)
})

test.each(['Good evening, everyone.', 'Dear members of the council,'])('"%s" is not a title', async (salutation) => {
  const [title, ...others] = await linesIn('draft.txt', `${salutation}\n\n${TEXT}`)
  expect(title).toEqual(['Draft'])
  expect(others.flat()).toContain(FIRST)
  expect(others.flat()).not.toContain(salutation.slice(0, -1))
})

test('an article of one sentence still has a slide', async () => {
  expect((await linesIn('draft.md', `${FIRST}.`)).length).toBeGreaterThan(1)
})
