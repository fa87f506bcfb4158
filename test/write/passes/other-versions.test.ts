import { expect, test } from 'vitest'
import { layouts } from '../../../src/layout/layouts.ts'
import { linesOf } from '../../../src/model/layout.ts'
import { slidesOf } from '../../support/written.ts'

const ARTICLE = `# The lock

## The gates

The night train came back because three things changed in a few years. Young people want to sleep on the way. Some cities offer no new slots for short flights at all, so a railway that asks for a platform at eleven at night is
suddenly the easy customer. A barge needs nine minutes from one gate to the other. Most boats wait their turn on the western side of the basin.
`

test('a line that has other versions lists them, each with its score', async () => {
  const lines = (await slidesOf(ARTICLE)).flatMap((slide) => linesOf(layouts, slide))
  const line = lines.find(({ text, kind }) => text.startsWith('Some cities') && kind === 'prose')
  const others = line?.alternatives ?? []
  expect([line?.text, ...others.map(({ text }) => text)].sort()).toEqual([
    'Some cities offer no new slots for short flights at all',
    'Some cities offer no new slots for short flights at all, so a railway that asks for a platform at eleven at night is suddenly the easy customer',
  ])
  for (const { score } of others) expect(score).toBeGreaterThan(0)
  for (const { score } of others) expect(score).toBeLessThan(1)
})

test('a sentence with only one version has no others', async () => {
  const lines = (await slidesOf(ARTICLE)).flatMap((slide) => linesOf(layouts, slide))
  expect(lines.find(({ text }) => text.startsWith('A barge needs'))).not.toHaveProperty('alternatives')
})
