import { expect, test } from 'vitest'
import type { Draft } from '../../src/model/draft.ts'
import { claimsOf } from '../../src/write/claims.ts'
import { draftsOf } from '../support/written.ts'

const BEFORE = 'The keepers of the lock asked twenty sailors for three weekends. They read the contract and judged it.'
const AFTER = 'The panel went on with its work after that. The lock lifts forty boats a day since May.'
const QUOTED = 'We knew that the contract was never going to be perfect the first time around.'

async function slidesWith(quotation: string): Promise<readonly Draft[]> {
  return draftsOf(`# The lock\n\n## The panel\n\n${BEFORE}\n\n${quotation}\n\n${AFTER}\n`)
}

const quotesIn = (drafts: readonly Draft[]) =>
  drafts.flatMap(({ title, content }) =>
    content.type === 'quote' ? [{ title: title?.text, quote: content.quote.text, speaker: content.speaker?.text }] : [],
  )

const pointsIn = (drafts: readonly Draft[]) =>
  drafts.flatMap(({ content }) => (content.type === 'quote' ? [] : claimsOf(content).map(({ text }) => text)))

test('an introduction is the title of the quotation', async () => {
  const introduction = 'This is what one of the sailors wrote to us:'
  expect(quotesIn(await slidesWith(`${introduction}\n\n> ${QUOTED}`))).toEqual([
    { title: introduction, quote: QUOTED.slice(0, -1), speaker: undefined },
  ])
})

test('a long quotation is shown by its best sentences that fit, with its speaker', async () => {
  const long = `${QUOTED} It was always an important part of the work to go back to the sailors, and to others with fresh eyes, and also to look at what had been done in between. It keeps us going.`
  const [shown, ...others] = quotesIn(await slidesWith(`> ${long}\n>\n> — Ada Marsh`))
  expect(others).toEqual([])
  expect(shown?.speaker).toBe('Ada Marsh')
  expect(long).toContain(shown?.quote)
})

test.each([
  [
    'in an aside at the end of a section',
    '<aside markdown="1">\n  <img src="a.png" alt="avatar">\n  We *never* knew that the gate was not shut.\n  <p markdown="1">\n— @marsh, ["The Gates"](https://example.com)\n  </p>\n</aside>\n\n## Work',
    '@marsh, "The Gates"',
  ],
  [
    'between tags of HTML',
    '<blockquote>\n\nWe *never* knew that the gate was not shut.\n\n— Ada Marsh\n\n</blockquote>',
    'Ada Marsh',
  ],
  [
    'from a work',
    '> We never knew that the gate was not shut.\n>\n> — ["The Book of Gates"](https://example.com)',
    '"The Book of Gates"',
  ],
])('a quotation %s is a quotation', async (_, quotation, speaker) => {
  const drafts = await slidesWith(quotation)
  expect(quotesIn(drafts)).toEqual([{ title: undefined, quote: 'We never knew that the gate was not shut', speaker }])
  expect(pointsIn(drafts).join(' ')).not.toContain('never knew')
})

test.each(['— Ada Marsh, keeper', '\\- Ada Marsh, keeper', '-– Ada Marsh, keeper'])(
  'the line under a quotation that names who said it is its speaker: %s',
  async (line) => {
    const drafts = await slidesWith(`> ${QUOTED}\n>\n> ${line}`)
    expect(quotesIn(drafts).map(({ speaker }) => speaker)).toEqual(['Ada Marsh, keeper'])
  },
)

test('a box with a bold label is no quotation', async () => {
  const drafts = await slidesWith('> **Tip:** Wear a vest on the wall of the lock at night.')
  expect(quotesIn(drafts)).toEqual([])
  expect(pointsIn(drafts)).toContain('Tip: Wear a vest on the wall of the lock at night')
})

test('a remark that the author sets apart, and that nobody speaks, is shown like prose', async () => {
  const drafts = await slidesWith('> The gauge at the upper gate shows the water of the lower one.')
  expect(quotesIn(drafts)).toEqual([])
  expect(pointsIn(drafts)).toContain('The gauge at the upper gate shows the water of the lower one')
})

test('each sentence stays in one note, in order', async () => {
  const drafts = await slidesWith(`Some had doubts. Ada Marsh said:\n\n> ${QUOTED}\n>\n> We asked again.`)
  const starts = drafts.flatMap(({ noteSentences }) => noteSentences.map(({ span }) => span[0]))
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  expect(new Set(starts).size).toBe(8)
})
