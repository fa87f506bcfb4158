import { expect, test } from 'vitest'
import type { Draft } from '../../src/model/draft.ts'
import { draftsOf } from '../support/written.ts'

async function bodies(value: string): Promise<readonly Draft[]> {
  return (await draftsOf(value)).filter(({ purpose }) => purpose === 'body')
}

const LONG = [
  'Forty boats from the islands pass the lock between the old harbour and the river on every working day of the year.',
  'Two keepers with a licence of the port authority work the pumps and the gates by night as well as by day.',
]
const MORE = [
  'The repair of both gates costs the town four million pounds and takes six months of the coming year.',
  'Ships that cannot wait must use the northern weir, which adds two days to every voyage to the islands.',
]

test('slides that continue under a heading have it with a number', async () => {
  const code = '```\nopen gate\nwait\nclose gate\n```'
  const text = `# The harbour\n\n## The lock\n\n${LONG.join(' ')}\n\n${code}\n\n${MORE.join(' ')}\n\n## The quay\n\nThe quay carries four cranes and earns the town two million pounds a year. A fifth crane will double what ships can unload in a day.\n`
  const titles = (await bodies(text)).map(({ title, content }) => [content.type, title?.text ?? null])
  expect(titles).toEqual([
    ['points', 'The lock (1/3)'],
    ['code', 'The lock (2/3)'],
    ['points', 'The lock (3/3)'],
    ['points', 'The quay'],
  ])
})

test('what has no title of its own is under the heading of its section, even a single line', async () => {
  const text = `# The harbour\n\nThe harbour is old.\n\n## The lock\n\n${LONG.join(' ')}\n\n- The lower gate\n\n${MORE.join(' ')}\n\n### The gates\n\nThey are of oak.\n\n## The quay\n\nThe quay carries four cranes and earns the town two million pounds a year. A fifth crane will double what ships can unload in a day.\n`
  const untitled = (await bodies(text)).filter(
    ({ part, title, content }) => part > 0 && title === null && content.type === 'points',
  )
  expect(untitled).toEqual([])
})

test('nothing is added if it would be more than a slide holds', async () => {
  const heading = `What the keepers of the lock between the old harbour and the river say of their work`
  const full = (
    await bodies(`# The harbour\n\n## ${heading}\n\n${LONG.join(' ')}\n\n- ${MORE[0]} ${MORE[1]}\n- ${LONG[0]}\n`)
  ).filter(({ content }) => content.type === 'points')
  for (const { title, content } of full) {
    const lines = content.type === 'points' ? content.points.map(({ line }) => line.text) : []
    expect([title?.text ?? '', ...lines].join(' ').split(/\s+/).length).toBeLessThanOrEqual(80)
  }
})

test('a single slide does not repeat the title of the slide that opens its part', async () => {
  const part = (name: string) => `## ${name}\n\n${LONG.join(' ')}\n\n${MORE.join(' ')}\n\n${LONG[0]} ${MORE[0]}\n\n`
  const drafts = await draftsOf(`# The harbour\n\n${part('The lock')}${part('The quay')}${part('The weir')}`)
  const titles = drafts.flatMap(({ title }) => title?.text ?? [])
  expect(new Set(titles).size).toBe(titles.length)
})
