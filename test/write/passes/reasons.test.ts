import { expect, test } from 'vitest'
import { draftsOf } from '../../support/written.ts'

async function reasonsOf(article: string): Promise<ReadonlyMap<string, string>> {
  const reasons = (await draftsOf(article)).flatMap((draft) => draft.reasons ?? [])
  return new Map(reasons.map(({ text, isShown, rule }) => [text, isShown ? 'shown' : (rule ?? '')]))
}

const LOCK = 'The lock of the town lifts six boats a day, and each of them pays four crowns to the harbour.'
const WALL = 'The wall along the quay was raised by a metre after the flood of 1953 and held in every storm since.'

test('a sentence depends on the one before it only if that one is not shown', async () => {
  const gates = 'The gates of the lock were built of oak in 1912 by the men of the yard.'
  const follower = 'It is a day.'
  const reasons = await reasonsOf(
    `# The lock\n\n## Boats\n\n${LOCK} ${follower}\n\n${gates}\n\nSee you soon! ${follower.replace('day', 'week')}\n\n${WALL}\n`,
  )
  expect(reasons.get(LOCK)).toBe('shown')
  expect(reasons.get(follower)).not.toBe('leans')
  expect(reasons.get('It is a week.')).toBe('leans')
})
