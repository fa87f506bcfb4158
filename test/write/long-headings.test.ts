import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

// Sentences that are too long to be titles.
const SENTENCES = [
  'In summer the lock lifts forty boats a day of which most belong to sailors from the islands who have no other way to the sea.',
  'Each of its four gates, which were cast in the foundry of the town in the same year, weighs more than ninety tonnes with its chains.',
  'The keepers who live in the house beside the bridge are paid by a fund that the guild of pilots set up after the great storm.',
  'In so doing, the pilots gave the town a harbour that no storm has closed in the hundred years which have passed since then.',
  'The tide gauge that the ferries rely on has failed four times since the storm of last autumn took the roof off the tower.',
  'In a letter that the council read aloud in May, the owners of the island line asked for two more moorings at the old quay.',
]

test('a heading as long as a sentence is the title of one slide, and the article’s title that of the others', async () => {
  const long =
    'The lock was the pride of the town when it opened a hundred years ago, though it has since come to leak.'
  const titles = (await slidesOf(`# The lock\n\n## ${long}\n\n${SENTENCES.join('\n\n')}\n`)).map(
    (slide) => textsOf(slide)[0],
  )
  expect(titles.filter((title) => title?.startsWith(long)).length).toBe(1)
  expect(titles.filter((title) => title?.startsWith('The lock') && !title.startsWith(long)).length).toBeGreaterThan(1)
})
