import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../../support/written.ts'

async function itemsOf(...items: readonly string[]) {
  const slides = await slidesOf(
    `# The lock\n\n## Steps\n\n${items.map((item, index) => `${index + 1}. ${item}\n`).join('')}`,
  )
  return slides.map(textsOf).find(([title]) => title === 'Steps')
}

test('a line that begins with code, or is a command, keeps its first letter', async () => {
  expect(await itemsOf('`yarn release` lets the water in', 'git push && git push --tags', 'close the gate')).toEqual([
    'Steps',
    'yarn release lets the water in',
    'git push && git push --tags',
    'Close the gate',
  ])
})
