import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

async function linesOf(item: string) {
  const text = `# The lock\n\n## Voices\n\n- ${item}\n- The gate is old.\n\n## Work\n\nThe lock lifts forty boats a day. Its gates are made of steel.\n`
  return (await slidesOf(text)).flatMap(textsOf)
}

test('an item that opens a quotation is shown up to its end', async () => {
  expect(await linesOf('“It holds. It never leaked.” The keeper said so.')).toContain('“It holds. It never leaked.”')
})

test('a paragraph of a quotation that has its own opening mark gets no second one', async () => {
  const text =
    '# The lock\n\nThe keeper spoke to us: “The gate is the oldest part of the lock. “It was built by my father in the year of the great flood. Nobody has mended it since.” The town will mend the gate.\n'
  const lines = (await slidesOf(text)).flatMap(textsOf)
  expect(lines.join('\n')).toContain('“It was built')
  expect(lines.join('\n')).not.toContain('““')
})
