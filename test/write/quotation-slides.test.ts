import { expect, test } from 'vitest'
import type { Draft } from '../../src/model/draft.ts'
import { draftsOf } from '../support/written.ts'

const BEFORE = 'The keeper of the lock asked to see the contract in March. It promised a repair within two days.'
const AFTER = 'The company paid 5,000 pounds to the town in May. The lock lifts forty boats a day since then.'

async function quotesIn(quotation: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const drafts = await draftsOf(`# The lock\n\n## The contract\n\n${BEFORE}\n\n${quotation}\n\n${AFTER}\n`)
  return drafts.flatMap(({ content }: Draft) =>
    content.type === 'quote' ? [[content.quote.text, content.speaker?.text]] : [],
  )
}

const SHOWN = [['They were not hiding it. They relied on nobody reading it.', 'Ada Marsh, sailor']]

test.each([
  ['below it', '> They were not hiding it. They relied on nobody reading it.\n>\n> — Ada Marsh, sailor'],
  ['on its last line', '> They were not hiding it. They relied on nobody reading it.\n> -- Ada Marsh, sailor'],
  ['after a line break', '> They were not hiding it. They relied on nobody reading it.\\\n> -- *Ada Marsh*, sailor'],
  ['in the next paragraph', '> They were not hiding it. They relied on nobody reading it.\n\n— Ada Marsh, sailor'],
])('a block quotation is shown whole, with the speaker who is named %s', async (_, quotation) => {
  expect(await quotesIn(quotation)).toEqual(SHOWN)
})

test('the speaker of a block quotation may have no name', async () => {
  expect(await quotesIn('> A starter is not a pet. It is a habit.\n>\n> — my grandmother, probably')).toEqual([
    ['A starter is not a pet. It is a habit.', 'my grandmother, probably'],
  ])
})

test('a block quotation may end a section, above its speaker', async () => {
  const drafts = await draftsOf(
    `# The lock\n\n## The contract\n\n${BEFORE}\n\n> They were not hiding it. They relied on nobody reading it.\n\n— Ada Marsh, sailor\n\n## The sum\n\n${AFTER}\n`,
  )
  expect(drafts.map(({ content }) => content.type)).toContain('quote')
})

test('a paragraph in which somebody says several sentences is shown whole', async () => {
  const paragraph =
    '"At the gate you meet people whose wait is over," Ada Marsh said. "They do not need you any more. Go and stand with the ones who have just arrived and think that they have made a mistake."'
  expect(await quotesIn(`I asked her once why she did not stand at the gate.\n\n${paragraph}`)).toEqual([
    [
      'At the gate you meet people whose wait is over. They do not need you any more. Go and stand with the ones who have just arrived and think that they have made a mistake.',
      'Ada Marsh',
    ],
  ])
})

test('what stands before and after the quotation stays in the notes, in order', async () => {
  const text = `# The lock\n\n## The contract\n\n${BEFORE}\n\n> They were not hiding it. Nobody read it.\n>\n> — Ada Marsh\n\n${AFTER}\n`
  const notes = (await draftsOf(text)).flatMap(({ noteSentences }) => noteSentences.map(({ span }) => span[0]))
  expect(notes).toEqual(notes.toSorted((one, other) => one - other))
  expect(notes).toHaveLength(7)
})
