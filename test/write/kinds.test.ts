import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import type { Draft } from '../../src/model/draft.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { write } from '../../src/write/write.ts'

const grammar = loadGrammar()

async function bodiesOf(value: string): Promise<readonly Draft[]> {
  const article = await read(new TextEncoder().encode(value), new VFile({ path: 'talk.md' }))
  return write(outline(article), { grammar, name: 'talk', minutes: null }).filter(({ purpose }) => purpose === 'body')
}

describe('an interview', () => {
  const ANSWERS = [
    ['Why the harbour?', 'My uncle was a pilot. Every summer he took me out to the ships.'],
    ['What has changed most?', 'The boats are fewer and much larger. The lock lifts six of them a day.'],
    ['What will you miss?', 'The hour before dawn is quiet. Herons own the water then.'],
  ] as const
  const QUESTIONS = ANSWERS.map(([question]) => question)
  const text = `# The keeper\n\n${ANSWERS.map(([question, answer]) => `**${question}**\n\n${answer}`).join('\n\n')}`

  test('has a slide for every question, under its words', async () => {
    expect((await bodiesOf(text)).map(({ title }) => title?.text)).toEqual(QUESTIONS)
  })

  test('has each question in the notes of its slide', async () => {
    expect((await bodiesOf(text)).map(({ said }) => said[0]?.text)).toEqual(QUESTIONS)
  })

  test('is not made of one question in an essay', async () => {
    const essay = `# The keeper\n\n${ANSWERS[1][1]}\n\nWhy the harbour?\n\nThe crane is old.`
    expect((await bodiesOf(essay)).map(({ title }) => title?.text)).not.toContain('Why the harbour?')
  })
})

test('a quotation that is set apart shows its speaker, however short the name', async () => {
  const text = '# The harbour\n\n> No harbour has ever been early in a storm.\n>\n> — Ada Marsh\n'
  const [slide] = await bodiesOf(text)
  expect(slide?.content).toMatchObject({
    type: 'quote',
    quote: { text: 'No harbour has ever been early in a storm' },
    speaker: { text: 'Ada Marsh' },
  })
})

test('a list of six is shown three and three', async () => {
  const items = ['fish', 'onions', 'carrots', 'stock', 'cream', 'dill'].map((item) => `- some fresh ${item}`).join('\n')
  const slides = await bodiesOf(`# Soup\n\n## Ingredients\n\n${items}\n`)
  expect(slides.map(({ content }) => (content.type === 'points' ? content.points.length : 0))).toEqual([3, 3])
})

test('an item too long for its slide is shown by the term that it explains, and every page counts', async () => {
  const long =
    'nobody may bring a boat of any kind through the lower gate unless the keeper or his son has written its name'
  const drafts = await bodiesOf(
    `# The lock\n\n## Rules\n\nThe old lock of the town has these few rules for every day:\n\n- Tides: ${long.slice(0, 57)}\n- Boats: ${long}, ${long} and ${long}\n- Gates: ${long.slice(0, 57)}\n- Lamps: ${long}\n`,
  )
  const points = drafts.flatMap(({ content }) => (content.type === 'points' ? content.points : []))
  expect(points.map(({ line }) => line.text)).toContain('Boats')
  expect(drafts.length).toBeGreaterThan(1)
  expect(drafts.map(({ title }) => title?.text)).toEqual(
    drafts.map((_, page) => `Rules (${page + 1}/${drafts.length})`),
  )
})

test('an item that only announces what stands under it is shown with that, or not', async () => {
  const listed = (under: string) =>
    `# The harbour\n\nThe crane is made so:\n\n- The parts are made by:\n${under}- The parts are kept dry\n- The mast is set up last\n`
  const pointsOf = async (under: string) =>
    (await bodiesOf(listed(under))).flatMap(({ content }) =>
      content.type === 'points' ? content.points.map(({ line }) => line.text) : [],
    )
  expect(await pointsOf('  - two smiths\n  - one joiner\n')).toContain('The parts are made by')
  const long = 'a smith of the old town who has made parts for cranes and for boats for many years now'
  const shown = await pointsOf(`  - ${long}\n  - ${long} too\n`)
  expect(shown).toContain('The parts are kept dry')
  expect(shown).not.toContain('The parts are made by')
})

test('what says that the items of a list are not so stays with each of them', async () => {
  const items = [
    'Swim in the lock',
    'Feed the herons',
    'Open the gates',
    'Moor at the crane',
    'Fish from the wall',
    'Fly kites',
  ]
  const lead = 'If you visit the old harbour in the summer with a dog, a child or a boat of your own, you must not:'
  const bodies = await bodiesOf(
    `# The harbour\n\n## Rules\n\n${lead}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`,
  )
  const lists = bodies.flatMap(({ content }) =>
    content.type === 'points' && content.points.length > 0 ? [content] : [],
  )
  expect(lists.flatMap(({ points }) => points).map(({ line }) => line.text)).toEqual(items)
  for (const { lead: shown } of lists) expect(shown?.text).toContain('must not')
})

test('a list whose lead leans on what was said is called by what the lead announces', async () => {
  const titleOf = async (lead: string) => {
    const list = '- The wall is low\n- The lock is slow\n- The quay is short\n'
    const bodies = await bodiesOf(
      `# The harbour\n\nThe crane fell. It stood by the lock for years.\n\n${lead}\n\n${list}`,
    )
    return bodies.findLast(({ content }) => content.type === 'points' && content.points.length === 3)?.title?.text
  }
  expect(await titleOf('This gave rise to several limits:')).toBe('Several limits')
  expect(await titleOf('This brings at least two questions:')).toBeUndefined()
  expect(await titleOf('The harbour has three faults:')).toBe('The harbour has three faults')
})

test('what an item goes on with stands under it, on the same slide, and what invites to read more is only said', async () => {
  const tools = ['Tide gauge', 'Lamp', 'Bell', 'Log']
  const items = tools.map(
    (tool) =>
      `- ${tool}\n\n  Keepers of every harbour on this coast use it each day, and they mend it by themselves.\n\n  [Learn more about the ${tool}](#${tool})\n`,
  )
  const slides = await bodiesOf(`# Harbour\n\n## Tools\n\n${items.join('')}`)
  const points = slides.map(({ content }) => (content.type === 'points' ? content.points : []))
  expect(points.map((each) => each.map(({ depth }) => depth))).toEqual([
    [0, 1, 0, 1],
    [0, 1, 0, 1],
  ])
  expect(points.flat().filter(({ line }) => line.text.startsWith('Learn'))).toEqual([])
})

test('what stands under an item of an earlier slide stands under nothing on the next', async () => {
  const under = ['ropes', 'oars', 'lamps', 'bells', 'nets', 'hooks', 'charts'].map(
    (thing) => `  - Buy ${thing} for the boat`,
  )
  const bodies = await bodiesOf(
    `# The keeper\n\n## The list\n\n- Ask the board what the crew needs\n${under.join('\n')}\n- Pay the bill\n`,
  )
  const depths = bodies.flatMap(({ content }) =>
    content.type === 'points' ? [content.points.map(({ depth }) => depth)] : [],
  )
  expect(depths.length).toBeGreaterThan(1)
  expect(depths.map(([first]) => first)).toEqual(depths.map(() => 0))
  expect(depths.slice(1).flatMap((each) => each.slice(0, 2))).not.toContain(1)
})

test('a list without a heading keeps a long lead; what is so no matter when denies nothing', async () => {
  const items = '- #pilots\n- #lock-keepers\n- #dredging\n'
  const under = async (lead: string) => {
    const bodies = await bodiesOf(`# The keeper\n\nThe harbour talks by wire at all hours.\n\n${lead}\n\n${items}`)
    const list = bodies.find(({ content }) => content.type === 'points' && content.points.length === 3)
    return list?.content.type === 'points' ? list.content.lead?.text : undefined
  }
  const long = 'Any channel for pilots is good, but some of the channels you might want to keep an eye on are'
  expect(await under(`${long}:`)).toBe(long)
  const endless =
    'Before we sail to other harbours, we would like to shed more light on some of the channels that will follow us around, no matter what kind of boat we sail in'
  expect(await under(`${endless}:`)).toBeUndefined()
})

test('a lead that runs on into its items stands over them as a lead, and is no title', async () => {
  const bodies = await bodiesOf(
    '# The keeper\n\nThe crane fell.\n\nThe keepers had a long talk on topics including:\n\n- Ropes\n- The price of oil\n- Night work\n',
  )
  const list = bodies.find(({ content }) => content.type === 'points' && content.points.length === 3)
  expect(list?.title).toBeNull()
  expect(list?.content.type === 'points' && list.content.lead?.text).toMatch(/topics including$/)
})
