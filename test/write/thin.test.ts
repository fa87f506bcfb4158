import { expect, test } from 'vitest'
import { claimsOf } from '../../src/write/claims.ts'
import { draftsOf as drafts } from '../support/written.ts'

const FILLER = [
  '## The lock',
  'The lock lifts forty boats a day. Its gates are made of steel. Two keepers work the pumps by night.',
  '## The quay',
  'The quay carries four cranes. Every crane has its own driver. Ships wait for the tide in the roads.',
  '## The light',
  'The light turns twice a minute. Its lamp burns gas from the works. Fishermen set their clocks by it.',
  '## The school',
  'The school teaches pilots to read the water. Its pupils sail at dawn. Old masters mark their logs.',
  '## The market',
  'The market sells fish from four in the morning. Cooks come first. Its bell rings at noon.',
  '## The dredger',
  'The dredger clears the channel every spring. Mud goes to the fields. Farmers fetch it in carts.',
].join('\n\n')

test('a talk whose article concludes nothing ends with what its parts come to', async () => {
  const last = (await drafts(`# The harbour\n\n${FILLER}`)).find(({ purpose }) => purpose === 'takeaways')
  const lines = last === undefined ? [] : last.content.type === 'takeaways' ? last.content.points : []
  expect(lines.length).toBeGreaterThanOrEqual(3)
  expect(lines.map(({ text }) => text).filter((text) => /\b(?:its|it|there)\b/i.test(text))).toEqual([])
})

test('what somebody did once is no takeaway', async () => {
  const stories = [
    '## The founder\n\nAnn Bell sold all of her boats to the town. Ann Bell married the captain of a dredger.',
    '## The miller\n\nTom Reed opened the sluices of the old river. Tom Reed painted the gates of the mill.',
    '## The pilot\n\nEve Hall sailed the first ship of the line. Eve Hall taught the pupils of the school.',
    '## The keeper\n\nSam Ford rang the bell of the lower lock. Sam Ford closed the gates of the harbour.',
  ].join('\n\n')
  const all = await drafts(`# The people of a town\n\n${stories}`)
  expect(all.filter(({ purpose }) => purpose === 'body').length).toBeGreaterThan(2)
  expect(all.find(({ purpose }) => purpose === 'takeaways')).toBeUndefined()
})

test('a detail of one example is no takeaway, and two things are too few', async () => {
  const parts = [
    '## The gates\n\nEvery gate of the lock needs paint in the spring. The lamp k7 shines 0.2 of a mile over the lock.',
    '## The keepers\n\nEvery keeper of the lock sleeps beside the gates. The lamp k9 shines 0.3 of a mile over the lock.',
    '## The boats\n\nThe boat b12 is painted with 0.5 of a pound. The boat b13 is painted with 0.7 of a pound.',
    '## The ropes\n\nThe rope r2 holds 0.9 of a ton for a day. The rope r3 holds 0.8 of a ton for a day.',
  ].join('\n\n')
  const all = await drafts(`# The lock of a town\n\n${parts}`)
  expect(all.filter(({ purpose }) => purpose === 'body').length).toBeGreaterThan(2)
  expect(all.find(({ purpose }) => purpose === 'takeaways')).toBeUndefined()
})

test('what the article concludes comes first among them', async () => {
  const text = `# The harbour\n\n${FILLER}\n\nIn conclusion, the harbour lives by its lock.`
  const last = (await drafts(text)).find(({ purpose }) => purpose === 'takeaways')
  expect(last?.content.type === 'takeaways' && last.content.points.map(({ text: line }) => line)).toContain(
    'The harbour lives by its lock',
  )
  expect(last?.said.map(({ text: said }) => said)).toEqual(['In conclusion, the harbour lives by its lock.'])
})

test('no slide says one line that leans on another', async () => {
  const text =
    '# The harbour\n\n## The lock\n\nThe lock lifts boats, and it has two gates.\n\nIn that case they ring the bell twice, as they have always done when the fog comes down.'
  const bodies = (await drafts(text)).filter(({ purpose }) => purpose === 'body')
  expect(bodies.flatMap(({ content }) => claimsOf(content)).map((line) => line.text)).not.toContain(
    expect.stringMatching(/^In that case/),
  )
  expect(bodies.flatMap(({ said }) => said).map(({ text: said }) => said.slice(0, 12))).toContain('In that case')
})

test('a listing that stands there twice in a row is shown once, and said in the notes', async () => {
  const code = '```\nopen gate\nwait\nclose gate\n```'
  const all = await drafts(
    `# The harbour\n\nPilots open the gate so?\n\n${code}\n\n${code}\n\nThen they ring the bell.\n`,
  )
  const listings = all.filter(({ content }) => content.type === 'code')
  expect(listings).toHaveLength(1)
  expect(listings[0]?.said.map(({ text }) => text).slice(0, 3)).toEqual(['open gate', 'wait', 'close gate'])
})

test('one short message under its heading is a statement; what leans on more than the heading is none', async () => {
  const text =
    '# The harbour\n\n## The lock\n\nForty boats pass the lock every day.\n\n## The quay\n\nIn that case they would rather ring the old bell twice.\n\n## The light\n\nThe light turns twice a minute. Its lamp burns gas from the works.\n\n## Recent changes\n\nThe harbour office tracks this work.\n\n## Charts\n\nCharts of the coast can be found in the old library.\n\n## Ways in\n\nThe first is to sail through the old lock.\n'
  const bodies = (await drafts(text)).filter(({ purpose }) => purpose === 'body')
  const [lock, quay] = bodies
  const changes = bodies.find(({ title }) => title?.text === 'Recent changes')
  expect([lock?.title?.text, lock?.content.type]).toEqual(['The lock', 'statement'])
  expect(quay?.content.type).not.toBe('statement')
  expect(changes?.content.type).not.toBe('statement')
  expect(bodies.find(({ title }) => title?.text === 'Charts')?.content.type).toBe('points')
  expect(bodies.find(({ title }) => title?.text === 'Ways in')?.content.type).not.toBe('statement')
})

test.each([
  ['what is to be done', 'Ring the old bell twice before you open the gate.'],
  ['what announces more', 'The harbour office keeps several kinds of old charts.'],
  [
    'what is cut short',
    'The pump runs well when the tide stands higher than the old mark on the third post of the quay.',
  ],
  ['what names a thing only', 'The text that will be painted on the hull.'],
  ['what sends elsewhere', 'The harbour office has a fantastic guide for pilots.'],
])('%s is no statement', async (_, sentence) => {
  const text = `# The harbour\n\n## The lock\n\n${sentence}\n\n## The light\n\nThe light turns twice a minute. Its lamp burns gas from the works.\n`
  const [lock] = (await drafts(text)).filter(({ purpose }) => purpose === 'body')
  expect(lock?.title?.text).toBe('The lock')
  expect(lock?.content.type).toBe('points')
})

test('a line alone without a title is only said, unless the article begins with it', async () => {
  const text =
    '# The harbour\n\nForty boats pass the lock every day.\n\n## The lock\n\nThe lock lifts boats. It has two gates.\n\n## The light\n\nThe light turns twice a minute. Its lamp burns gas from the works.\n'
  const [first] = (await drafts(text)).filter(({ purpose }) => purpose === 'body')
  expect(first?.content).toMatchObject({
    type: 'statement',
    statement: { text: 'Forty boats pass the lock every day' },
  })
})

test.each([
  ['The last flood is a reminder that strong walls are dear.', 'Strong walls are dear'],
  [
    'The last flood may be a reminder that strong walls are dear.',
    'The last flood may be a reminder that strong walls are dear',
  ],
])('%s concludes: %s', async (sentence, expected) => {
  const last = (
    await drafts(`# The harbour\n\n${FILLER}\n\nIn conclusion, the harbour lives by its lock. ${sentence}`)
  ).find(({ purpose }) => purpose === 'takeaways')
  const lines = last?.content.type === 'takeaways' ? [last.title, ...last.content.points] : []
  expect(lines.map((line) => line?.text)).toContain(expected)
})

test('a listing that another slide has shown is only said', async () => {
  const code = '```\nopen gate\nclose gate\n```'
  const all = await drafts(
    `# The harbour\n\n## The lock\n\nPilots open the gate by hand. Two keepers help them in every storm.\n\n${code}\n\n## The quay\n\nThe quay has a gate of oak. Fishermen close it before the tide turns.\n\n${code}\n`,
  )
  expect(all.filter(({ content }) => content.type === 'code')).toHaveLength(1)
  expect(all.flatMap(({ said }) => said).filter(({ text }) => text === 'open gate')).toHaveLength(1)
})
