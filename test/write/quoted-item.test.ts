import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

async function linesOf(item: string) {
  const text = `# The lock\n\n## Voices\n\n- ${item}\n- The gate is old.\n\n## Work\n\nThe lock lifts forty boats a day. Its gates are made of steel.\n`
  return (await slidesOf(text)).flatMap(textsOf)
}

test('an item that opens a quotation is shown up to its end', async () => {
  expect(await linesOf('“It holds. It never leaked.” The keeper said so.')).toContain('“It holds. It never leaked.”')
})
