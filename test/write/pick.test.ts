import { expect, test } from 'vitest'
import { draftsOf } from '../support/written.ts'

async function shownOf(text: string): Promise<string> {
  return JSON.stringify((await draftsOf(text)).map(({ title, content }) => ({ title, content })))
}

const FRAME = '# The harbour\n\n## The light\n\nThe light turns twice a minute. Its lamp burns gas from the works.\n\n'

test('what is denied is shown with what is said instead, or not at all', async () => {
  const denied = 'The old lock isn’t about trade.'
  const instead = 'It’s about water for the fields of the whole valley.'
  const both = await shownOf(`${FRAME}## The lock\n\n${denied} ${instead}\n`)
  expect(both.includes('about trade')).toBe(both.includes('about water'))
  const cut = await shownOf(`${FRAME}## The lock\n\n${denied} It is (see the log) what I hope you see here.\n`)
  expect(cut).not.toContain('about trade')
})

test('how things were is shown with how they are, or not at all', async () => {
  const was = 'Previously the keepers moved both of the gates by hand.'
  const now = 'Now a pump in the old tower moves them.'
  const both = await shownOf(`${FRAME}## The lock\n\n${was} ${now}\n`)
  expect(both.includes('by hand')).toBe(both.includes('old tower'))
  const cut = await shownOf(
    `${FRAME}## The lock\n\nForty boats pass the lock on a day in May. ${was} Now let’s look at the new pump.\n`,
  )
  expect(cut).not.toContain('Previously')
})

test('one question is no slide, but what a sentence asks at its end may be', async () => {
  const slide = (text: string) => shownOf(`${FRAME}## The lock\n\n${text}\n`)
  expect(await slide('If both of the gates are old, can they be mended by the smith?')).not.toContain('be mended')
  expect(await slide('The smith has a plan: what if both of the gates were made of steel?')).toContain('made of steel')
})

test('what is supposed is shown with what happens then, or not at all', async () => {
  const supposed = 'Suppose a boat comes down the river at night.'
  const then = 'Its crew rings the bell of the tower twice.'
  const both = await shownOf(`${FRAME}## The lock\n\n${supposed} ${then}\n`)
  expect(both.includes('at night')).toBe(both.includes('rings the bell'))
  const cut = await shownOf(
    `${FRAME}## The lock\n\nForty boats pass the lock on a day in May. ${supposed} Let’s look at what happens.\n`,
  )
  expect(cut).toContain('Forty boats')
  expect(cut).not.toContain('Suppose')
})

test('that one thing of a kind is one that a line tells of, and not only the heading', async () => {
  const shown = await shownOf(
    `${FRAME}## The issue\n\nThe log (see the old book) tells of an issue. That issue was mended in the spring of last year. Both gates close on time now.\n`,
  )
  expect(shown).toContain('close on time')
  expect(shown.includes('That issue')).toBe(shown.includes('tells of an issue'))
})

test('a line that only points back is shown right after what it points at, or not at all', async () => {
  const shown = await shownOf(
    `${FRAME}## The lock\n\nKeepers open the upper gate at noon. See the log. Be on the lookout for this common mistake.\n`,
  )
  expect(shown).toContain('upper gate')
  expect(shown).not.toContain('this common mistake')
})

test('a question is shown with its answer, or not at all', async () => {
  const shown = await shownOf(
    `${FRAME}## The lock\n\nForty boats pass the old lock on every day of the year. Its keepers are proud of the two gates. Who wants to be a keeper of locks?\n`,
  )
  expect(shown).toContain('Forty boats')
  expect(shown).not.toContain('Who wants')
})
