import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Draft } from '../../src/model/draft.ts'
import { linesOf } from '../../src/model/layout.ts'
import { unitsOf } from '../../src/write/judge/units.ts'
import { messageOf } from '../../src/write/takeaways.ts'
import { LIGHT, LOCK, QUAY } from '../support/harbour.ts'
import { outlineOf, parse, slidesOf } from '../support/written.ts'

const PARTS: readonly (readonly [heading: string, text: string])[] = [
  ['The lock', LOCK],
  ['The quay', QUAY],
  ['The light', LIGHT],
  [
    'The school',
    'The school has taught nine hundred pilots since 1950 and is the last of its kind on the coast. Without a new roof it has to close within two years.',
  ],
  [
    'The market',
    'The market sells a third of the fish that the country eats. Its halls need cold rooms that would halve what is thrown away each day.',
  ],
  [
    'The dredger',
    'The dredger clears the channel every spring at a cost of ninety thousand pounds. Mud from the channel has raised the fields behind the town by a metre.',
  ],
  [
    'Conclusion',
    'The harbour lives by its lock, and no other investment matters as much to the town. The council should pay for the gates first and for the crane later.',
  ],
]

async function takeawaysOf(parts: typeof PARTS) {
  const sections = parts.map(([heading, text]) => `## ${heading}\n\n${text}\n`)
  const slides = await slidesOf(`# The harbour\n\n${sections.join('\n')}`)
  const slide = slides.find(({ layout }) => layout === 'takeaways')
  return slide === undefined ? null : linesOf(layouts, slide).slice(1)
}

const PARTS_AND_DATES: typeof PARTS = [
  ...PARTS,
  [
    'Dates',
    'The board meets on the second of March to hear the pilots and the fishermen. The council votes on the budget in the last week of April.',
  ],
]

test('a long talk with a conclusion ends with two or three whole sentences, in order, none of which depends on another', async () => {
  const lines = (await takeawaysOf(PARTS_AND_DATES)) ?? []
  expect(lines.length).toBeGreaterThanOrEqual(2)
  expect(lines.length).toBeLessThanOrEqual(3)
  const starts = lines.map(({ spans }) => spans[0]?.[0] ?? 0)
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  expect(new Set(starts).size).toBe(starts.length)
  for (const { text } of lines) expect(text).not.toMatch(/^(?:it|its|they|this|that|but|however)\b/i)
})

test('a short talk has no takeaways', async () => {
  expect(await takeawaysOf(PARTS_AND_DATES.slice(-2))).toBeNull()
})

test('there are no takeaways right after a conclusion that says the same', async () => {
  expect(await takeawaysOf(PARTS.slice(1))).toBeNull()
})

const SLIDE: Draft = {
  type: 'draft',
  purpose: 'body',
  part: 0,
  title: null,
  content: { type: 'points', lead: null, points: [] },
  noteSentences: [],
}

/** Returns the message of a talk whose sentences have these scores as key sentences and as filler. */
async function messageOfTalk(
  text: string,
  scored: readonly { key: number; filler: number }[],
  slides: readonly Draft[],
) {
  const { article, ...outlined } = await outlineOf(`# The lock\n\n${text}\n`)
  const units = unitsOf({ article, ...outlined })
  const scores = scored.map(({ key, filler }) => ({ show: 1, key, title: 0, starts: 0, unclear: 0, filler }))
  return messageOf({ article, parse }, { units, scores, drafts: slides })
}

const FOUR_SLIDES = [SLIDE, SLIDE, SLIDE, SLIDE]

test('the message is the most important sentence that is not filler', async () => {
  const messageWith = async (filler: number) => {
    const text = 'The town will close the old lock in May. The quay carries four cranes and a light.'
    const scored = [
      { key: 1, filler },
      { key: 0, filler: -1 },
    ]
    return (await messageOfTalk(text, scored, FOUR_SLIDES))?.text
  }
  expect(await messageWith(-1)).toBe('The town will close the old lock in May')
  expect(await messageWith(0.5)).toBe('The quay carries four cranes and a light')
})

test('there is no message in a short talk, or right after a slide that says the same', async () => {
  const messageAfter = (slides: readonly Draft[]) =>
    messageOfTalk('The town will close the old lock in May.', [{ key: 1, filler: -1 }], slides)
  const message = await messageAfter(FOUR_SLIDES)
  expect(message?.text).toBe('The town will close the old lock in May')
  expect(await messageAfter(FOUR_SLIDES.slice(1))).toBeNull()
  expect(await messageAfter([...FOUR_SLIDES, { ...SLIDE, title: message }])).toBeNull()
})

test('the message is no part of a sentence', async () => {
  const sentence =
    'The second report of the council says that there are two locks, that the older one leaks at its upper gates, and that both matter a great deal to the town.'
  expect(await messageOfTalk(sentence, [{ key: 1, filler: -1 }], FOUR_SLIDES)).toBeNull()
})
