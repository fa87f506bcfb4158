import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

const PARTS: readonly (readonly [heading: string, first: string, rest: string])[] = [
  ['Gates', 'Steel gates of a lock last for a hundred years of tides.', 'The smith of the town oils them in May.'],
  ['Pumps', 'Pumps of a lock need a keeper who hears when they fail.', 'A spare pump stands in the old tower.'],
  ['Weirs', 'Weirs beside a lock keep the river from its banks.', 'In spring four of them stand open.'],
  ['Tides', 'Tides decide when a lock can be opened for the boats.', 'A chart hangs on the wall of the house.'],
  ['Keepers', 'Keepers of a lock learn the river by rowing on it.', 'Two of them work by night.'],
  ['Boats', 'Boats in a lock are tied by two ropes to the wall.', 'The ropes are new.'],
]

async function takeawaysWith(line: string): Promise<readonly string[]> {
  const sections = PARTS.map(
    ([heading, first, rest], index) => `## ${heading}\n\n${index === 2 ? `${line} ` : ''}${first} ${rest}\n`,
  )
  const slides = await slidesOf(`# The lock\n\n${sections.join('\n')}`)
  return slides.filter(({ layout }) => layout === 'takeaways').flatMap(textsOf)
}

test.each([
  'The handbook of the harbour describes the weirs of every lock.',
  'You can find all weirs of a lock in the log.',
  'More details on the weirs of a lock will come.',
  'Select a weir of the lock in the menu of the harbour.',
  'Weirs of a lock would be opened by hand for the boats.',
  'Share your notes on the weirs of a lock with the harbour.',
])('no takeaway: %s', async (line) => {
  const shown = await takeawaysWith(line)
  expect(shown.length).toBeGreaterThan(2)
  expect(shown).not.toContain(line.replace(/\.$/, ''))
})
