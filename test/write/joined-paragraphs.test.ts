import { expect, test } from 'vitest'
import { draftsOf } from '../support/written.ts'

async function slides(value: string): Promise<readonly (readonly string[])[]> {
  return (await draftsOf(value)).flatMap(({ content }) =>
    content.type === 'points' ? [content.points.map(({ line }) => line.text)] : [],
  )
}

const LONG =
  'Barges with gravel for the many roads of the northern district wait in the old basin behind the mill until the tide of the evening has come in and the bridge can be swung.'
const ASIDE = 'That is how it has been since anybody can remember in this part of the country, and nobody minds.'

test('a paragraph with one point is joined with the next under its heading', async () => {
  const text = `# The harbour\n\n## The lock\n\nThe lock opens twice a day. ${LONG} ${ASIDE}\n\nThe keepers live beside the lock. The pumps run on gas from the works. ${ASIDE}\n`
  const [first = []] = await slides(text)
  expect(first.length).toBeGreaterThan(1)
})
