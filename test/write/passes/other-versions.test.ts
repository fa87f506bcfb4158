import { expect, test } from 'vitest'
import { layouts } from '../../../src/layout/layout-table.ts'
import type { Draft } from '../../../src/model/draft.ts'
import { linesOf } from '../../../src/model/layout.ts'
import { unitsOf } from '../../../src/write/judge/units.ts'
import { withOtherVersions } from '../../../src/write/passes/other-versions.ts'
import { versionsOf } from '../../../src/write/sentence-versions.ts'
import { outlineOf, parse, slidesOf } from '../../support/written.ts'

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

test('a dependent line has as alternatives the versions with the same dependence', async () => {
  const outlined = await outlineOf(
    'It opens at dawn, and the keeper rings the bell of the lock twice a day.\n',
    'talk.txt',
  )
  const [unit] = unitsOf(outlined)
  if (unit === undefined) throw new Error('There is no sentence.')
  const context = { article: outlined.article, parse }
  const [whole, ...shorter] = versionsOf(context, unit.sentence)
  if (whole === undefined) throw new Error('There is no version.')
  expect(whole.dependence).not.toBeNull()
  expect(shorter.map(({ dependence }) => dependence)).toEqual([whole.dependence])
  const draft: Draft = {
    type: 'draft',
    purpose: 'body',
    part: 1,
    title: null,
    content: { type: 'points', lead: null, points: [{ line: whole.line, depth: 0 }] },
    noteSentences: [unit.sentence],
  }
  const scores = { show: 0, filler: 0, key: 0, title: 0, starts: 0, unclear: 0 }
  const judged = new Map([[unit.sentence.span[0], { unit, scores }]])
  const [changed] = withOtherVersions({ context, judged }, [draft])
  const lines = changed?.content.type === 'points' ? changed.content.points.map(({ line }) => line) : []
  expect(lines[0]?.alternatives?.map(({ text }) => text)).toEqual(shorter.map(({ line }) => line.text))
})
