import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { slidesOf } from '../support/written.ts'

/** The numbers on each slide of points, and the points. */
async function stepsOf(value: string, path = 'talk.md') {
  const slides = await slidesOf(value, path)
  return slides.flatMap((slide) =>
    slide.layout === 'points'
      ? [{ slide, steps: slide.slots.points.map(({ ordinal, line }) => [ordinal, line.text] as const) }]
      : [],
  )
}

const STEPS = [
  'Close the gates',
  'Open the sluice',
  'Wait for the bell',
  'Open the gates',
  'Wave the boats out',
  'Log it',
]
const list = (start: number) => STEPS.map((step, index) => `${start + index}. ${step}\n`).join('')

test('steps keep their numbers, on the second slide too', async () => {
  const more = STEPS.map((step, index) => `${index + 7}. ${step} again\n`).join('')
  const slides = await stepsOf(`# The lock\n\n## Lifting a boat\n\n${list(1)}${more}`)
  expect(slides.map(({ steps }) => steps.map(([ordinal]) => ordinal))).toEqual([
    [1, 2, 3, 4, 5, 6],
    [7, 8, 9, 10, 11, 12],
  ])
})

test('a slide that is divided because it spills keeps them too', async () => {
  const [first] = await stepsOf(`# The lock\n\n## Lifting a boat\n\n${list(1)}`)
  const pieces = first?.slide.layout === 'points' ? layouts.points.divide(first.slide.slots) : null
  expect(pieces?.flatMap(({ points }) => points.map(({ ordinal }) => ordinal))).toEqual([1, 2, 3, 4, 5, 6])
})

test('the number is beside the words, not one of them', async () => {
  const [first] = await stepsOf(`# The lock\n\n## Lifting a boat\n\n${list(1)}`)
  expect(first && linesOf(layouts, first.slide).map(({ text, added }) => [text, added])).toContainEqual([
    'Close the gates',
    [],
  ])
})

test('a list continues the numbering of the article', async () => {
  const slides = await stepsOf(`# The lock\n\n## Lifting a boat\n\n${list(4)}`)
  expect(slides.flatMap(({ steps }) => steps.map(([ordinal]) => ordinal))).toEqual([4, 5, 6, 7, 8, 9])
})

test('steps of several paragraphs count once, and what is nested under one does not count', async () => {
  const text =
    '# The lock\n\n## Lifting a boat\n\n1. Close the gates.\n\n   The keeper does it by hand.\n2. Open the sluice.\n   - Slowly\n   - By a hand’s width\n3. Wait for the bell.\n'
  const slides = await stepsOf(text)
  const steps = slides.flatMap((slide) => slide.steps)
  expect(steps.find(([, words]) => words === 'Wait for the bell')?.[0]).toBe(3)
  expect(steps.find(([, words]) => words === 'Slowly')?.[0]).toBeUndefined()
})

test('a step that states its own number gets no other', async () => {
  const named = await stepsOf('# The lock\n\n## How\n\n1. Step 1: Close the gates\n2. Step 2: Open the sluice\n')
  expect(named.flatMap(({ steps }) => steps.map(([ordinal]) => ordinal))).toEqual([undefined, undefined])
})

test('steps in plain text and web pages are numbered too', async () => {
  const plain = await stepsOf(
    `The lock\n\nLifting a boat\n\n${list(1)}\nThen the keepers rest for a while.\n`,
    'talk.txt',
  )
  expect(plain.flatMap(({ steps }) => steps.map(([ordinal]) => ordinal)).filter(Boolean)).toEqual([1, 2, 3, 4, 5, 6])
  const items = STEPS.map((step) => `<li>${step}</li>`).join('')
  const page = `<html><head><title>The lock</title></head><body><article><h1>The lock</h1><p>The lock lifts forty boats a day, and its keepers are proud of it.</p><h2>Lifting a boat</h2><ol>${items}</ol><p>Then the keepers rest for a while, and the gates stay open.</p></article></body></html>`
  const web = await stepsOf(page, 'talk.html')
  expect(web.flatMap(({ steps }) => steps.map(([ordinal]) => ordinal)).filter(Boolean)).toEqual([1, 2, 3, 4, 5, 6])
})

test('a step that is the title of its listing keeps its number there', async () => {
  const slides = await slidesOf(
    '# The lock\n\n## Lifting a boat\n\n1. Close the gates\n2. Enter the level:\n\n   ```sh\n   lock level --set 3\n   ```\n\n3. Ring the bell\n',
  )
  expect(slides.flatMap((slide) => linesOf(layouts, slide)[0] ?? [])).toContainEqual(
    expect.objectContaining({ text: '2. Enter the level', added: ['2.'] }),
  )
})
