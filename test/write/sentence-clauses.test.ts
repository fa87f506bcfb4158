import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { clausesOf } from '../../src/write/sentence-clauses.ts'
import { parse, slidesOf } from '../support/written.ts'

const clausesIn = (sentence: string) => clausesOf(parse(sentence), sentence).map((span) => sentence.slice(...span))

test.each([
  [
    'Younger voters turned out in greater numbers than expected, but a third of those aged 18 to 24 chose the Union instead.',
    [
      'Younger voters turned out in greater numbers than expected',
      'but a third of those aged 18 to 24 chose the Union instead.',
    ],
  ],
  [
    'Twitter is more than just a platform for sharing news; it can be a tool for understanding what is important to readers.',
    [
      'Twitter is more than just a platform for sharing news',
      'it can be a tool for understanding what is important to readers.',
    ],
  ],
  [
    "We've reduced the time to hire by 70 percent, and many of our products are now in continuous deployment.",
    ["We've reduced the time to hire by 70 percent", 'many of our products are now in continuous deployment.'],
  ],
])('a sentence of several main clauses is divided between them: %s', (sentence, clauses) => {
  expect(clausesIn(sentence)).toEqual(clauses)
})

test.each([
  [
    'a place or time before the first clause',
    'In May the bridge opened to boats, and the ferry closed for good in June.',
  ],
  ['a condition', 'The gates open on Monday, and the boats leave at noon if the water is high enough.'],
  ['who says it', 'The mayor said that the bridge is safe, and that the boats can leave on Monday.'],
  ['a choice', 'The council repairs the bridge this year, or the boats stay in the harbour.'],
  ['"not only"', 'Not only did the harbour stay open, but it was also able to repair its gates.'],
  ['one subject', 'The council repaired the old bridge in May and opened it for the boats in June.'],
  ['a quotation', 'The mayor called it "a good bridge", and the boats left on Monday.'],
])('a sentence is not divided where its words belong together: %s', (_, sentence) => {
  expect(clausesIn(sentence)).toEqual([])
})

test('the clauses of a long sentence are points of their own, and those of a short one are not', async () => {
  const long =
    'The new gauge costs a tenth of what the harbour once paid for a single reading of the old one, and the ferry company now plans its whole summer with the numbers that it sends every six minutes.'
  const short = 'The lamp is old, and the keeper likes it.'
  const slides = await slidesOf(
    `# The gauge\n\nIt began with a bet between two keepers. ${long} ${short} The town pays for both of them.\n`,
  )
  const texts = slides.flatMap((slide) => linesOf(layouts, slide).map(({ text }) => text))
  expect(texts).toContain(
    'The new gauge costs a tenth of what the harbour once paid for a single reading of the old one',
  )
  expect(texts.some((text) => text.startsWith('The ferry company now plans'))).toBe(true)
  expect(texts).not.toContain('The keeper likes it')
})
